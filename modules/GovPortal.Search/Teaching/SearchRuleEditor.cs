using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Publication;
using GovPortal.Search.Asking;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Search.Teaching;

/// <summary>Where editors of a site teach search. Every change is written down and holds everywhere within two seconds.</summary>
public sealed class SearchRuleEditor(Tenant tenant, PortalDbFactory databases, PublicationLog log, AuditTrail audit, SearchRuleCache words, Trial trial, ContentTypes types, TimeProvider clock)
{
    /// <summary>A site that needs more needs better titles.</summary>
    public const int MostEntries = 2_000;
    public const int MostLines = 40;
    public const int LineLength = 300;

    /// <summary>The site that the entries hold for; null for the whole province.</summary>
    private int? Scope => tenant.IsPortal ? null : tenant.Id;

    /// <summary>The site's entries, newest first, each with what its question finds now.</summary>
    public async Task<IReadOnlyList<(SearchRule Entry, TrialLine Line)>> ListAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var entries = await Own(db).AsNoTracking().OrderByDescending(entry => entry.Id).ToListAsync(ct);
        return [.. entries.Select(entry => (entry, trial.Ask(entry, words.Book, Scope)))];
    }

    /// <summary>The nights that the questions were asked, latest first.</summary>
    public async Task<IReadOnlyList<NightlyCheck>> NightsAsync(int most, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.NightlyChecks.AsNoTracking().Where(check => check.TenantId == tenant.Id).OrderByDescending(check => check.Day).Take(most).ToListAsync(ct);
    }

    public async Task<SearchRule?> FindAsync(long id, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await Own(db).AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == id, ct);
    }

    /// <summary>Checks an entry, makes it the site's and finds the item that it names.</summary>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(SearchRule entry, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(entry);
        entry.TenantId = tenant.Id;
        List<Refusal> refusals = [.. CheckLines(entry.Says, "Says"), .. Checks.Required(entry.Question, "Question"), .. Checks.NotLonger(entry.Question, LineLength, "Question"), .. Checks.Required(entry.Means, "Means")];
        refusals.AddRange(entry.SaidLines().Where(line => !SaidLine.TryRead(line, Lexicon.NeedFile.Classes, out _)).Take(1).Select(line => new Refusal("search.taught.unreadable", "Says", line)));
        if (refusals.Count == 0)
        {
            refusals.AddRange(await CheckMeaningAsync(entry, ct));
        }

        return refusals;
    }

    /// <summary>What the entry would do.</summary>
    public async Task<TrialResult> TryAsync(SearchRule entry, CancellationToken ct) => trial.Run(entry, await words.ReadEntriesAsync(ct), Scope);

    /// <summary>Saves a checked entry; a new one has the number 0.</summary>
    public async Task<Refusal?> SaveAsync(SearchRule entry, Guid? by, string? name, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(entry);
        await using var db = databases.OpenFor(tenant);
        var before = entry.Id == 0 ? null : await Own(db).SingleOrDefaultAsync(each => each.Id == entry.Id, ct);
        if (entry.Id != 0 && before is null)
        {
            return new Refusal("search.taught.gone", "Says");
        }

        if (before is null && await Own(db).CountAsync(ct) >= MostEntries)
        {
            return new Refusal("search.taught.too-many", "Says", $"{MostEntries}");
        }

        (entry.UpdatedAt, entry.UpdatedBy) = (clock.GetUtcNow(), name);
        audit.Note(db, tenant, "words.teach", entry.Question, by, before is null ? null : Told(before), Told(entry));
        if (before is null)
        {
            db.TaughtEntries.Add(entry);
        }
        else
        {
            db.Entry(before).CurrentValues.SetValues(entry);
        }

        await TellAsync(db, ct);
        return null;
    }

    public async Task RemoveAsync(long id, Guid? by, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        if (await Own(db).SingleOrDefaultAsync(entry => entry.Id == id, ct) is { } entry)
        {
            db.TaughtEntries.Remove(entry);
            audit.Note(db, tenant, "words.unteach", entry.Question, by, Told(entry));
            await TellAsync(db, ct);
        }
    }

    // The installation reads all sites' entries at once: no filter stands before the table.
    private IQueryable<SearchRule> Own(PortalDb db) => db.TaughtEntries.Where(entry => entry.TenantId == tenant.Id);

    private async Task<IEnumerable<Refusal>> CheckMeaningAsync(SearchRule entry, CancellationToken ct)
    {
        switch (entry.Kind)
        {
            case SearchRuleKind.Synonym:
                return CheckLines(entry.Means, "Means");
            case SearchRuleKind.Alias when ProcedureCode.TryParse(entry.Means, out var code):
                entry.Means = code;
                return [];
            case SearchRuleKind.Alias:
                return [new Refusal("search.taught.bad-code", "Means", entry.Means)];
            default:
                entry.ItemId = await ItemAtAsync(entry.Means, ct);
                return entry.ItemId is null ? [new Refusal("search.taught.bad-address", "Means", entry.Means)] : [];
        }
    }

    private async Task TellAsync(PortalDb db, CancellationToken ct)
    {
        var row = await db.Tenants.SingleAsync(t => t.Id == tenant.Id, ct);
        await log.AppendSiteChangeAsync(db, row, clock.GetUtcNow(), ct);
    }

    /// <summary>The item at an address below the site's root, or at the code of a procedure.</summary>
    private async Task<long?> ItemAtAsync(string address, CancellationToken ct)
    {
        var path = Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal) ? whole.AbsolutePath : address;
        var parts = path.Split('?')[0].Trim('/').Split('/');
        if (parts.Length == 3 && parts[0] == tenant.Name)
        {
            parts = parts[1..];
        }

        var (folder, slug) = parts.Length == 2 ? (parts[0], parts[1]) : ("", parts[0]);
        if (parts.Length > 2 || types.All.FirstOrDefault(type => type.Path == folder) is not { } type)
        {
            return null;
        }

        await using var db = databases.OpenFor(tenant);
        return await db.Items.Where(item => item.Type == type.Name && item.Slug == slug && item.LiveVersion != null).Select(item => (long?)item.Id).SingleOrDefaultAsync(ct);
    }

    private static object Told(SearchRule entry) => new { kind = entry.Kind.ToString(), says = entry.Says, means = entry.Means, question = entry.Question };

    private static IEnumerable<Refusal> CheckLines(string text, string field)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? Checks.Required("", field)
            : lines.Length > MostLines ? [new Refusal("search.taught.too-many-lines", field, $"{lines.Length} > {MostLines}")]
            : lines.SelectMany(line => Checks.NotLonger(line, LineLength, field)).Take(1);
    }
}
