using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Core.Security;

/// <summary>Reads a site's audit log, newest first.</summary>
public sealed class AuditReader(Tenant tenant, PortalDbFactory databases)
{
    public const int PageSize = 50;

    public async Task<(int Total, IReadOnlyList<AuditLine> Lines)> ListAsync(AuditFilter filter, int page, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var entries = Narrow(db, filter);
        var found = await entries.OrderByDescending(e => e.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return (await entries.CountAsync(ct), await NameAsync(db, found, ct));
    }

    /// <summary>Every entry that fits, oldest first, a batch at a time so that years of them fit through.</summary>
    public async IAsyncEnumerable<AuditLine> ReadAsync(AuditFilter filter, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        const int Batch = 500;
        var last = 0L;
        while (true)
        {
            await using var db = databases.OpenFor(tenant);
            var found = await Narrow(db, filter).Where(e => e.Id > last).OrderBy(e => e.Id).Take(Batch).ToListAsync(ct);
            foreach (var line in await NameAsync(db, found, ct))
            {
                yield return line;
            }

            if (found.Count < Batch)
            {
                yield break;
            }

            last = found[^1].Id;
        }
    }

    private static IQueryable<AuditEntry> Narrow(PortalDb db, AuditFilter filter)
    {
        var entries = db.Audit.AsNoTracking();
        entries = filter.From is null ? entries : entries.Where(e => e.At >= filter.From);
        entries = filter.Until is null ? entries : entries.Where(e => e.At < filter.Until);
        entries = filter.ItemId is null ? entries : entries.Where(e => e.ItemId == filter.ItemId);
        return string.IsNullOrWhiteSpace(filter.Words) ? entries : entries.Where(e => e.Subject.Contains(filter.Words) || e.ByName!.Contains(filter.Words) || e.Act == filter.Words);
    }

    private static async Task<IReadOnlyList<AuditLine>> NameAsync(PortalDb db, List<AuditEntry> entries, CancellationToken ct)
    {
        var people = entries.Select(e => e.ById).OfType<Guid>().Distinct().ToArray();
        var names = await db.Users.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return [.. entries.Select(e => new AuditLine(e, e.ById is { } by ? names.GetValueOrDefault(by) : null))];
    }
}

/// <param name="Words">Part of the subject or of the sign-in name, or the name of an act.</param>
public sealed record AuditFilter(DateTimeOffset? From = null, DateTimeOffset? Until = null, string? Words = null, long? ItemId = null);

/// <param name="Name">The person's name today; null when nobody, or nobody known any more, did it.</param>
public sealed record AuditLine(AuditEntry Entry, string? Name);
