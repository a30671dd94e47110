using System.Collections.Frozen;
using System.Collections.Immutable;
using GovPortal.Core.Tenancy;

namespace GovPortal.Storage.Tenancy;

/// <summary>All sites at one moment. A change makes the next moment's from it by touching only the sites that changed.</summary>
internal sealed record DirectorySnapshot
{
    private static readonly ImmutableDictionary<string, Tenant> none = ImmutableDictionary.Create<string, Tenant>(StringComparer.OrdinalIgnoreCase);

    public static readonly DirectorySnapshot Empty = new();

    private readonly Lazy<IReadOnlyList<Tenant>> all;
    private readonly Lazy<FrozenDictionary<string, Tenant[]>> children;
    private readonly Lazy<FrozenSet<int>> disabled;
    private readonly Lazy<FrozenDictionary<int, SiteClosing>> closings;

    private DirectorySnapshot()
    {
        all = new(() => [.. ById.Values]);
        children = new(() => All.Where(t => t.IsEnabled && t.ParentName is not null).GroupBy(t => t.ParentName!).ToFrozenDictionary(group => group.Key, group => group.ToArray()));
        closings = new(() => All.Where(t => t.Settings.Closing is not null).ToFrozenDictionary(t => t.Id, t => t.Settings.Closing!));
        disabled = new(() => All.Where(t => !t.IsEnabled).Select(t => t.Id).ToFrozenSet());
    }

    public ImmutableSortedDictionary<int, Tenant> ById { get; private init; } = ImmutableSortedDictionary<int, Tenant>.Empty;
    public ImmutableDictionary<string, Tenant> ByName { get; private init; } = none;
    public ImmutableDictionary<string, Tenant> ByHost { get; private init; } = none;

    /// <summary>Disabled sites too: their codes are not free.</summary>
    public ImmutableDictionary<string, Tenant> ByAgencyCode { get; private init; } = none;

    // What follows is asked for by pages, not while many sites are being opened: it is made when first asked for.
    public IReadOnlyList<Tenant> All => all.Value;
    public FrozenDictionary<string, Tenant[]> Children => children.Value;
    public FrozenSet<int> Disabled => disabled.Value;
    public FrozenDictionary<int, SiteClosing> Closings => closings.Value;

    /// <summary>The sites of these numbers as they are now; numbers without a site are those of removed sites.</summary>
    public DirectorySnapshot With(IReadOnlyCollection<int> ids, IEnumerable<Tenant> now)
    {
        var (byId, byName, byHost, byCode) = (ById.ToBuilder(), ByName.ToBuilder(), ByHost.ToBuilder(), ByAgencyCode.ToBuilder());
        foreach (var before in ids.Select(id => ById.GetValueOrDefault(id)).OfType<Tenant>())
        {
            byId.Remove(before.Id);
            Drop(byName, before, before.Name);
            Drop(byHost, before, before.Host);
            before.Settings.FormerNames.ToList().ForEach(name => Drop(byName, before, name));
            before.Settings.FormerHosts.ToList().ForEach(host => Drop(byHost, before, host));
            Drop(byCode, before, before.AgencyCode);
            Drop(byCode, before, before.OldAgencyCode);
        }

        var present = now.ToArray();
        foreach (var tenant in present)
        {
            byId[tenant.Id] = tenant;
            Add(byName, tenant, tenant.Name);
            Add(byHost, tenant, tenant.Host);
            Add(byCode, tenant, tenant.AgencyCode);
            Add(byCode, tenant, tenant.OldAgencyCode);
        }

        // What a site was called before leads to it, unless another is called so now.
        foreach (var tenant in present)
        {
            tenant.Settings.FormerNames.ToList().ForEach(name => byName.TryAdd(name, tenant));
            tenant.Settings.FormerHosts.ToList().ForEach(host => byHost.TryAdd(host, tenant));
        }

        return new DirectorySnapshot { ById = byId.ToImmutable(), ByName = byName.ToImmutable(), ByHost = byHost.ToImmutable(), ByAgencyCode = byCode.ToImmutable() };
    }

    private static void Drop(ImmutableDictionary<string, Tenant>.Builder sites, Tenant tenant, string? key)
    {
        if (key is not null && sites.TryGetValue(key, out var holder) && holder.Id == tenant.Id)
        {
            sites.Remove(key);
        }
    }

    // Of two sites with one code, which only a recipe can bring about, the older keeps it unless it is off.
    private static void Add(ImmutableDictionary<string, Tenant>.Builder sites, Tenant tenant, string? key)
    {
        if (key is not null && (!sites.TryGetValue(key, out var holder) || holder.Id >= tenant.Id || !holder.IsEnabled))
        {
            sites[key] = tenant;
        }
    }
}
