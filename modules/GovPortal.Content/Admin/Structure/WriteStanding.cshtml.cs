using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Editing.Cleaning;
using GovPortal.Editing.Forms;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Publishing.Sites;

namespace GovPortal.Content.Admin.Structure;

/// <summary>Writes a standing page, keeps it as a draft, publishes or corrects it, and puts it below another.</summary>
[Authorize(Permission.Write)]
public sealed class WriteStandingPage(EditFormServices room, SafeHtml html, SiteStructure structure, PageAddresses addresses, VisitedSite site) : WritingPage<Page>(room)
{
    private IReadOnlyList<PageNode<DeskLine>> tree = [];

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? TitleEn { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? BodyEn { get; set; }

    /// <summary>Number of the page above it; null at the top.</summary>
    [BindProperty]
    public long? Parent { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    /// <summary>Number of the page that a new one is to stand below.</summary>
    [BindProperty(SupportsGet = true, Name = "duoi")]
    public long? Above { get; set; }

    /// <summary>Where a page stands readers see at once, so that with a public page only those who publish may change it.</summary>
    public bool MayMove => CanPublish || Found is null || Found.Item.State == ContentState.Draft;

    /// <summary>The pages this one may stand below.</summary>
    public IReadOnlyList<PageNode<DeskLine>> Parents => PageTree.ThatMayHold(Found?.Item.Id, tree, PageTreePage.LowestLevel);

    protected override string FirstField => nameof(Body);

    protected override void Begin() => Parent = Above;

    protected override void Fill(Page record)
    {
        (Title, TitleEn, Summary, Body, BodyEn) = (record.Title, record.TitleEn, record.Summary, record.Body, record.BodyEn);
        (Slug, Parent) = (Found?.Item.Slug, Found is { } found ? UnderOf(found.Item.Id) : Above);
    }

    protected override Task TakeUpAsync(IReadOnlyDictionary<string, string> fields, CancellationToken ct)
    {
        string? Of(string name) => fields.GetValueOrDefault(name);
        (Title, TitleEn, Summary, Slug) = (Of(nameof(Title)), Of(nameof(TitleEn)), Of(nameof(Summary)), Of(nameof(Slug)));
        (Body, BodyEn) = (html.Clean(Of(nameof(Body))), html.Clean(Of(nameof(BodyEn))));
        Parent = long.TryParse(Of(nameof(Parent)), NumberStyles.None, CultureInfo.InvariantCulture, out var parent) ? parent : null;
        return Task.CompletedTask;
    }

    protected override Page Compose() => new()
    {
        Title = VietnameseText.NormalizeLine(Title ?? ""),
        TitleEn = string.IsNullOrWhiteSpace(TitleEn) ? null : VietnameseText.NormalizeLine(TitleEn),
        Summary = string.IsNullOrWhiteSpace(Summary) ? null : VietnameseText.NormalizeLine(Summary),
        Body = html.Clean(Body),
        BodyEn = html.Clean(BodyEn) is { Length: > 0 } english ? english : null,
    };

    protected override string? WantedSlug()
    {
        var wish = string.IsNullOrWhiteSpace(Slug) ? null : VietnameseText.Slug(Slug);
        return wish == Found?.Item.Slug ? null : wish;
    }

    protected override Task<Refusal?> RefuseAsync(Page record, CancellationToken ct) =>
        Task.FromResult(Found is null || WantedSlug() is not null ? addresses.Refuse(WantedSlug() ?? VietnameseText.Slug(record.Title)) : null);

    protected override async Task PrepareAsync(CancellationToken ct) =>
        tree = PageTree.Lay(await Room.Desk.ListAllAsync(PageType.TypeName, PageTreePage.MostPages, ct), page => page.Id, site.Tenant.Settings.PageTree);

    protected override async Task SavedAsync(long id, CancellationToken ct)
    {
        if (MayMove && Parent != UnderOf(id) && (Parent is null || Parents.Any(page => page.Id == Parent)))
        {
            var titles = new Dictionary<long, string>(tree.ToDictionary(node => node.Id, node => node.Page.Title)) { [id] = Title ?? "" };
            await structure.ChangeAsync("site.pages", settings => settings.PageTree, seen: null, present => present with { PageTree = PageTree.Put(present.PageTree, id, Parent) }, Open.PersonId, ct, told: places => PageTree.Told(places, titles));
        }
    }

    private long? UnderOf(long id) => site.Tenant.Settings.PageTree.FirstOrDefault(place => place.Id == id)?.Under;
}
