using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Storage.People;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;

namespace GovPortal.Sites.Admin;

/// <summary>All sites of the installation; on the portal, for its administrators.</summary>
[Authorize(Permission.ManagePortal)]
public sealed class ListPage(TenantDirectory directory, SiteRegister register, AuditTrail audit, Texts texts, VisitedSite site) : PageModel
{
    private const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int Number { get; set; } = 1;

    /// <summary>Name of a site that somebody is about to switch off.</summary>
    [BindProperty(SupportsGet = true, Name = "tat")]
    public string? Closing { get; set; }

    /// <summary>The site to ask about first; null where nobody is switching one off.</summary>
    public Tenant? Asked { get; private set; }

    public IReadOnlyList<Tenant> Sites { get; private set; } = [];

    public int On { get; private set; }

    public PageOf Pages { get; private set; } = null!;

    public IActionResult OnGet() => ModelState.IsValid && site.Tenant.IsPortal && Number is >= 1 and <= PageOf.Deepest ? Show() : NotFound();

    public async Task<IActionResult> OnPostSwitchAsync(string name, bool on, CancellationToken ct)
    {
        if (!site.Tenant.IsPortal)
        {
            return NotFound();
        }

        var refusal = on ? await register.EnableAsync(name, ct) : await register.DisableAsync(name, ct);
        if (ModelState.Refused(refusal is null ? null : refusal with { Field = null }, texts, site))
        {
            return Show();
        }

        await audit.WriteAsync(site.Tenant, on ? "site.on" : "site.off", directory.FindByName(name)?.Title ?? name, User.PersonId(), ct);
        TempData["done"] = on ? "sites.done.on" : "sites.done.off";
        return LocalRedirect(site.Link("/quan-tri/trang") + new QueryWriter().Add("q", Words));
    }

    private PageResult Show()
    {
        var words = VietnameseText.Fold(Words ?? "").Trim();
        var found = directory.All.Where(t => words.Length == 0 || VietnameseText.Fold(t.Title).Contains(words, StringComparison.Ordinal) || t.Name.Contains(words, StringComparison.Ordinal)).ToArray();
        Asked = Closing is { } closing && directory.FindByName(closing) is { IsEnabled: true, IsPortal: false } asked ? asked : null;
        On = directory.All.Count - directory.Disabled.Count;
        Pages = new PageOf(Number, Size, found.Length, n => site.Link("/quan-tri/trang") + new QueryWriter().Add("q", Words).Add("trang", n > 1 ? n : null));
        Sites = [.. found.Skip((Number - 1) * Size).Take(Size)];
        return Page();
    }
}
