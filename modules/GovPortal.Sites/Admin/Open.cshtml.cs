using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Storage.People;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Sites.Admin;

/// <summary>Opens the site of an agency from a recipe: name it, choose the kind, done.</summary>
[Authorize(Permission.ManagePortal)]
public sealed class OpenPage(SiteProvisioning office, AuditTrail audit, Texts texts, VisitedSite site) : PageModel
{
    /// <summary>Recipes an administrator may choose here; the others fill whole provinces.</summary>
    public static IReadOnlyList<string> Recipes { get; } = ["department", "commune", "blank"];

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? TitleEn { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string Recipe { get; set; } = "department";

    [BindProperty]
    public string? AgencyCode { get; set; }

    [BindProperty]
    public string? Host { get; set; }

    public IActionResult OnGet() => site.Tenant.IsPortal ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!site.Tenant.IsPortal || !Recipes.Contains(Recipe))
        {
            return NotFound();
        }

        var opened = new NewSite
        {
            Title = VietnameseText.NormalizeLine(Title ?? ""),
            TitleEn = Given(TitleEn),
            Name = Given(Name) ?? VietnameseText.Slug(Title ?? ""),
            Recipe = Recipe,
            AgencyCode = Given(AgencyCode),
            Host = Given(Host),
            Parent = Tenant.PortalName,
        };
        var refusals = await office.OpenAsync(opened, progress: null, ct);
        if (ModelState.Refused(refusals.Select(r => r with { Field = r.Field is { } f ? char.ToUpperInvariant(f[0]) + f[1..] : null }), texts, site))
        {
            return Page();
        }

        await audit.WriteAsync(site.Tenant, "site.open", opened.Title, User.PersonId(), ct, after: new { opened.Name, opened.Recipe, opened.Host, opened.AgencyCode });
        TempData["done"] = "sites.done.opened";
        return LocalRedirect(site.Link("/quan-tri/trang") + new QueryWriter().Add("q", opened.Name));
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : VietnameseText.NormalizeLine(value);
}
