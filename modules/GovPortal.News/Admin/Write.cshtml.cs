using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Text;
using GovPortal.Editing.Cleaning;
using GovPortal.Editing.Forms;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Sites;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace GovPortal.News.Admin;

/// <summary>Writes an article, keeps it as a draft, publishes or corrects it.</summary>
[Authorize(Permission.Write)]
[RequestSizeLimit(IUploads.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = IUploads.LargestRequest)]
public sealed class WritePage(EditFormServices room, SiteTerms terms, IUploads uploads, SafeHtml html, Texts texts, VisitedSite site) : WritingPage<Article>(room)
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

    /// <summary>Address of the article's picture: the present one, one chosen from the library, or one uploaded with an earlier sending of this form that was not saved.</summary>
    [BindProperty]
    public string? StoredPicture { get; set; }

    [BindProperty]
    public bool RemovesPicture { get; set; }

    public TermOffer Categories { get; private set; } = new([], false);

    protected override string FirstField => nameof(Body);

    protected override void Fill(Article record)
    {
        (Title, Summary, Body, Category, PictureAlt, IsPinned) = (record.Title, record.Summary, record.Body, CalledNow(record.CategoryLabel), record.PictureAlt, record.IsPinned);
        (StoredPicture, Slug) = (record.Picture, Found?.Item.Slug);
    }

    protected override Task TakeUpAsync(IReadOnlyDictionary<string, string> fields, CancellationToken ct)
    {
        string? Of(string name) => fields.GetValueOrDefault(name);
        (Title, Summary, Body, Category, PictureAlt, Slug) = (Of(nameof(Title)), Of(nameof(Summary)), html.Clean(Of(nameof(Body))), Of(nameof(Category)), Of(nameof(PictureAlt)), Of(nameof(Slug)));
        (IsPinned, RemovesPicture) = (Of(nameof(IsPinned)) == "true", Of(nameof(RemovesPicture)) == "true");
        StoredPicture = ArticlePicture.Known(Of(nameof(StoredPicture))) ?? StoredPicture;
        return Task.CompletedTask;
    }

    protected override Article Compose()
    {
        var (category, label) = CategoryOf();
        InsistOnKnown(Categories, nameof(Category), label, Newest?.CategoryLabel, CalledNow(Newest?.CategoryLabel));
        var picture = RemovesPicture ? null : ArticlePicture.Known(StoredPicture) ?? Newest?.Picture;
        return new()
        {
            Title = VietnameseText.NormalizeLine(Title ?? ""),
            Summary = string.IsNullOrWhiteSpace(Summary) ? null : VietnameseText.NormalizeLine(Summary),
            Body = html.Clean(Body),
            Category = category,
            CategoryLabel = label,
            Picture = picture,
            PictureAlt = picture is null || string.IsNullOrWhiteSpace(PictureAlt) ? null : VietnameseText.NormalizeLine(PictureAlt),
            Source = Newest?.Source,
            IsPinned = IsPinned,
        };
    }

    protected override string? WantedSlug()
    {
        var wish = string.IsNullOrWhiteSpace(Slug) ? null : VietnameseText.Slug(Slug);
        return wish == Found?.Item.Slug ? null : wish;
    }

    protected override async Task KeepFilesAsync(CancellationToken ct)
    {
        StoredPicture = ArticlePicture.Known(StoredPicture) ?? Newest?.Picture;
        if (Picture is not { Length: > 0 })
        {
            return;
        }

        var (path, refusal) = await uploads.KeepPictureAsync(Picture, Open.PersonId, ct);
        if (!ModelState.Refused(refusal, texts, site))
        {
            (StoredPicture, RemovesPicture) = (path, false);
        }
    }

    private string? CalledNow(string? label) => label is null ? null : site.Tenant.Settings.CalledNow(NamedKind.Category, label);

    // An article keeps the words it was saved with, whatever its category is called today.
    private (string? Value, string? Label) CategoryOf()
    {
        var label = Categories.Called(VietnameseText.NormalizeLine(Category ?? ""))!;
        return label.Length == 0 ? (null, null) : label == CalledNow(Newest?.CategoryLabel) ? (Newest!.Category, Newest.CategoryLabel) : (VietnameseText.Slug(label), label);
    }

    protected override async Task PrepareAsync(CancellationToken ct) => Categories = TermOffer.Of(await terms.OfferedAsync(NamedKind.Category, ct), MayCreateTerms);

    protected override void Uncopied() => (Slug, IsPinned) = (null, false);
}
