using System.Collections.Frozen;
using GovPortal.Core.Content;
using GovPortal.Core.Publication;
using GovPortal.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Core.Tenancy;

/// <summary>All sites, in memory, found in constant time by name, host or number. Follows the log, so a site opened by a command appears here.</summary>
public sealed class TenantDirectory(PortalDbFactory databases) : ILogFollower, IDisposable
{
    // Two reloads at once could finish in the wrong order, and the older picture would stay.
    private readonly SemaphoreSlim reloading = new(1);
    private volatile Snapshot current = Snapshot.Empty;
    private long position = -1;

    /// <summary>Every site, disabled ones too, in the order they were opened.</summary>
    public IReadOnlyList<Tenant> All => current.All;

    /// <summary>Numbers of sites that are switched off; small, so that queries over all sites can leave them out.</summary>
    public IReadOnlySet<int> Disabled => current.Disabled;

    /// <summary>Counts changes; what is derived from the directory is stale when it moved.</summary>
    public long Version => position;

    string ILogFollower.Name => "directory";

    public Tenant? FindByName(string name) => current.ByName.GetValueOrDefault(name);

    public Tenant? FindByHost(string host) => current.ByHost.GetValueOrDefault(host);

    public Tenant? FindById(int id) => current.ById.GetValueOrDefault(id);

    /// <summary>The enabled site of an agency code, of either style.</summary>
    public Tenant? FindByAgencyCode(string code) => current.ByAgencyCode.GetValueOrDefault(code);

    public Tenant? Portal => FindByName(Tenant.PortalName);

    public Tenant? ParentOf(Tenant tenant) => tenant.ParentName is { } parent ? FindByName(parent) : null;

    /// <summary>The enabled sites under this one, in the order they were opened.</summary>
    public IReadOnlyList<Tenant> ChildrenOf(Tenant tenant) =>
        current.Children.TryGetValue(tenant.Name, out var children) ? children : [];

    public async Task ReloadAsync(CancellationToken ct)
    {
        await reloading.WaitAsync(ct);
        try
        {
            await using var db = databases.OpenInstallation();
            var last = await db.Log.Where(e => e.Act == PublicationAct.SiteChanged).MaxAsync(e => (long?)e.Position, ct) ?? 0;
            var rows = await db.Tenants.AsNoTracking().OrderBy(t => t.Id).ToListAsync(ct);
            current = Snapshot.Of([.. rows.Select(row => row.ToTenant())]);
            position = Math.Max(position, last);
        }
        finally
        {
            reloading.Release();
        }
    }

    public void Dispose() => reloading.Dispose();

    ValueTask<long> ILogFollower.PositionAsync(CancellationToken ct) => ValueTask.FromResult(Math.Max(position, 0));

    async Task ILogFollower.FollowAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct)
    {
        if (entries.Any(entry => entry.Act == PublicationAct.SiteChanged && entry.Position > position))
        {
            await ReloadAsync(ct);
        }

        position = Math.Max(position, entries[^1].Position);
    }

    private sealed record Snapshot(IReadOnlyList<Tenant> All)
    {
        public static readonly Snapshot Empty = Of([]);

        public required FrozenDictionary<string, Tenant> ByName { get; init; }
        public required FrozenDictionary<string, Tenant> ByHost { get; init; }
        public required FrozenDictionary<int, Tenant> ById { get; init; }
        public required FrozenDictionary<string, Tenant> ByAgencyCode { get; init; }
        public required FrozenDictionary<string, Tenant[]> Children { get; init; }
        public required FrozenSet<int> Disabled { get; init; }

        public static Snapshot Of(IReadOnlyList<Tenant> all) => new(all)
        {
            ByName = all.ToFrozenDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase),
            ByHost = all.Where(t => t.Host is not null).ToFrozenDictionary(t => t.Host!, StringComparer.OrdinalIgnoreCase),
            ById = all.ToFrozenDictionary(t => t.Id),
            ByAgencyCode = all.Where(t => t.IsEnabled)
                .SelectMany(t => new[] { t.AgencyCode, t.OldAgencyCode }.OfType<string>().Select(code => (Code: code, Site: t)))
                .DistinctBy(pair => pair.Code, StringComparer.OrdinalIgnoreCase)
                .ToFrozenDictionary(pair => pair.Code, pair => pair.Site, StringComparer.OrdinalIgnoreCase),
            Children = all.Where(t => t.IsEnabled && t.ParentName is not null).GroupBy(t => t.ParentName!)
                .ToFrozenDictionary(group => group.Key, group => group.ToArray()),
            Disabled = all.Where(t => !t.IsEnabled).Select(t => t.Id).ToFrozenSet(),
        };
    }
}
