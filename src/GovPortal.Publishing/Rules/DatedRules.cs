using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Rules;

/// <summary>Who says that a rule holds.</summary>
public enum RuleSource
{
    /// <summary>It comes with the program.</summary>
    Program,

    /// <summary>The portal has set it for all.</summary>
    Portal,

    /// <summary>The site has set it for itself.</summary>
    Site,
}

/// <summary>A rule and who says so.</summary>
public sealed record KnownRule(DatedRule Rule, RuleSource Source);

/// <summary>The days that laws set, for a site: what comes with the program, over it what the portal has set, over that what the site has set.</summary>
public sealed class DatedRules(PortalDbFactory databases, TenantDirectory directory, IEnumerable<ModuleRules> modules, ModuleList switches, AuditTrail audit)
{
    public const int CitationLength = 300;
    public const int MostDays = 365;

    /// <summary>The rule that holds for what begins on a day; null where none does.</summary>
    public async Task<DatedRule?> FindAsync(Tenant site, string name, DateOnly day, CancellationToken ct) =>
        (await ListAsync(site, ct)).LastOrDefault(known => known.Rule.Name == name && known.Rule.HoldsOn(day))?.Rule;

    /// <summary>All that is known, the weaker before the stronger: of those that hold on a day the last decides.</summary>
    public async Task<IReadOnlyList<KnownRule>> ListAsync(Tenant site, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(site);
        var known = modules.Where(module => switches.IsOn(module.Module, site)).SelectMany(module => module.Rules).OrderBy(rule => rule.From).Select(rule => new KnownRule(rule, RuleSource.Program)).ToList();
        var names = known.Select(one => one.Rule.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var owner in directory.Portal is { } portal && portal.Id != site.Id ? new[] { portal, site } : [site])
        {
            await using var db = databases.OpenFor(owner);
            var stored = await db.Rules.AsNoTracking().OrderBy(r => r.From).ToListAsync(ct);
            known.AddRange(stored.Where(rule => names.Contains(rule.Name)).Select(rule => new KnownRule(rule.AsRule, owner.Id == site.Id ? RuleSource.Site : RuleSource.Portal)));
        }

        return known;
    }

    /// <summary>Sets a rule for a site; one of the same name and first day is replaced.</summary>
    public async Task<IReadOnlyList<Refusal>> SetAsync(Tenant site, DatedRule rule, Guid? by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (Mistakes(rule, (await ListAsync(site, ct)).Select(known => known.Rule.Name)).ToArray() is { Length: > 0 } mistakes)
        {
            return mistakes;
        }

        await using var db = databases.OpenFor(site);
        var present = await db.Rules.SingleOrDefaultAsync(r => r.Name == rule.Name && r.From == rule.From, ct);
        var before = present is null ? null : new { present.Days, present.Citation, present.Until };
        present ??= db.Rules.Add(new StoredRule { TenantId = site.Id, Name = rule.Name, From = rule.From, Citation = "" }).Entity;
        (present.Days, present.Citation, present.Until) = (rule.Days, VietnameseText.NormalizeLine(rule.Citation), rule.Until);
        audit.Note(db, site, "rule.set", rule.Name, by, before, new { rule.Days, rule.Citation, rule.Until });
        await db.SaveChangesAsync(ct);
        return [];
    }

    /// <summary>Takes back what the site has set.</summary>
    public async Task<Refusal?> RemoveAsync(Tenant site, string? name, DateOnly? from, Guid? by, CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        if (await db.Rules.SingleOrDefaultAsync(r => r.Name == name && r.From == from, ct) is not { } rule)
        {
            return new Refusal("rule.unknown");
        }

        db.Rules.Remove(rule);
        audit.Note(db, site, "rule.remove", rule.Name, by, new { rule.Days, rule.Citation, rule.Until });
        await db.SaveChangesAsync(ct);
        return null;
    }

    private static IEnumerable<Refusal> Mistakes(DatedRule rule, IEnumerable<string> names) =>
    [
        .. names.Contains(rule.Name) ? [] : new[] { new Refusal("rule.unknown", "Name", rule.Name) },
        .. rule.Days is >= 1 and <= MostDays ? [] : new[] { new Refusal("rule.days", "Days", rule.Days.ToString(CultureInfo.InvariantCulture)) },
        .. Checks.Required(rule.Citation, "Citation"),
        .. Checks.NotLonger(rule.Citation, CitationLength, "Citation"),
        .. WrittenDay.IsInRange(rule.From) ? [] : new[] { new Refusal("rule.from", "From", rule.From.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)) },
        .. rule.Until is not { } until || until >= rule.From ? [] : new[] { new Refusal("rule.until", "Until", until.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)) },
    ];
}
