using System.Collections.Concurrent;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Web.Caching;

/// <summary>
/// Tells host names that visitors use from those somebody makes up, since addresses on a page carry the visited host: a site's own host is
/// known; another becomes known by being asked for often, and only a handful can.
/// </summary>
public sealed class HostsInUse(TenantDirectory directory, TimeProvider clock)
{
    private const int AsksToBeKnown = 32;
    private const int MostKnown = 16;

    // Made-up names beyond this number clear the counts.
    private const int MostCounted = 512;

    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private ConcurrentDictionary<string, int> asks = new(StringComparer.OrdinalIgnoreCase);
    private ConcurrentDictionary<string, bool> known = new(StringComparer.OrdinalIgnoreCase);
    private long forgetsAt = (clock.GetUtcNow() + Memory).UtcTicks;

    public bool Knows(HostString host)
    {
        if (host.Port is null && directory.FindByHost(host.Host) is not null)
        {
            return true;
        }

        var now = clock.GetUtcNow();
        if (now.UtcTicks > Interlocked.Read(ref forgetsAt))
        {
            Interlocked.Exchange(ref forgetsAt, (now + Memory).UtcTicks);
            known = new(StringComparer.OrdinalIgnoreCase);
        }

        var name = host.Value ?? "";
        if (known.ContainsKey(name))
        {
            return true;
        }

        if (asks.Count > MostCounted)
        {
            asks = new(StringComparer.OrdinalIgnoreCase);
        }

        return asks.AddOrUpdate(name, 1, (_, count) => count + 1) >= AsksToBeKnown && known.Count < MostKnown && known.TryAdd(name, true);
    }
}
