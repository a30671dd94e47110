using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Publishing.Desk;
using GovPortal.Web.Pages;

namespace GovPortal.Content.Admin;

/// <summary>Takes an item back; readers who come to its address are told when and why.</summary>
[Authorize(Permission.Publish)]
public sealed class WithdrawPage(DeskContent desk, PublishingDesk publishing, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty]
    public string? Notice { get; set; }

    public DeskItem Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) =>
        await TryFindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        if (ModelState.Refused(await publishing.WithdrawAsync(id, Notice, User.PersonId(), ct), texts, site))
        {
            return Page();
        }

        TempData["done"] = "desk.done.withdrawn";
        return LocalRedirect(site.Link($"/quan-tri/muc/{id}"));
    }

    private async Task<bool> TryFindAsync(long id, CancellationToken ct)
    {
        var found = await desk.FindAsync(id, ct);
        Found = found!;
        return found is not null;
    }
}
