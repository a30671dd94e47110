using GovPortal.Core.Security;
using GovPortal.Core.Storage;
using GovPortal.Core.Text;
using GovPortal.Core.Web;

namespace GovPortal.Media.Admin;

/// <summary>One file: what is said of it, the point of a picture that stays in sight, where it is used, deleting and restoring it.</summary>
[Authorize(Permission.Write)]
public sealed class FilePage(FileLibrary library, Texts texts, VisitedSite site) : PageModel
{
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

        (Title, Alt, Caption, Credit, Folder, FocusX, FocusY) = (Stored.Title, Stored.Alt, Stored.Caption, Stored.Credit, Stored.Folder, Stored.FocusX, Stored.FocusY);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        var notes = new FileNotes { Title = Line(Title) ?? "", Alt = Line(Alt), Caption = Line(Caption), Credit = Line(Credit), Folder = Line(Folder), FocusX = FocusX, FocusY = FocusY };
        if (!ModelState.IsValid || ModelState.Refused(await library.DescribeAsync(id, notes, User.PersonId(), ct), texts, site))
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
            (Title, Alt, Caption, Credit, Folder, FocusX, FocusY) = (Stored.Title, Stored.Alt, Stored.Caption, Stored.Credit, Stored.Folder, Stored.FocusX, Stored.FocusY);
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
