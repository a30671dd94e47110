using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Text;
using GovPortal.Publishing.Files;
using GovPortal.Web.Pages;

namespace GovPortal.Media.Admin;

/// <summary>One file: what is said of it, the point of a picture that stays in sight, where it is used, deleting and restoring it.</summary>
[Authorize(Permission.Write)]
public sealed class FilePage(FileLibrary library, Texts texts, VisitedSite site) : PageModel
{
    // Of what others wrote, beside what is typed.
    private const int LongestShown = 80;

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Alt { get; set; }

    [BindProperty]
    public string? Caption { get; set; }

    [BindProperty]
    public string? Credit { get; set; }

    [BindProperty]
    public string? Folder { get; set; }

    [BindProperty]
    public int? FocusX { get; set; }

    [BindProperty]
    public int? FocusY { get; set; }

    /// <summary>Print of what was said of the file when this form was opened.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public FileCard Card { get; private set; } = null!;

    public StoredFile Stored => Card.File;

    public IReadOnlyList<string> Folders { get; private set; } = [];

    /// <summary>The last moment a deleted file can be restored at.</summary>
    public DateTimeOffset? GoneAt => Stored.DeletedAt + FileLibrary.Grace;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        var notes = new FileNotes { Title = Line(Title) ?? "", Alt = Line(Alt), Caption = Line(Caption), Credit = Line(Credit), Folder = Line(Folder), FocusX = FocusX, FocusY = FocusY };
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var refusal = await library.DescribeAsync(id, notes, Seen, User.PersonId(), ct);
        if (refusal is { Code: "media.save.stale" } && await TryFindAsync(id, ct))
        {
            // What others wrote stands beside what is typed; sent once more, it is covered knowingly.
            ModelState.Remove(nameof(Seen));
            (Seen, refusal) = (FileNotes.Of(Stored).Print, refusal with { Value = Differences(notes, FileNotes.Of(Stored)) });
        }

        if (ModelState.Refused(refusal, texts, site))
        {
            return Page();
        }

        return Done("media.done.saved", $"/quan-tri/thu-vien/{id}");
    }

    public async Task<IActionResult> OnPostDeleteAsync(long id, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        if (ModelState.Refused(await library.DeleteAsync(id, User.PersonId(), ct), texts, site))
        {
            Fill();
            return Page();
        }

        return Done("media.done.deleted", "/quan-tri/thu-vien");
    }

    public async Task<IActionResult> OnPostRestoreAsync(long id, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        await library.RestoreAsync(id, User.PersonId(), ct);
        return Done("media.done.restored", $"/quan-tri/thu-vien/{id}");
    }

    public async Task<IActionResult> OnPostRetryAsync(long id, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        await library.RetryAsync(id, User.PersonId(), ct);
        return Done("media.done.retried", $"/quan-tri/thu-vien/{id}");
    }

    private void Fill()
    {
        (Title, Alt, Caption, Credit, Folder, FocusX, FocusY) = (Stored.Title, Stored.Alt, Stored.Caption, Stored.Credit, Stored.Folder, Stored.FocusX, Stored.FocusY);
        Seen = FileNotes.Of(Stored).Print;
    }

    private string Differences(FileNotes mine, FileNotes theirs)
    {
        (string Label, string? Mine, string? Theirs)[] fields =
        [
            ("media.field.title", mine.Title, theirs.Title), ("media.field.alt", mine.Alt, theirs.Alt), ("media.field.caption", mine.Caption, theirs.Caption),
            ("media.field.credit", mine.Credit, theirs.Credit), ("media.folder", mine.Folder, theirs.Folder),
            ("media.focus", $"{mine.FocusX} {mine.FocusY}", $"{theirs.FocusX} {theirs.FocusY}"),
        ];
        return string.Join("; ", fields.Where(field => field.Mine != field.Theirs).Select(field => $"{texts.In(site.Language, field.Label)} “{Short(field.Theirs?.Trim() ?? "")}”"));
    }

    private static string Short(string text) => text.Length <= LongestShown ? text : text[..LongestShown].TrimEnd() + "…";

    private LocalRedirectResult Done(string text, string path)
    {
        TempData["done"] = text;
        return LocalRedirect(site.Link(path));
    }

    private async Task<bool> TryFindAsync(long id, CancellationToken ct)
    {
        var card = await library.FindAsync(id, ct);
        Card = card!;
        Folders = card is null ? [] : await library.FoldersAsync(ct);
        return card is not null;
    }

    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : VietnameseText.NormalizeLine(text);
}
