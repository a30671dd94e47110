using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Web;

namespace GovPortal.Content.Site;

/// <summary>A site's home page: the sections its modules offer, in the order the site chose.</summary>
public sealed class HomePage(VisitedSite site, ModuleList modules, IEnumerable<IHomeSection> sections) : PageModel
{
    public IReadOnlyList<HomeRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var shown = new List<HomeSection>();
        foreach (var section in InOrder(sections.Where(s => modules.IsOn(s.Module, site.Tenant))))
        {
            if (await section.LoadAsync(ct) is { } model)
            {
                shown.Add(new HomeSection(section.Name, section.Partial, model));
            }
        }

        var chosen = site.Tenant.Settings.HomeSections;
        Rows = HomeRow.Lay(shown, site.Tenant.IsPortal, isAwaited: chosen.Count == 0 || chosen.Any(name => name is "news" or "documents"));
    }

    private IEnumerable<IHomeSection> InOrder(IEnumerable<IHomeSection> offered)
    {
        var chosen = site.Tenant.Settings.HomeSections.ToList();
        return chosen.Count == 0
            ? offered.OrderBy(s => s.Order)
            : offered.Where(s => chosen.Contains(s.Name)).OrderBy(s => chosen.IndexOf(s.Name));
    }
}
