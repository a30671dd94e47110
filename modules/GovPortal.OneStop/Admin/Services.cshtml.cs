using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Storage.People;
using GovPortal.Web.Pages;

namespace GovPortal.OneStop.Admin;

/// <summary>What the agency takes dossiers for, and the catalogue to take more from.</summary>
[Authorize(Permission.ManageSite)]
public sealed class ServicesPage(OneStopServices services, AuditTrail audit, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public IReadOnlyList<Service> Services { get; private set; } = [];

    public IReadOnlyList<(string Code, string Name)> Catalogue { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostCopyAsync(CancellationToken ct)
    {
        if (ModelState.Refused(await services.CopyAsync(Code ?? "", [], ct), texts, site))
        {
            await LoadAsync(ct);
            return Page();
        }

        await audit.WriteAsync(site.Tenant, "dossier.service", Code!, User.PersonId(), ct);
        TempData["done"] = "onestop.done.service";
        return LocalRedirect(site.Link("/quan-tri/mot-cua/dich-vu"));
    }

    private async Task LoadAsync(CancellationToken ct) => (Services, Catalogue) = (await services.ListAsync(ct), await services.CatalogueAsync(ct));
}
