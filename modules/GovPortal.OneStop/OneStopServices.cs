using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.OneStop;

/// <summary>What an agency takes dossiers for: copied from the catalogue in one act, changed in versions afterwards.</summary>
public sealed class OneStopServices(Tenant tenant, PortalDbFactory databases, TimeProvider clock)
{
    // What the catalogue's content is called; the module that keeps it is not known here.
    private const string CatalogueType = "procedure";

    private const int LongestName = 500;
    private const int MostPapers = 60;

    public async Task<IReadOnlyList<Service>> ListAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.Services.AsNoTracking().Where(s => s.IsCurrent).OrderBy(s => s.Name).ToListAsync(ct);
    }

    /// <summary>The version that new dossiers begin with; null when the site has no such service.</summary>
    public async Task<Service?> FindAsync(string code, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.Services.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code && s.IsCurrent, ct);
    }

    /// <summary>Procedures the site has published and takes no dossiers for yet.</summary>
    public async Task<IReadOnlyList<(string Code, string Name)>> CatalogueAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var taken = db.Services.Where(s => s.IsCurrent).Select(s => s.Code);
        var items = await db.Items.AsNoTracking().Where(i => i.Type == CatalogueType && i.State == ContentState.Published && i.Code != null && !taken.Contains(i.Code))
            .OrderBy(i => i.TitleOrder).Select(i => new { i.Code, i.Title }).Take(1000).ToListAsync(ct);
        return [.. items.Select(item => (item.Code!, item.Title))];
    }

    /// <summary>Makes a service of a published procedure: limit, papers and result as they stand there.</summary>
    public async Task<Refusal?> CopyAsync(string code, IReadOnlyList<string> units, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var found = await (from item in db.Items.AsNoTracking()
                           where item.Type == CatalogueType && item.Code == code && item.State == ContentState.Published
                           join version in db.Versions on new { item.Id, Number = item.LiveVersion } equals new { Id = version.ItemId, Number = (int?)version.Number }
                           select version.Body).FirstOrDefaultAsync(ct);
        return found is null ? new Refusal("onestop.catalogue.unknown", "Code", code)
            : BodyJson.Read<CatalogueEntry>(found) is var entry ? await SaveAsync(code, entry.Name, entry.Fields.FirstOrDefault()?.Name ?? "", entry.TermsWith(units), ct) : null;
    }

    /// <summary>Writes a new version, which dossiers begin with from now on; those that run keep theirs.</summary>
    public async Task<Refusal?> SaveAsync(string code, string name, string field, ServiceTerms terms, CancellationToken ct)
    {
        if (Mistake(name, terms) is { } mistake)
        {
            return mistake;
        }

        await using var db = databases.OpenFor(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var present = await db.Services.Where(s => s.Code == code).OrderByDescending(s => s.Version).FirstOrDefaultAsync(ct);
        present?.IsCurrent = false;
        db.Services.Add(new Service { TenantId = tenant.Id, Code = code, Version = (present?.Version ?? 0) + 1, Name = name, Field = field, Body = BodyJson.Write(terms), IsCurrent = true, CreatedAt = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return null;
        }
        catch (DbUpdateException fault) when (present is not null && !StorageFault.Is(fault))
        {
            return new Refusal("onestop.stale");
        }
    }

    private static Refusal? Mistake(string name, ServiceTerms terms) =>
        string.IsNullOrWhiteSpace(name) ? new Refusal("check.required", "Name")
        : name.Length > LongestName ? new Refusal("check.too-long", "Name", $"{name[..40]}… ({name.Length} > {LongestName})")
        : terms is { Days: not null, Hours: not null } ? new Refusal("working-time.days-or-hours", "Days")
        : terms.Days is < 1 or > 3650 ? new Refusal("onestop.service.days", "Days", $"{terms.Days}")
        : terms.Hours is <= 0 or > 8000 ? new Refusal("onestop.service.hours", "Hours", $"{terms.Hours}")
        : terms.Fee is < 0 or > 10_000_000_000m ? new Refusal("onestop.service.fee", "Fee", $"{terms.Fee}")
        : terms.Papers.Count > MostPapers ? new Refusal("onestop.service.papers", "Papers", $"{terms.Papers.Count}")
        : null;

    /// <summary>What is read of a procedure of the catalogue.</summary>
    private sealed record CatalogueEntry(string Name)
    {
        public IReadOnlyList<Named> Fields { get; init; } = [];
        public IReadOnlyList<Way> Methods { get; init; } = [];
        public IReadOnlyList<Case> DossierCases { get; init; } = [];
        public IReadOnlyList<Named> Results { get; init; } = [];

        public ServiceTerms TermsWith(IReadOnlyList<string> units)
        {
            // The counter's own time where there is one; the catalogue's other units (months, years, words) promise no working time.
            var way = Methods.Where(m => m is { Time: > 0, TimeUnit: "WORKING_DAY" or "DAY" or "HOUR" }).OrderBy(m => m.Channel == "DIRECT" ? 0 : 1).FirstOrDefault();
            return new ServiceTerms
            {
                Days = way is { TimeUnit: not "HOUR" } ? (int)Math.Ceiling(way.Time!.Value) : null,
                Hours = way is { TimeUnit: "HOUR" } ? way.Time : null,
                Fee = way?.Fees.FirstOrDefault(f => f is { Value: > 0, Currency: "VND" })?.Value ?? 0,
                Papers = [.. DossierCases.Take(1).SelectMany(c => c.Papers).Take(MostPapers).Select(p => new ServicePaper(VietnameseText.NormalizeLine(p.Name), p.IsRequired))],
                Units = units,
                Result = Results.FirstOrDefault()?.Name,
            };
        }
    }

    private sealed record Named(string? Code, string Name);

    private sealed record Way(string Channel, decimal? Time, string? TimeUnit)
    {
        public IReadOnlyList<Cost> Fees { get; init; } = [];
    }

    private sealed record Cost(decimal? Value, string? Currency);

    private sealed record Case
    {
        public IReadOnlyList<Sheet> Papers { get; init; } = [];
    }

    private sealed record Sheet(string Name, bool IsRequired);
}
