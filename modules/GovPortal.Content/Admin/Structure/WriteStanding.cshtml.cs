using System.Globalization;
using GovPortal.Core.Content;
using GovPortal.Core.Security;
using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Core.Web;
using GovPortal.Core.Writing;

namespace GovPortal.Content.Admin.Structure;

/// <summary>Writes a standing page, keeps it as a draft, publishes or corrects it, and puts it below another.</summary>
[Authorize(Permission.Write)]
public sealed class WriteStandingPage(DeskContent desk, PublishingDesk publishing, SafeHtml html, WritingDesk writing, Autosaves autosaves, SiteStructure structure, PageAddresses addresses, IAuthorizationService authorization, Texts texts, VisitedSite site) : PageModel
{
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

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public int? Revision { get; set; }

    /// <summary>Name of this form while the page is new, so that sending it twice saves it once.</summary>
    [BindProperty]
    public string? Key { get; set; }

    /// <summary>The version of somebody else that the editor has seen and covers with a newer one; null for the usual save.</summary>
    [BindProperty]
    public int? Over { get; set; }

    /// <summary>The form as this person has it open.</summary>
    public OpenForm Open { get; private set; } = null!;

    /// <summary>Somebody else saved meanwhile; null where nobody did.</summary>
    public Collision? Collision { get; private set; }

    /// <summary>Null while the page is new.</summary>
    public DeskItem? Found { get; private set; }

    public Page? Newest { get; private set; }

    public bool CanPublish { get; private set; }

    /// <summary>True when somebody else has to approve what this person saves.</summary>
    public bool MustSubmit { get; private set; }

    /// <summary>True for those who may change the site itself.</summary>
    public bool MaySeeSource { get; private set; }

    /// <summary>Where a page stands readers see at once, so that with a public page only those who publish may change it.</summary>
    public bool MayMove => CanPublish || Found is null || Found.Item.State == ContentState.Draft;

    /// <summary>The pages this one may stand below.</summary>
    public IReadOnlyList<PageNode<DeskLine>> Parents { get; private set; } = [];

    /// <param name="tam">Number of the unsaved text to go on with.</param>
    /// <param name="duoi">Number of the page that a new one is to stand below.</param>
    public async Task<IActionResult> OnGetAsync(long? id, long? tam, long? duoi, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        Parent = id is null ? duoi : UnderOf(id.Value);
        if (Newest is { } page)
        {
            (Title, TitleEn, Summary, Body, BodyEn, Slug) = (page.Title, page.TitleEn, page.Summary, page.Body, page.BodyEn, Found!.Item.Slug);
        }

        Open = await writing.OpenAsync(PageType.TypeName, id, Found?.Item.Revision, User.PersonId()!.Value, tam, ct);
        (Key, Revision) = (Open.Key, Open.Revision);
        if (Open.TakenUp is { } unsaved)
        {
            TakeUp(BodyJson.Read<Dictionary<string, string>>(unsaved.Fields));
        }

        return Page();
    }

    public Task<IActionResult> OnPostAsync(long? id, CancellationToken ct) => SaveAsync(id, DeskAct.Save, ct);

    public Task<IActionResult> OnPostSubmitAsync(long? id, CancellationToken ct) => SaveAsync(id, DeskAct.Submit, ct);

    public Task<IActionResult> OnPostPublishAsync(long? id, CancellationToken ct) => SaveAsync(id, DeskAct.Publish, ct);

    /// <param name="then">What is to become of the saved version.</param>
    private async Task<IActionResult> SaveAsync(long? id, DeskAct then, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        if (then == DeskAct.Publish && !CanPublish)
        {
            return Forbid();
        }

        var form = Written(id);
        Open = new OpenForm(form.Form, form.Key, id, Revision) { PersonId = User.PersonId()!.Value };
        var page = Compose();
        var wish = WantedSlug();
        if (!ModelState.IsValid || ModelState.Refused(id is null || wish is not null ? addresses.Refuse(wish ?? VietnameseText.Slug(page.Title)) : null, texts, site))
        {
            return Page();
        }

        var (saved, wasSavedBefore) = await writing.SaveOnceAsync(form, Open.PersonId, () => publishing.SaveDraftAsync(id, page, Over ?? Revision, wish, Open.PersonId, ct), ct);
        if (wasSavedBefore || saved.Refusals is [{ Code: "content.save.stale" }])
        {
            return await MeetAsync(id ?? saved.Id, page, form, then, ct);
        }

        return ModelState.Refused(saved.Refusals, texts, site) ? Page() : await DoneAsync(saved.Id, then, ct);
    }

    /// <summary>What was sent does not follow the newest version: it is that version, sent twice, or another, and then both are shown.</summary>
    private async Task<IActionResult> MeetAsync(long id, Page mine, WrittenForm form, DeskAct then, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        if (BodyJson.Write(mine) == BodyJson.Write(Newest!))
        {
            return Done(id, then, refusal: null);
        }

        // Whatever becomes of this page, the text is kept.
        await autosaves.KeepAsync(Open.PersonId, form with { ItemId = id, Key = id.ToString(CultureInfo.InvariantCulture), Revision = Revision ?? Found!.Item.Revision }, ct);
        if (form.ItemId is null)
        {
            return LocalRedirect(site.Link($"/quan-tri/trang-tinh/{id}"));
        }

        Collision = new Collision(Found!, mine, Newest!);
        ModelState.Refused(new Refusal("content.save.stale"), texts, site);
        return Page();
    }

    /// <summary>Saved it is; what is refused from here on, the next page says.</summary>
    private async Task<LocalRedirectResult> DoneAsync(long id, DeskAct then, CancellationToken ct)
    {
        if (MayMove && Parent != UnderOf(id) && (Parent is null || Parents.Any(page => page.Id == Parent)))
        {
            await structure.ChangeAsync("site.pages", settings => settings.PageTree, seen: null, present => present with { PageTree = PageTree.Put(present.PageTree, id, Parent) }, Open.PersonId, ct);
        }

        return Done(id, then, then switch
        {
            DeskAct.Publish => await publishing.PublishAsync(id, Note, Open.PersonId, ct),
            DeskAct.Submit => await publishing.SubmitAsync(id, Open.PersonId, ct),
            _ => null,
        });
    }

    private LocalRedirectResult Done(long id, DeskAct then, Refusal? refusal)
    {
        TempData["refused"] = refusal is null ? null : new[] { texts.Sentence(site.Language, refusal) };
        TempData["done"] = refusal is not null || then == DeskAct.Save ? "desk.done.saved" : then == DeskAct.Publish ? "desk.done.publish" : "desk.done.submit";
        return LocalRedirect(site.Link(then == DeskAct.Submit ? $"/quan-tri/muc/{id}" : $"/quan-tri/trang-tinh/{id}"));
    }

    private WrittenForm Written(long? id) => new(PageType.TypeName, id?.ToString(CultureInfo.InvariantCulture) ?? (Key is { Length: > 0 and <= 40 } ? Key : Guid.NewGuid().ToString("n")), id, Revision, new Dictionary<string, string>
    {
        [nameof(Title)] = Title ?? "",
        [nameof(TitleEn)] = TitleEn ?? "",
        [nameof(Summary)] = Summary ?? "",
        [nameof(Body)] = Body ?? "",
        [nameof(BodyEn)] = BodyEn ?? "",
        [nameof(Parent)] = Parent?.ToString(CultureInfo.InvariantCulture) ?? "",
        [nameof(Slug)] = Slug ?? "",
        [nameof(Note)] = Note ?? "",
    });

    private void TakeUp(Dictionary<string, string> fields)
    {
        string? Of(string name) => fields.GetValueOrDefault(name);
        (Title, TitleEn, Summary, Slug, Note) = (Of(nameof(Title)), Of(nameof(TitleEn)), Of(nameof(Summary)), Of(nameof(Slug)), Of(nameof(Note)));
        (Body, BodyEn) = (html.Clean(Of(nameof(Body))), html.Clean(Of(nameof(BodyEn))));
        Parent = long.TryParse(Of(nameof(Parent)), NumberStyles.None, CultureInfo.InvariantCulture, out var parent) ? parent : null;
    }

    private Page Compose() => new()
    {
        Title = VietnameseText.NormalizeLine(Title ?? ""),
        TitleEn = string.IsNullOrWhiteSpace(TitleEn) ? null : VietnameseText.NormalizeLine(TitleEn),
        Summary = string.IsNullOrWhiteSpace(Summary) ? null : VietnameseText.NormalizeLine(Summary),
        Body = html.Clean(Body),
        BodyEn = html.Clean(BodyEn) is { Length: > 0 } english ? english : null,
    };

    private string? WantedSlug()
    {
        var wish = string.IsNullOrWhiteSpace(Slug) ? null : VietnameseText.Slug(Slug);
        return wish == Found?.Item.Slug ? null : wish;
    }

    private long? UnderOf(long id) => site.Tenant.Settings.PageTree.FirstOrDefault(place => place.Id == id)?.Under;

    private async Task<bool> TryFindAsync(long? id, CancellationToken ct)
    {
        CanPublish = (await authorization.AuthorizeAsync(User, Permission.Publish)).Succeeded;
        MustSubmit = !CanPublish || await desk.HasOthersWhoApproveAsync(User.PersonId(), ct);
        MaySeeSource = (await authorization.AuthorizeAsync(User, Permission.ManageSite)).Succeeded;
        Parents = PageTree.ThatMayHold(id, PageTree.Lay(await desk.ListAllAsync(PageType.TypeName, PageTreePage.MostPages, ct), page => page.Id, site.Tenant.Settings.PageTree), PageTreePage.LowestLevel);
        if (id is null)
        {
            return true;
        }

        Newest = await desk.FindNewestAsync<Page>(id.Value, ct);
        Found = Newest is null ? null : await desk.FindAsync(id.Value, ct);
        return Found is not null;
    }
}
