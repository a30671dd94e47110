using GovPortal.Core.Caching;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Reading;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Caching;

namespace GovPortal.Alerts;

/// <summary>An alert with the site that gave it.</summary>
public sealed record PublishedAlert(Tenant Owner, ListedItem Item, AlertLine Line)
{
    public DateTimeOffset BeginsAt => Line.BeginsFor(Owner);

    public DateTimeOffset EndsAt => Line.EndsFor(Owner);
}

/// <summary>
/// The alerts of a site: its own and those of the portal that reach it. They stand on every page, so they are kept in memory until one is published or
/// withdrawn; a page that shows them, or could, is rendered anew at that moment, and whenever one begins or ends.
/// </summary>
public sealed class RunningAlerts(PublishedContentOf contentOf, TenantDirectory directory, ModuleList modules, CountCache kept, TimeProvider clock)
{
    // Of a year; what is older has ended.
    private const int Most = 500;

    /// <summary>Those in force now, the gravest first, then the newest.</summary>
    public async Task<IReadOnlyList<PublishedAlert>> OnAsync(Tenant site, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return [.. (await AllOnAsync(site, ct)).Where(alert => alert.BeginsAt <= now && now < alert.EndsAt)
            .OrderByDescending(alert => alert.Line.Grade).ThenByDescending(alert => alert.BeginsAt).ThenByDescending(alert => alert.Item.Id)];
    }

    /// <summary>Past, present and to come, by their beginning, the last first.</summary>
    public async Task<IReadOnlyList<PublishedAlert>> AllOnAsync(Tenant site, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(site);
        var alerts = new List<PublishedAlert>();
        foreach (var owner in new[] { directory.Portal, site }.OfType<Tenant>().DistinctBy(owner => owner.Id).Where(owner => modules.IsOn(AlertsModule.Named, owner)))
        {
            alerts.AddRange((await OfOwnerAsync(owner)).Where(alert => alert.Line.IsFor(site, owner)));
        }

        var now = clock.GetUtcNow();
        foreach (var turn in alerts.SelectMany(alert => new[] { alert.BeginsAt, alert.EndsAt }).Where(turn => turn > now))
        {
            PageDependencies.EndBy(turn);
        }

        ct.ThrowIfCancellationRequested();
        return [.. alerts.OrderByDescending(alert => alert.BeginsAt).ThenByDescending(alert => alert.Item.Id)];
    }

    private Task<IReadOnlyList<PublishedAlert>> OfOwnerAsync(Tenant owner)
    {
        var tag = PageTag.Items(owner.Id, AlertType.TypeName);
        PageDependencies.Add(tag);
        return kept.GetAsync<IReadOnlyList<PublishedAlert>>(tag, "alerts", async () =>
        {
            var list = await contentOf(owner).ListAsync(new ListQuery(AlertType.TypeName, Size: Most) { IsCounted = false }, CancellationToken.None);
            return [.. list.Items.Select(item => new PublishedAlert(owner, item, AlertType.LineOf(item)))];
        });
    }
}
