using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace GovPortal.OneStop.Site;

/// <summary>Where a dossier is, for whoever holds its receipt: code and secret, sent by a form and never in an address.</summary>
public sealed class TrackPage(DossierTracking tracking, LookupLimits limits, Texts texts, VisitedSite site, TimeProvider clock) : PageModel
{
    /// <summary>The code alone may stand in an address, as in the QR of the receipt.</summary>
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Code { get; set; }

    [BindProperty]
    public string? Secret { get; set; }

    [BindProperty]
    public int Stars { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    public TrackedDossier? Found { get; private set; }

    /// <summary>True when code and secret were asked for and fit nothing.</summary>
    public bool IsWrong { get; private set; }

    public bool IsTooOften { get; private set; }

    public bool IsRated { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRateAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (Found is { } found && !ModelState.Refused(await tracking.RateAsync(found, Stars, Remark, ct), texts, site))
        {
            IsRated = true;
            Found = await tracking.FindAsync(Code, Secret, ct);
        }

        return Page();
    }

    private async Task FindAsync(CancellationToken ct)
    {
        IsTooOften = !limits.TryEnter(ClientNetwork.Of(HttpContext), DossierCode.Parse(Code)?.ToString());
        if (IsTooOften)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        Found = await tracking.FindAsync(Code, Secret, ct);
        IsWrong = Found is null;
    }
}
