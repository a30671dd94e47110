using System.Globalization;
using GovPortal.Core.Content;
using GovPortal.Core.Security;
using GovPortal.Core.Storage;
using GovPortal.Core.Text;
using GovPortal.Core.Web;
using GovPortal.Core.Writing;
using Microsoft.AspNetCore.Http;

namespace GovPortal.News.Admin;

/// <summary>Writes an article, keeps it as a draft, publishes or corrects it.</summary>
[Authorize(Permission.Write)]
[RequestSizeLimit(IUploads.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = IUploads.LargestRequest)]
public sealed class WritePage(DeskContent desk, PublishedContent published, PublishingDesk publishing, IUploads uploads, SafeHtml html, WritingDesk writing, Autosaves autosaves, IAuthorizationService authorization, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? Category { get; set; }

    [BindProperty]
    public string? Slug { get; set; }

    [BindProperty]
    public string? PictureAlt { get; set; }

    [BindProperty]
    public IFormFile? Picture { get; set; }

    [BindProperty]
    public bool IsPinned { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public int? Revision { get; set; }

    /// <summary>Name of this form while the article is new, so that sending it twice saves it once.</summary>
    [BindProperty]
    public string? Key { get; set; }

    /// <summary>The version of somebody else that the editor has seen and covers with a newer one; null for the usual save.</summary>
    [BindProperty]
    public int? Over { get; set; }

    /// <summary>A picture uploaded with an earlier sending of this form that was not saved.</summary>
    [BindProperty]
    public string? StoredPicture { get; set; }

    /// <summary>The form as this person has it open.</summary>
    public OpenForm Open { get; private set; } = null!;

    /// <summary>Somebody else saved meanwhile; null where nobody did.</summary>
    public Collision? Collision { get; private set; }

    /// <summary>Null while the article is new.</summary>
    public DeskItem? Found { get; private set; }

    public Article? Newest { get; private set; }

    public bool CanPublish { get; private set; }

    /// <summary>True when somebody else has to approve what this person saves.</summary>
    public bool MustSubmit { get; private set; }

    /// <summary>True for those who may change the site itself.</summary>
    public bool MaySeeSource { get; private set; }

    public IReadOnlyList<TermCount> Categories { get; private set; } = [];

    /// <param name="tam">Number of the unsaved text to go on with.</param>
    public async Task<IActionResult> OnGetAsync(long? id, long? tam, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        if (Newest is { } article)
        {
            (Title, Summary, Body, Category, PictureAlt, IsPinned) = (article.Title, article.Summary, article.Body, article.CategoryLabel, article.PictureAlt, article.IsPinned);
            Slug = Found!.Item.Slug;
        }

        Open = await writing.OpenAsync(ArticleType.TypeName, id, Found?.Item.Revision, User.PersonId()!.Value, tam, ct);
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
        StoredPicture = await StorePictureAsync(ct) ?? StoredPicture;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var article = Compose();
        var (saved, wasSavedBefore) = await writing.SaveOnceAsync(form, Open.PersonId, () => publishing.SaveDraftAsync(id, article, Over ?? Revision, WantedSlug(), Open.PersonId, ct), ct);
        if (wasSavedBefore || saved.Refusals is [{ Code: "content.save.stale" }])
        {
            return await MeetAsync(id ?? saved.Id, article, form, then, ct);
        }

        if (ModelState.Refused(saved.Refusals, texts, site))
        {
            return Page();
        }

        return await DoneAsync(saved.Id, then, ct);
    }

    /// <summary>What was sent does not follow the newest version: it is that version, sent twice, or another, and then both are shown.</summary>
    private async Task<IActionResult> MeetAsync(long id, Article mine, WrittenForm form, DeskAct then, CancellationToken ct)
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
            return LocalRedirect(site.Link($"/quan-tri/tin-tuc/{id}"));
        }

        Collision = new Collision(Found!, mine, Newest!);
        ModelState.Refused(new Refusal("content.save.stale"), texts, site);
        return Page();
    }

    /// <summary>Saved it is; what is refused from here on, the next page says.</summary>
    private async Task<LocalRedirectResult> DoneAsync(long id, DeskAct then, CancellationToken ct) => Done(id, then, then switch
    {
        DeskAct.Publish => await publishing.PublishAsync(id, Note, Open.PersonId, ct),
        DeskAct.Submit => await publishing.SubmitAsync(id, Open.PersonId, ct),
        _ => null,
    });

    private LocalRedirectResult Done(long id, DeskAct then, Refusal? refusal)
    {
        TempData["refused"] = refusal is null ? null : new[] { texts.Sentence(site.Language, refusal) };
        TempData["done"] = refusal is not null || then == DeskAct.Save ? "desk.done.saved" : then == DeskAct.Publish ? "desk.done.publish" : "desk.done.submit";
        return LocalRedirect(site.Link(then == DeskAct.Submit ? $"/quan-tri/muc/{id}" : $"/quan-tri/tin-tuc/{id}"));
    }

    private WrittenForm Written(long? id) => new(ArticleType.TypeName, id?.ToString(CultureInfo.InvariantCulture) ?? (Key is { Length: > 0 and <= 40 } ? Key : Guid.NewGuid().ToString("n")), id, Revision, new Dictionary<string, string>
    {
        [nameof(Title)] = Title ?? "",
        [nameof(Summary)] = Summary ?? "",
        [nameof(Body)] = Body ?? "",
        [nameof(Category)] = Category ?? "",
        [nameof(PictureAlt)] = PictureAlt ?? "",
        [nameof(IsPinned)] = IsPinned ? "true" : "",
        [nameof(Slug)] = Slug ?? "",
        [nameof(Note)] = Note ?? "",
    });

    private void TakeUp(Dictionary<string, string> fields)
    {
        string? Of(string name) => fields.GetValueOrDefault(name);
        (Title, Summary, Body, Category, PictureAlt, Slug, Note) = (Of(nameof(Title)), Of(nameof(Summary)), html.Clean(Of(nameof(Body))), Of(nameof(Category)), Of(nameof(PictureAlt)), Of(nameof(Slug)), Of(nameof(Note)));
        IsPinned = Of(nameof(IsPinned)) == "true";
    }

    private Article Compose() => new()
    {
        Title = VietnameseText.NormalizeLine(Title ?? ""),
        Summary = string.IsNullOrWhiteSpace(Summary) ? null : VietnameseText.NormalizeLine(Summary),
        Body = html.Clean(Body),
        Category = string.IsNullOrWhiteSpace(Category) ? null : VietnameseText.Slug(Category),
        CategoryLabel = string.IsNullOrWhiteSpace(Category) ? null : VietnameseText.NormalizeLine(Category),
        Picture = StoredPicture is { Length: < 400 } picture && picture.StartsWith("/tep/", StringComparison.Ordinal) ? picture : Newest?.Picture,
        PictureAlt = string.IsNullOrWhiteSpace(PictureAlt) ? null : VietnameseText.NormalizeLine(PictureAlt),
        Source = Newest?.Source,
        IsPinned = IsPinned,
    };

    private string? WantedSlug()
    {
        var wish = string.IsNullOrWhiteSpace(Slug) ? null : VietnameseText.Slug(Slug);
        return wish == Found?.Item.Slug ? null : wish;
    }

    private async Task<string?> StorePictureAsync(CancellationToken ct)
    {
        var (path, refusal) = Picture is null ? default : await uploads.KeepPictureAsync(Picture, PictureAlt, Open.PersonId, ct);
        ModelState.Refused(refusal, texts, site);
        return path;
    }

    private async Task<bool> TryFindAsync(long? id, CancellationToken ct)
    {
        CanPublish = (await authorization.AuthorizeAsync(User, Permission.Publish)).Succeeded;
        MustSubmit = !CanPublish || await desk.HasOthersWhoApproveAsync(User.PersonId(), ct);
        MaySeeSource = (await authorization.AuthorizeAsync(User, Permission.ManageSite)).Succeeded;
        Categories = await published.CountTermsAsync(ArticleType.TypeName, "category", ct);
        if (id is null)
        {
            return true;
        }

        Newest = await desk.FindNewestAsync<Article>(id.Value, ct);
        Found = Newest is null ? null : await desk.FindAsync(id.Value, ct);
        return Found is not null;
    }
}
