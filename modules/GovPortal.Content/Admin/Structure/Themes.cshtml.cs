using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Publishing.Sites;
using GovPortal.Publishing.Web;
using GovPortal.Web.Pages;
using GovPortal.Web.Themes;

namespace GovPortal.Content.Admin.Structure;

/// <summary>The look of the site: chosen among the themes that are built in, and seen before it is worn.</summary>
[Authorize(Permission.ManageSite), ShowsPreview]
public sealed class ThemesPage(SiteStructure structure, ThemeList themes, Texts texts, VisitedSite site) : PageModel
{
    /// <summary>Name of the theme that is chosen on the form.</summary>
    [BindProperty]
    public string? Chosen { get; set; }

    public IReadOnlyList<ITheme> All => themes.All;

    public void OnGet() => Chosen = themes.Of(site.Tenant.Theme).Name;

    public IActionResult OnPostPreview()
    {
        HttpContext.Features.Set(new SitePreview(site.Tenant.Settings, "/") { Theme = themes.Of(Chosen).Name });
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusal = themes.Find(Chosen) is { } theme ? await structure.WearAsync(theme.Name, User.PersonId(), ct) : new Refusal("structure.theme.unknown", "Chosen", Chosen);
        if (ModelState.Refused(refusal, texts, site))
        {
            return Page();
        }

        TempData["done"] = "structure.done";
        return LocalRedirect(site.Link("/quan-tri/giao-dien"));
    }
}
