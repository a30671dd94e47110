using GovPortal.Core.Caching;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Disclosure.Duties;
using GovPortal.Disclosure.Tables;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Web;
using GovPortal.Web.Caching;

namespace GovPortal.Disclosure.Site;

/// <summary>The public page of one piece of disclosed information: what it is, its tables with their sums, its files.</summary>
public sealed class ShowPage(PublishedContent content, VisitedSite site, DutyStandings standings, ModuleList modules, IEnumerable<IFilesSection> sections) : PageModel
{
    public FoundItem<DisclosedInformation> Found { get; private set; } = null!;

    /// <summary>What the law calls it; null for a key that holds no more.</summary>
    public Duty? Duty { get; private set; }

    public IReadOnlyList<ShownTable> Tables { get; private set; } = [];

    /// <summary>What other modules say of its files.</summary>
    public IReadOnlyList<LoadedSection> AboutFiles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await content.FindAsync<DisclosedInformation>(slug, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.IsMoved)
        {
            return RedirectPermanent(AskedQuery.Onto(site.Link($"/cong-khai/{found.Item.Slug}"), HttpContext));
        }

        Found = found;
        PageDependencies.IsPageOf(found.Item.Id);
        Duty = standings.Pack.Find(found.Body?.Section);
        Tables = [.. (found.Body?.Tables ?? []).Select((table, n) => new ShownTable(table, n + 1, site.Link($"/cong-khai/{found.Item.Slug}/bang-{n + 1}")))];
        AboutFiles = await sections.LoadAsync(modules, site.Tenant, [.. (found.Body?.Files ?? []).Select(file => new ShownFile(file.Url, file.Name))], ct);
        return Page();
    }
}
