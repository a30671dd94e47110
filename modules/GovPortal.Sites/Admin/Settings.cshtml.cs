using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Publishing.Files;
using GovPortal.Storage.People;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Sites.Admin;

/// <summary>What a site says about its agency, and its colours.</summary>
[Authorize(Permission.ManageSite)]
[RequestSizeLimit(IUploads.LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = IUploads.LargestRequest)]
public sealed class SettingsPage(SiteRegister register, IUploads uploads, AuditTrail audit, Texts texts, VisitedSite site) : PageModel
{
    [BindProperty]
    public SettingsForm Form { get; set; } = new();

    [BindProperty]
    public IFormFile? LogoUpload { get; set; }

    [BindProperty]
    public IFormFile? ShareUpload { get; set; }

    public void OnGet() => Form = SettingsForm.Of(site.Tenant.Settings);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Logo = await KeepAsync(LogoUpload, nameof(LogoUpload), ct) ?? Form.Logo;
        Form.SharePicture = await KeepAsync(ShareUpload, nameof(ShareUpload), ct) ?? Form.SharePicture;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var refusals = await register.SetAsync(site.Tenant.Name, Form.Overlay, ct);
        if (ModelState.Refused(refusals.Select(r => r with { Field = r.Field is { } f ? $"Form.{char.ToUpperInvariant(f[0])}{f[1..]}" : null }), texts, site))
        {
            return Page();
        }

        await audit.WriteAsync(site.Tenant, "site.settings", site.Tenant.Title, User.PersonId(), ct, site.Tenant.Settings, Form.Overlay(site.Tenant.Settings));
        TempData["done"] = "sites.done.set";
        return LocalRedirect(site.Link("/quan-tri/thiet-lap"));
    }

    /// <returns>The picture's address below the site's root; null where none came or it is refused, which its field then says.</returns>
    private async Task<string?> KeepAsync(IFormFile? upload, string field, CancellationToken ct)
    {
        if (upload is not { Length: > 0 })
        {
            return null;
        }

        var (file, refusal) = await uploads.TakeInAsync(upload, folder: null, User.PersonId(), ct);
        ModelState.Refused(file is { IsPicture: true } ? null : (refusal ?? new Refusal("sites.settings.no-picture")) with { Field = field }, texts, site);
        return file is { IsPicture: true } ? SiteFiles.PathOf(file) : null;
    }
}
