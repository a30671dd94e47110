using GovPortal.Core.Content;
using GovPortal.Core.Security;
using GovPortal.Core.Storage;
using GovPortal.Core.Text;
using GovPortal.Core.Web;
using Microsoft.AspNetCore.Http;

namespace GovPortal.News.Admin;

/// <summary>Writes an article, keeps it as a draft, publishes or corrects it.</summary>
[Authorize(Permission.Write)]
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class WritePage(DeskContent desk, PublishedContent published, PublishingDesk publishing, IUploads uploads, SafeHtml html, IAuthorizationService authorization, Texts texts, VisitedSite site) : PageModel
{
    // Of a whole request; how large a file may be, the library says.
    private const long LargestRequest = 1L << 30;

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

    public Task<IActionResult> OnPostAsync(long? id, CancellationToken ct) => SaveAsync(id, publish: false, ct);

    public Task<IActionResult> OnPostPublishAsync(long? id, CancellationToken ct) => SaveAsync(id, publish: true, ct);

    private async Task<IActionResult> SaveAsync(long? id, bool publish, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        if (publish && !CanPublish)
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

        if (publish && ModelState.Refused(await publishing.PublishAsync(saved.Id, Note, User.PersonId(), ct), texts, site))
        {
            return Page();
        }

        TempData["done"] = publish ? "desk.done.published" : "desk.done.saved";
        return LocalRedirect(site.Link($"/quan-tri/tin-tuc/{saved.Id}"));
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

    private async Task<string?> StorePictureAsync(CancellationToken ct)
    {
        if (Picture is null)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(PictureAlt))
        {
            ModelState.AddModelError(nameof(PictureAlt), texts.In(site.Language, "news.picture.no-alt"));
            return null;
        }

        var upload = await uploads.TakeInAsync(Picture, folder: null, User.PersonId(), ct);
        if (ModelState.Refused(upload.Refusal is { } refusal ? refusal with { Field = nameof(Picture) } : null, texts, site))
        {
            return null;
        }

        if (!upload.File!.IsPicture)
        {
            ModelState.AddModelError(nameof(Picture), texts.In(site.Language, "news.picture.no-picture"));
            return null;
        }

        return SiteFiles.PathOf(upload.File);
    }

    private async Task<bool> TryFindAsync(long? id, CancellationToken ct)
    {
        CanPublish = (await authorization.AuthorizeAsync(User, Permission.Publish)).Succeeded;
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
