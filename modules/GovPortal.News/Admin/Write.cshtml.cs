using GovPortal.Core.Content;
using GovPortal.Core.Security;
using GovPortal.Core.Storage;
using GovPortal.Core.Text;
using GovPortal.Core.Web;
using Microsoft.AspNetCore.Http;

namespace GovPortal.News.Admin;

/// <summary>Writes an article, keeps it as a draft, publishes or corrects it.</summary>
[Authorize(Permission.Write)]
public sealed class WritePage(DeskContent desk, PublishedContent published, PublishingDesk publishing, SiteFiles files, SafeHtml html, IAuthorizationService authorization, Texts texts, VisitedSite site) : PageModel
{
    /// <summary>Pictures above this are refused; the media library will make smaller ones by itself.</summary>
    private const int LargestPicture = 5 * 1024 * 1024;

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

    /// <summary>Null while the article is new.</summary>
    public DeskItem? Found { get; private set; }

    public Article? Newest { get; private set; }

    public bool CanPublish { get; private set; }

    /// <summary>True when somebody else has to approve what this person saves.</summary>
    public bool MustSubmit { get; private set; }

    public IReadOnlyList<TermCount> Categories { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long? id, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        if (Newest is { } article)
        {
            (Title, Summary, Body, Category, PictureAlt, IsPinned) = (article.Title, article.Summary, article.Body, article.CategoryLabel, article.PictureAlt, article.IsPinned);
            (Slug, Revision) = (Found!.Item.Slug, Found.Item.Revision);
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

        var picture = await StorePictureAsync(ct);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var saved = await publishing.SaveDraftAsync(id, Compose(picture), Revision, WantedSlug(), User.PersonId(), ct);
        if (ModelState.Refused(saved.Refusals, texts, site))
        {
            return Page();
        }

        // Saved it is either way; what is refused from here on, its own page says.
        var refusal = then switch
        {
            DeskAct.Publish => await publishing.PublishAsync(saved.Id, Note, User.PersonId(), ct),
            DeskAct.Submit => await publishing.SubmitAsync(saved.Id, User.PersonId(), ct),
            _ => null,
        };
        if (refusal is not null)
        {
            TempData["refused"] = new[] { texts.Sentence(site.Language, refusal) };
        }

        TempData["done"] = refusal is not null || then == DeskAct.Save ? "desk.done.saved" : then == DeskAct.Publish ? "desk.done.publish" : "desk.done.submit";
        return LocalRedirect(site.Link(then == DeskAct.Save ? $"/quan-tri/tin-tuc/{saved.Id}" : $"/quan-tri/muc/{saved.Id}"));
    }

    private Article Compose(string? picture) => new()
    {
        Title = VietnameseText.NormalizeLine(Title ?? ""),
        Summary = string.IsNullOrWhiteSpace(Summary) ? null : VietnameseText.NormalizeLine(Summary),
        Body = html.Clean(Body),
        Category = string.IsNullOrWhiteSpace(Category) ? null : VietnameseText.Slug(Category),
        CategoryLabel = string.IsNullOrWhiteSpace(Category) ? null : VietnameseText.NormalizeLine(Category),
        Picture = picture ?? Newest?.Picture,
        PictureAlt = string.IsNullOrWhiteSpace(PictureAlt) ? null : VietnameseText.NormalizeLine(PictureAlt),
        Source = Newest?.Source,
        IsPinned = IsPinned,
    };

    private string? WantedSlug()
    {
        var wish = string.IsNullOrWhiteSpace(Slug) ? null : VietnameseText.Slug(Slug);
        return wish == Found?.Item.Slug ? null : wish;
    }

    /// <summary>Keeps an uploaded picture; what it is, its first bytes tell, not its name.</summary>
    private async Task<string?> StorePictureAsync(CancellationToken ct)
    {
        if (Picture is not { Length: > 0 } upload)
        {
            return null;
        }

        if (upload.Length > LargestPicture)
        {
            ModelState.AddModelError(nameof(Picture), texts.In(site.Language, "news.picture.too-large"));
            return null;
        }

        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, ct);
        var (mediaType, ending) = PictureKind.Of(bytes.ToArray());
        if (mediaType is null)
        {
            ModelState.AddModelError(nameof(Picture), texts.In(site.Language, "news.picture.no-picture"));
            return null;
        }

        if (string.IsNullOrWhiteSpace(PictureAlt))
        {
            ModelState.AddModelError(nameof(PictureAlt), texts.In(site.Language, "news.picture.no-alt"));
            return null;
        }

        var name = VietnameseText.Slug(Path.GetFileNameWithoutExtension(upload.FileName)) + ending;
        return SiteFiles.PathOf(await files.StoreAsync(bytes.ToArray(), name, mediaType, ct));
    }

    private async Task<bool> TryFindAsync(long? id, CancellationToken ct)
    {
        CanPublish = (await authorization.AuthorizeAsync(User, Permission.Publish)).Succeeded;
        MustSubmit = !CanPublish || await desk.HasOthersWhoApproveAsync(User.PersonId(), ct);
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
