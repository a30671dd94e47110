using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Redirects;

/// <summary>Keeps and finds the addresses of a site that lead on.</summary>
public sealed class SiteRedirects(PortalDbFactory databases, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <summary>Where an address leads now; asked for with its query first, then without.</summary>
    /// <returns>Null where it leads nowhere.</returns>
    public async Task<SiteRedirect?> FindAsync(Tenant site, string address, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(site);
        string[] keys = [.. new[] { OldAddress.KeyOf(address), OldAddress.KeyOf(address.Split('?')[0]) }.OfType<string>().Distinct()];
        if (keys.Length == 0)
        {
            return null;
        }

        await using var db = databases.OpenFor(site);
        var found = await db.Set<SiteRedirect>().AsNoTracking().Where(redirect => keys.Contains(redirect.From)).ToListAsync(ct);
        return found.MaxBy(redirect => redirect.From.Length);
    }

    /// <summary>Keeps addresses; what leads somewhere already goes on leading there, unless it was known at the same host.</summary>
    /// <returns>How many are new or changed.</returns>
    public async Task<int> KeepAsync(Tenant site, IEnumerable<SiteRedirect> wanted, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(wanted);
        var kept = 0;
        foreach (var some in wanted.DistinctBy(redirect => redirect.From).Chunk(AtOnce))
        {
            await using var db = databases.OpenFor(site);
            var keys = some.Select(redirect => redirect.From).ToArray();
            var known = await db.Set<SiteRedirect>().Where(redirect => keys.Contains(redirect.From)).ToDictionaryAsync(redirect => redirect.From, ct);
            foreach (var redirect in some)
            {
                if (!known.TryGetValue(redirect.From, out var present))
                {
                    (redirect.TenantId, redirect.CreatedAt) = (site.Id, clock.GetUtcNow());
                    db.Add(redirect);
                }
                else if (present.Origin == redirect.Origin)
                {
                    (present.To, present.ToSite) = (redirect.To, redirect.ToSite);
                }
            }

            kept += await db.SaveChangesAsync(ct);
        }

        return kept;
    }
}
