using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Text;
using GovPortal.Publishing.Files;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Media.Admin;

/// <summary>All files of the site: finding one, and uploading many at once.</summary>
[Authorize(Permission.Write)]
[RequestSizeLimit(IUploads.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = IUploads.LargestRequest)]
public sealed class LibraryPage(FileLibrary library, ManyFiles many, IUploads uploads, MediaLimits limits, Texts texts, VisitedSite site) : PageModel
{
    public const string DeletedView = "da-xoa";

    /// <summary>Pictures without words, as a list to work off.</summary>
    public const string WordlessView = "thieu-mo-ta";

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary><see cref="FileRecord.Picture"/>, <see cref="FileRecord.File"/>, or empty for both.</summary>
    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "thu-muc")]
    public string? Folder { get; set; }

    [BindProperty(SupportsGet = true, Name = "xem")]
    public string? Look { get; set; }

    [BindProperty(SupportsGet = true, Name = "xep")]
    public FileOrder Order { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public IReadOnlyList<IFormFile> Uploads { get; set; } = [];

    /// <summary>Where uploads are put.</summary>
    [BindProperty]
    public string? IntoFolder { get; set; }

    /// <summary>Numbers of the files that an act is for.</summary>
    [BindProperty]
    public long[] Chosen { get; set; } = [];

    [BindProperty]
    public FilesAct? Act { get; set; }

    /// <summary>Where chosen files are moved to; empty is no folder.</summary>
    [BindProperty]
    public string? MoveTo { get; set; }

    /// <summary>What pictures say to those who do not see them, by their numbers.</summary>
    [BindProperty(Name = "Alts")]
    public Dictionary<long, string?> Alts { get; set; } = [];

    /// <summary>A sentence for each file that was not taken.</summary>
    public IReadOnlyList<string> Refusals { get; private set; } = [];

    public IReadOnlyList<StoredFile> Files { get; private set; } = [];

    /// <summary>Ids of those that could not be processed.</summary>
    public IReadOnlySet<long> SetAside { get; private set; } = new HashSet<long>();

    public IReadOnlyList<string> Folders { get; private set; } = [];

    public PageOf Pages { get; private set; } = null!;

    public long Used { get; private set; }

    public MediaLimits Limits => limits;

    public bool IsDeletedView => Look == DeletedView;

    public bool IsWordlessView => Look == WordlessView;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Words) || !string.IsNullOrEmpty(Kind) || !string.IsNullOrEmpty(Folder);

    /// <summary>Whether readers cannot get the file: its bytes are missing or damaged.</summary>
    public bool IsLost(StoredFile file) => library.StateOf(file) != FileState.Sound;

    /// <summary>Hundredths of the site's room that are taken.</summary>
    public int UsedPercent => (int)Math.Min(100, Used * 100 / limits.Quota);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Number is < 1 or > PageOf.Deepest || Kind is not (null or "" or FileRecord.Picture or FileRecord.File) || Look is not (null or "" or DeletedView or WordlessView))
        {
            return NotFound();
        }

        IntoFolder = Folder;
        await LoadAsync(ct);
        return Pages.IsBeyond ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusals = new List<string>();
        foreach (var file in Uploads)
        {
            if ((await uploads.TakeInAsync(file, IntoFolder, User.PersonId(), ct)).Refusal is { } refusal)
            {
                refusals.Add(texts.Sentence(site.Language, refusal));
            }
        }

        var taken = Uploads.Count - refusals.Count;
        Refusals = Uploads.Count == 0 ? [texts.In(site.Language, "media.upload.nothing")] : refusals;
        if (taken > 0)
        {
            TempData["done"] = taken == Uploads.Count ? "media.done.uploaded" : "media.done.uploaded-some";
        }

        if (Refusals.Count == 0)
        {
            return LocalRedirect(AddressOf(folder: Given(IntoFolder)));
        }

        (Number, Words, Kind, Look, Folder) = (1, null, null, null, null);
        await LoadAsync(ct);
        return Page();
    }

    /// <summary>Moves or deletes what was chosen.</summary>
    public async Task<IActionResult> OnPostManyAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid || Act is null || Chosen.Length is 0 or > FileLibrary.PageSize)
        {
            return Told([texts.In(site.Language, "media.many.none")]);
        }

        var folder = Given(MoveTo);
        var refused = Act == FilesAct.Delete ? await many.DeleteAsync(Chosen, User.PersonId(), ct) : await many.MoveAsync(Chosen, folder, User.PersonId(), ct);
        return Told(Sentences(refused), refused.Count < Chosen.Length ? Act == FilesAct.Delete ? "media.many.deleted" : "media.many.moved" : null);
    }

    /// <summary>Keeps the words of several pictures.</summary>
    public async Task<IActionResult> OnPostDescribeAsync(CancellationToken ct)
    {
        var said = Alts.Where(alt => Given(alt.Value) is not null).Take(FileLibrary.PageSize).Select(alt => KeyValuePair.Create(alt.Key, Given(alt.Value))).ToArray();
        var refused = await many.DescribeAsync(said, User.PersonId(), ct);
        return Told(said.Length == 0 ? [texts.In(site.Language, "media.many.no-words")] : Sentences(refused), refused.Count < said.Length ? "media.many.described" : null);
    }

    /// <summary>This view again, for a handler or to come back to.</summary>
    public string Here(string? handler = null) => site.Link("/quan-tri/thu-vien")
        + new QueryWriter().Add("handler", handler).Add("q", Words).Add("loai", Kind).Add("thu-muc", Folder).Add("xem", Look).Add("xep", Order == FileOrder.Newest ? null : Order.ToString());

    private LocalRedirectResult Told(string[] refused, string? done = null)
    {
        (TempData["done"], TempData["refused"]) = (done, refused);
        return LocalRedirect(Here());
    }

    private string[] Sentences(IEnumerable<FileRefusal> refused) => [.. refused.Select(one => $"{one.Title}: {texts.Sentence(site.Language, one.Refusal)}")];

    public string AddressOf(string? kind = null, string? folder = null, string? look = null) =>
        site.Link("/quan-tri/thu-vien") + new QueryWriter().Add("loai", kind).Add("thu-muc", folder).Add("xem", look);

    private async Task LoadAsync(CancellationToken ct)
    {
        (var total, Files) = await library.ListAsync(new FileQuery(Number) { Words = Words, Folder = Folder, IsDeleted = IsDeletedView, LacksWords = IsWordlessView, Order = Order, ArePictures = string.IsNullOrEmpty(Kind) ? null : Kind == FileRecord.Picture }, ct);
        SetAside = await library.SetAsideAsync(Files, ct);
        Folders = await library.FoldersAsync(ct);
        Used = await library.UsedAsync(ct);
        Pages = new PageOf(Number, FileLibrary.PageSize, total, number => site.Link("/quan-tri/thu-vien") + new QueryWriter().Add("q", Words).Add("loai", Kind).Add("thu-muc", Folder).Add("xem", Look)
            .Add("xep", Order == FileOrder.Newest ? null : Order.ToString()).Add("trang", number > 1 ? number : null));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : VietnameseText.NormalizeLine(text);
}

/// <summary>What is done with several files.</summary>
public enum FilesAct
{
    Move,
    Delete,
}
