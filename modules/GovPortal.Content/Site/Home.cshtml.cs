using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Web;

namespace GovPortal.Content.Site;

/// <summary>A site's home page: the sections its modules offer, in the order the site chose.</summary>
public sealed class HomePage(VisitedSite site, ModuleList modules, IEnumerable<IHomeSection> sections) : PageModel
{
    /// <summary>The sections that the site may show, in their order. Each is read while it is rendered, so that one that is kept is not read again.</summary>
    public IReadOnlyList<IHomeSection> Sections { get; private set; } = [];

    public void OnGet() => Sections = [.. InOrder(sections.Where(s => modules.IsOn(s.Module, site.Tenant)))];

    /// <summary>Lays out the sections that have something to show.</summary>
    public IReadOnlyList<HomeRow> Lay(IReadOnlyList<HomeSection> shown)
    {
        var chosen = site.Tenant.Settings.HomeSections;
        return HomeRow.Lay(shown, site.Tenant.IsPortal, isAwaited: chosen.Count == 0 || chosen.Any(name => name is "news" or "documents"));
    }

    private IEnumerable<IHomeSection> InOrder(IEnumerable<IHomeSection> offered)
    {
        var chosen = site.Tenant.Settings.HomeSections.ToList();
        return chosen.Count == 0
            ? offered.OrderBy(s => s.Order)
            : offered.Where(s => chosen.Contains(s.Name)).OrderBy(s => chosen.IndexOf(s.Name));
    }
}
