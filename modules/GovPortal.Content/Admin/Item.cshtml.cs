using GovPortal.Core.Content;
using GovPortal.Core.Security;
using GovPortal.Core.Web;

namespace GovPortal.Content.Admin;

/// <summary>One item of any type: where it stands, its versions, and publishing the newest.</summary>
[Authorize(Permission.ReadDesk)]
public sealed class ItemPage(DeskContent desk, PublishingDesk publishing, PreviewLinks previews, IAuthorizationService authorization, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty]
    public string? Note { get; set; }

    public DeskItem Found { get; private set; } = null!;

    public bool CanPublish { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) =>
        await TryFindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostPublishAsync(long id, CancellationToken ct)
    {
        if (!await TryFindAsync(id, ct))
        {
            return NotFound();
        }

        if (!CanPublish)
        {
            return Forbid();
        }

        if (ModelState.Refused(await publishing.PublishAsync(id, Note, User.PersonId(), ct), texts, site))
        {
            return Page();
        }

        TempData["done"] = "desk.done.published";
        return LocalRedirect(site.Link($"/quan-tri/muc/{id}"));
    }

    /// <summary>A new link, with scheme and host, to a version as readers would see it.</summary>
    public string PreviewOf(int version) =>
        $"{Request.Scheme}://{Request.Host.ToUriComponent()}{site.Link(previews.PathOf(previews.Offer(site.Tenant, Found.Item.Id, version)))}";

    private async Task<bool> TryFindAsync(long id, CancellationToken ct)
    {
        var found = await desk.FindAsync(id, ct);
        Found = found!;
        CanPublish = (await authorization.AuthorizeAsync(User, Permission.Publish)).Succeeded;
        return found is not null;
    }
}
