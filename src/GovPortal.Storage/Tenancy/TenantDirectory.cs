using System.Text;
using GovPortal.Core.Caching;
using GovPortal.Core.Publication;
using GovPortal.Core.Tenancy;
using GovPortal.Storage.Publication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Storage.Tenancy;

/// <summary>All sites, in memory, found in constant time by name, host or number. Follows the log, so a site opened by a command appears here.</summary>
public sealed class TenantDirectory(PortalDbFactory databases, IPageEviction pages, TimeProvider clock) : ILogFollower, IDisposable
{
    // One change at a time: a row read earlier must never replace one read later.
    private readonly SemaphoreSlim gate = new(1);
    private volatile DirectorySnapshot current = DirectorySnapshot.Empty;
    private readonly HashSet<long> readAlready = [];
    private bool isFollowing;
    private long position = -1;
    private long version;

    /// <summary>Every site, disabled ones too, in the order they were opened.</summary>
    public IReadOnlyList<Tenant> All => Seen(current.All);

    /// <summary>Numbers of sites that are switched off; small, so that queries over all sites can leave them out.</summary>
    public IReadOnlySet<int> Disabled => Seen(current.Disabled);

    /// <summary>Whether an agency has ended by today. Pages that show it ask for its site besides.</summary>
    public bool HasEnded(int id) => current.Closings.TryGetValue(id, out var closing) && FindById(id) is { } site && closing.IsOver(new TenantClock(site, clock).Today);

    /// <summary>Counts changes; what is derived from the directory is stale when it moved.</summary>
    public long Version => Interlocked.Read(ref version);

    string ILogFollower.Name => "directory";

    public Tenant? FindByName(string name) => Seen(current.ByName.GetValueOrDefault(name));

    /// <param name="host">Without its port; requests give the letters of a name, the directory holds what stands in the network, <c>xn--…</c>.</param>
    public Tenant? FindByHost(string host) => current.ByHost.GetValueOrDefault(Ascii.IsValid(host) ? host : new HostString(host).ToUriComponent());

    public Tenant? FindById(int id) => Seen(current.ById.GetValueOrDefault(id));

    /// <summary>The enabled site of an agency code, of either style; of an agency that ended, the site of who came after it.</summary>
    public Tenant? FindByAgencyCode(string code) => FindHolderOf(code) is { } holder && (SuccessorOf(holder) ?? holder) is { IsEnabled: true } site ? site : null;

    /// <summary>The working site of who came after an agency that has ended, however many came and went in between; null while it works, or where nobody came.</summary>
    public Tenant? SuccessorOf(Tenant site)
    {
        ArgumentNullException.ThrowIfNull(site);
        var seen = new HashSet<int>();
        var present = site;
        while (present is not null && seen.Add(present.Id) && present.Settings.Closing is { } closing && closing.IsOver(new TenantClock(present, clock).Today))
        {
            present = closing.Successors is [var first, ..] ? FindByName(first) : null;
        }

        return present?.Id == site.Id || (present is not null && present.Settings.Closing is not null && seen.Contains(present.Id)) ? null : present;
    }

    /// <summary>The site an agency code belongs to, enabled or not.</summary>
    public Tenant? FindHolderOf(string code) => Seen(current.ByAgencyCode.GetValueOrDefault(code));

    public Tenant? Portal => FindByName(Tenant.PortalName);

    public Tenant? ParentOf(Tenant tenant) => tenant.ParentName is { } parent ? FindByName(parent) : null;

    /// <summary>The enabled sites of working agencies under this one, in the order they were opened.</summary>
    public IReadOnlyList<Tenant> ChildrenOf(Tenant tenant) =>
        Seen<IReadOnlyList<Tenant>>(current.Children.TryGetValue(tenant.Name, out var children) ? current.Closings.Count == 0 ? children : [.. children.Where(child => !HasEnded(child.Id))] : []);

    /// <summary>Reads every site.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            await using var db = databases.OpenInstallation();
            var last = await db.Log.Where(e => e.Act == PublicationAct.SiteChanged).MaxAsync(e => (long?)e.Position, ct) ?? 0;
            var rows = await db.Tenants.AsNoTracking().OrderBy(t => t.Id).ToListAsync(ct);
            current = DirectorySnapshot.Empty.With([], rows.Select(row => row.ToTenant()));
            position = Math.Max(position, last);
            Interlocked.Increment(ref version);
            pages.Clear();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Reads these sites again; what has no row any more is gone.</summary>
    public Task ReloadAsync(IReadOnlyCollection<int> ids, CancellationToken ct) => ReloadAsync(ids, [], ct);

    /// <summary>Reads a site that this process has just changed.</summary>
    /// <param name="position">Where the log says so; it need not be followed again.</param>
    public Task ReloadAsync(int id, long position, CancellationToken ct) => ReloadAsync([id], [position], ct);

    private async Task ReloadAsync(IReadOnlyCollection<int> ids, IReadOnlyCollection<long> positions, CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            await using var db = databases.OpenInstallation();
            var rows = await db.Tenants.AsNoTracking().Where(t => ids.Contains(t.Id)).OrderBy(t => t.Id).ToListAsync(ct);
            var before = current;
            current = current.With(ids, rows.Select(row => row.ToTenant()));
            Interlocked.Increment(ref version);
            readAlready.UnionWith(isFollowing ? positions : []);
            EvictPagesOf(ids, before, current);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    // A page that asked which sites there are shows them all; one that asked for a site shows that site.
    private static T Seen<T>(T sites)
    {
        PageDependencies.Add(PageTag.Sites);
        return sites;
    }

    private static Tenant? Seen(Tenant? site)
    {
        PageDependencies.Add(site is null ? PageTag.Sites : PageTag.Site(site.Id));
        return site;
    }

    private void EvictPagesOf(IReadOnlyCollection<int> ids, DirectorySnapshot before, DirectorySnapshot now)
    {
        foreach (var id in ids)
        {
            var (old, site) = (before.ById.GetValueOrDefault(id), now.ById.GetValueOrDefault(id));
            if (old?.Host != site?.Host || old?.Name is { } name && name != site?.Name)
            {
                // Addresses lead elsewhere now, and any page may stand behind one of them.
                pages.Clear();
                return;
            }

            pages.Drop(PageTag.Site(id));
        }

        pages.Evict(PageTag.Sites);
    }

    ValueTask<long> ILogFollower.PositionAsync(CancellationToken ct)
    {
        isFollowing = true;
        return ValueTask.FromResult(Math.Max(position, 0));
    }

    async Task ILogFollower.FollowAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct)
    {
        var changed = entries.Where(entry => entry.Act == PublicationAct.SiteChanged && entry.Position > position && !readAlready.Contains(entry.Position)).Select(entry => entry.TenantId).Distinct().ToArray();
        if (entries.Any(entry => entry.Act == PublicationAct.Restored && entry.Position > position))
        {
            await ReloadAsync(ct);
        }
        else if (changed.Length > 0)
        {
            await ReloadAsync(changed, ct);
        }

        position = Math.Max(position, entries[^1].Position);
        await gate.WaitAsync(ct);
        readAlready.RemoveWhere(read => read <= position);
        gate.Release();
    }
}
