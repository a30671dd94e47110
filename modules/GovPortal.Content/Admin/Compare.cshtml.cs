using GovPortal.Content.Versions;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Web.Pages;

namespace GovPortal.Content.Admin;

/// <summary>Two versions of one item in one text, and bringing the earlier one back.</summary>
[Authorize(Permission.ReadDesk)]
public sealed class ComparePage(DeskContent desk, PublishingDesk publishing, ContentTypes types, IAuthorizationService authorization, Texts texts, VisitedSite site) : PageModel
{
    /// <summary>What the editor saw; a change made meanwhile is not covered up.</summary>
    [BindProperty]
    public int Revision { get; set; }

    public DeskItem Found { get; private set; } = null!;

    public int Older { get; private set; }

    public int Newer { get; private set; }

    public VersionComparison Comparison { get; private set; } = null!;

    public bool CanWrite { get; private set; }

    /// <summary>True when there is something to bring back.</summary>
    public bool CanRestore => CanWrite && Older < Found.Item.LatestVersion && !Comparison.IsSame;

    public async Task<IActionResult> OnGetAsync(long id, int version, int versionTo, CancellationToken ct) =>
        await TryFindAsync(id, version, versionTo, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRestoreAsync(long id, int version, int versionTo, CancellationToken ct)
    {
        if (!await TryFindAsync(id, version, versionTo, ct))
        {
            return NotFound();
        }

        if (!CanWrite)
        {
            return Forbid();
        }

        if (ModelState.Refused((await publishing.RestoreAsync(id, Older, Revision, User.PersonId(), ct)).Refusals, texts, site))
        {
            return Page();
        }

        TempData["done"] = "desk.done.restored";
        return LocalRedirect(site.Link($"/quan-tri/muc/{id}"));
    }

    private async Task<bool> TryFindAsync(long id, int version, int versionTo, CancellationToken ct)
    {
        (Older, Newer) = (Math.Min(version, versionTo), Math.Max(version, versionTo));
        CanWrite = (await authorization.AuthorizeAsync(User, Permission.Write)).Succeeded;
        if (await desk.FindAsync(id, ct) is not { } found || await desk.FindBodyAsync(id, Older, ct) is not { } older || await desk.FindBodyAsync(id, Newer, ct) is not { } newer)
        {
            return false;
        }

        Found = found;
        Comparison = VersionComparison.Of(types.Of(found.Item.Type), older, newer, key => texts.In(site.Language, key));
        return true;
    }
}
