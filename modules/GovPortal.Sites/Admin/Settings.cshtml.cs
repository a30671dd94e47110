using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Storage.People;
using GovPortal.Web.Pages;

namespace GovPortal.Sites.Admin;

/// <summary>What a site says about its agency, and its colours.</summary>
[Authorize(Permission.ManageSite)]
public sealed class SettingsPage(SiteRegister register, AuditTrail audit, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty]
    public SettingsForm Form { get; set; } = new();

    public void OnGet() => Form = SettingsForm.Of(site.Tenant.Settings);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusals = await register.SetAsync(site.Tenant.Name, Form.Overlay, ct);
        if (ModelState.Refused(refusals.Select(r => r with { Field = r.Field is { } f ? $"Form.{char.ToUpperInvariant(f[0])}{f[1..]}" : null }), texts, site))
        {
            return Page();
        }

        await audit.WriteAsync(site.Tenant, "site.settings", site.Tenant.Title, User.PersonId(), ct, site.Tenant.Settings, Form.Overlay(site.Tenant.Settings));
        TempData["done"] = "sites.done.set";
        return LocalRedirect(site.Link("/quan-tri/thiet-lap"));
    }
}

/// <summary>The settings an administrator fills in by hand.</summary>
public sealed class SettingsForm
{
    public string? Slogan { get; set; }
    public string? SloganEn { get; set; }
    public string? Address { get; set; }
    public string? AddressEn { get; set; }
    public string? Phone { get; set; }
    public string? Fax { get; set; }
    public string? Email { get; set; }
    public string? WorkingHours { get; set; }
    public string? WorkingHoursEn { get; set; }
    public string? ResponsibleOfficer { get; set; }
    public string? ResponsibleOfficerEn { get; set; }
    public string PrimaryColour { get; set; } = "";
    public string AccentColour { get; set; } = "";
    public bool HasFourEyes { get; set; }

    public static SettingsForm Of(TenantSettings settings) => new()
    {
        Slogan = settings.Slogan,
        SloganEn = settings.SloganEn,
        Address = settings.Address,
        AddressEn = settings.AddressEn,
        Phone = settings.Phone,
        Fax = settings.Fax,
        Email = settings.Email,
        WorkingHours = settings.WorkingHours,
        WorkingHoursEn = settings.WorkingHoursEn,
        ResponsibleOfficer = settings.ResponsibleOfficer,
        ResponsibleOfficerEn = settings.ResponsibleOfficerEn,
        PrimaryColour = settings.PrimaryColour,
        AccentColour = settings.AccentColour,
        HasFourEyes = settings.HasFourEyes,
    };

    public TenantSettings Overlay(TenantSettings present) => present with
    {
        Slogan = Given(Slogan),
        SloganEn = Given(SloganEn),
        Address = Given(Address),
        AddressEn = Given(AddressEn),
        Phone = Given(Phone),
        Fax = Given(Fax),
        Email = Given(Email),
        WorkingHours = Given(WorkingHours),
        WorkingHoursEn = Given(WorkingHoursEn),
        ResponsibleOfficer = Given(ResponsibleOfficer),
        ResponsibleOfficerEn = Given(ResponsibleOfficerEn),
        PrimaryColour = Given(PrimaryColour) ?? "",
        AccentColour = Given(AccentColour) ?? "",
        HasFourEyes = HasFourEyes,
    };

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : VietnameseText.NormalizeLine(value);
}
