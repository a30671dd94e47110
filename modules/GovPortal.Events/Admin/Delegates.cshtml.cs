using CsvHelper;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Events.Delegates;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Web.Pages;

namespace GovPortal.Events.Admin;

/// <summary>Those who registered for an event: the list and its file, who came, who is taken off.</summary>
[Authorize(Permission.Publish)]
public sealed class DelegatesPage(DelegateDesk delegates, DeskContent desk, Texts texts, VisitedSite site) : PageModel
{
    private const int OnAPage = 50;

    private static readonly string[] columns = ["number", "code", "name", "office", "email", "phone", "registered", "came"];

    private static readonly CsvWriterOptions habits = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    /// <summary>Of a badge, as a scanner opens it.</summary>
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Code { get; set; }

    [BindProperty]
    public long Chosen { get; set; }

    public ContentItem Item { get; private set; } = null!;

    public PublicEvent Body { get; private set; } = null!;

    public int Total { get; private set; }

    public int Came { get; private set; }

    public IReadOnlyList<ListedDelegate> Lines { get; private set; } = [];

    public PageOf Pages { get; private set; } = null!;

    /// <summary>Who was just noted as come.</summary>
    public CheckedIn? CheckedIn { get; private set; }

    /// <summary>True where a code was given that no delegate has.</summary>
    public bool IsUnknown { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await TryFindAsync(id, ct) ? await ShowAsync(id, ct) : NotFound();

    public async Task<IActionResult> OnPostCheckInAsync(long id, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        CheckedIn = await delegates.CheckInAsync(id, Code, User.PersonId(), ct);
        IsUnknown = CheckedIn is null;
        if (CheckedIn is not null)
        {
            // The field is ready for the next badge.
            ModelState.Remove("ma");
        }

        return await ShowAsync(id, ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(long id, CancellationToken ct) =>
        await TryFindAsync(id, ct) && await delegates.RemoveAsync(id, Chosen, Item.Title, User.PersonId(), ct) ? LocalRedirect(site.Link($"/quan-tri/su-kien/{id}/dai-bieu")) : NotFound();

    /// <summary>All of them as CSV (RFC 4180) that a spreadsheet opens with its Vietnamese letters.</summary>
    public async Task<IActionResult> OnGetFileAsync(long id, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        var (_, _, lines) = await delegates.ListAsync(id, 1, null, ct);
        using var bytes = new MemoryStream();
        await using (var csv = CsvWriter.Create(bytes, habits, leaveOpen: true))
        {
            await csv.WriteRecordAsync([.. columns.Select(column => texts.In(site.Language, "events.delegates.column." + column))], ct);
            foreach (var line in lines)
            {
                await csv.WriteRecordAsync([$"{line.Number}", DelegateSeals.Written(line.Code), line.Data.Name, line.Data.Office ?? "", line.Data.Email, line.Data.Phone ?? "", site.Tenant.Wall(line.RegisteredAt), line.CheckedInAt is { } at ? site.Tenant.Wall(at) : ""], ct);
            }
        }

        await delegates.NoteExportAsync(Item.Title, User.PersonId(), ct);
        Response.Headers.CacheControl = "no-store";
        return File(bytes.ToArray(), "text/csv; charset=utf-8", $"dai-bieu-{id}.csv");
    }

    private async Task<IActionResult> ShowAsync(long id, CancellationToken ct)
    {
        if (Number < 1 || (long)Number * OnAPage > PageOf.Deepest * 2)
        {
            return NotFound();
        }

        (Total, Came, Lines) = await delegates.ListAsync(id, Number, OnAPage, ct);
        Pages = new PageOf(Number, OnAPage, Total, number => site.Link($"/quan-tri/su-kien/{id}/dai-bieu?trang={number}"));
        return Pages.IsBeyond ? NotFound() : Page();
    }

    private async Task<bool> TryFindAsync(long id, CancellationToken ct)
    {
        if (await desk.FindNewestAsync<PublicEvent>(id, ct) is not { } body || await desk.FindAsync(id, ct) is not { } found)
        {
            return false;
        }

        (Item, Body) = (found.Item, body);
        return true;
    }
}
