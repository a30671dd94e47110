using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Feedback.Site;

/// <summary>What became of something that was asked, for whoever holds its code and secret: sent by a form and never in an address.</summary>
public sealed class TrackPage(EnquiryTracking tracking, LookupLimits limits, Texts texts, VisitedSite site, TimeProvider clock) : PageModel
{
    /// <summary>The code alone may stand in an address.</summary>
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Code { get; set; }

    [BindProperty]
    public string? Secret { get; set; }

    /// <summary>What whoever asked adds, once they were asked for it.</summary>
    [BindProperty]
    public string? More { get; set; }

    public TrackedEnquiry? Found { get; private set; }

    /// <summary>Key of what went wrong; null where nothing did.</summary>
    public string? Problem { get; private set; }

    public bool IsAdded { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostMoreAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (Found is { } found && !ModelState.Refused(InForm(await tracking.SayMoreAsync(found, More, ct)), texts, site))
        {
            IsAdded = true;
            Found = await tracking.FindAsync(site.Tenant, Code, Secret, ct);
        }

        return Page();
    }

    private async Task FindAsync(CancellationToken ct)
    {
        if (!limits.TryEnter(ClientNetwork.Of(HttpContext), EnquiryCode.Parse(Code)))
        {
            (Problem, Response.StatusCode) = ("feedback.track.often", StatusCodes.Status429TooManyRequests);
            return;
        }

        Found = await tracking.FindAsync(site.Tenant, Code, Secret, ct);
        Problem = Found is null ? "feedback.track.wrong" : null;
    }

    private static Core.Checking.Refusal? InForm(Core.Checking.Refusal? refusal) => refusal is { Field: "Note" } ? refusal with { Field = nameof(More) } : refusal;
}
