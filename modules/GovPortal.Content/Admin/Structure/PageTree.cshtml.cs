using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Desk;
using GovPortal.Publishing.Sites;
using GovPortal.Publishing.Web;

namespace GovPortal.Content.Admin.Structure;

/// <summary>The standing pages of the site, drafts too, as the tree they form. Who publishes may move them about.</summary>
[Authorize(Permission.Write), ShowsPreview]
public sealed class PageTreePage(DeskContent desk, IAuthorizationService authorization, SiteStructure structure, Texts texts, VisitedSite site)
    : ArrangingPage<PageRow, IReadOnlyList<PagePlace>>(structure, texts, site)
{
    /// <summary>Deepest level of a page; deeper ones nobody finds.</summary>
    public const int LowestLevel = 3;

    /// <summary>More than a site has of pages that stand; the list of all content finds the others.</summary>
    public const int MostPages = 200;

    private Dictionary<long, DeskLine> pages = [];

    public override int Most => MostPages;

    public override int Deepest => LowestLevel;

    /// <summary>True for those whose moves readers see at once.</summary>
    public bool MayMove { get; private set; }

    protected override string Act => "site.pages";

    protected override string Address => "/quan-tri/trang-tinh";

    protected override string Previewed => "/so-do";

    public override string NameOf(int place) => LineOf(Rows[place]).Title;

    public DeskLine LineOf(PageRow row) => pages[row.Id];

    protected override IReadOnlyList<PagePlace> PartOf(TenantSettings settings) => settings.PageTree;

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        MayMove = (await authorization.AuthorizeAsync(User, Permission.Publish)).Succeeded;
        pages = (await desk.ListAllAsync(PageType.TypeName, MostPages, ct)).ToDictionary(page => page.Id);
        Rows = [.. Rows.Where(row => pages.ContainsKey(row.Id)).DistinctBy(row => row.Id)];
    }

    protected override bool MaySave() => MayMove;

    protected override Task<Refusal?> SaveAsync(Guid? by, CancellationToken ct) =>
        Structure.ChangeAsync(Act, PartOf, Seen ?? "", Compose, by, ct, told: places => PageTree.Told(places, pages.ToDictionary(page => page.Key, page => page.Value.Title)));

    protected override void Fill(TenantSettings settings) =>
        Rows = [.. PageTree.Lay(pages.Values.ToArray(), page => page.Id, settings.PageTree).Select(node => new PageRow { Id = node.Id, Level = Math.Min(node.Level, LowestLevel) })];

    // A page written while the form was open keeps the place it was given.
    protected override TenantSettings Compose(TenantSettings present)
    {
        var rows = Rows.Select((row, place) => new PagePlace(row.Id, Arrangement.ParentOf(Rows, place) is { } parent ? Rows[parent].Id : null)).ToArray();
        return present with { PageTree = [.. rows, .. present.PageTree.Where(place => pages.ContainsKey(place.Id) && !rows.Any(row => row.Id == place.Id))] };
    }
}

/// <summary>A page on the form.</summary>
public sealed class PageRow : IArrangedRow
{
    public int Level { get; set; }
    public long Id { get; set; }
}
