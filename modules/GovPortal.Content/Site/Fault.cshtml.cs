using GovPortal.Core.Web;
using Microsoft.AspNetCore.Diagnostics;

namespace GovPortal.Content.Site;

/// <summary>The one not-found page, and the page for everything else that went wrong, with a reference number. API callers get problem details.</summary>
[ResponseCache(NoStore = true), IgnoreAntiforgeryToken]
public sealed class FaultPage(Texts texts, VisitedSite site) : PageModel
{
    public int Code { get; private set; }

    /// <summary>What to tell the people who run the portal; stands in their log too.</summary>
    public string Reference => HttpContext.TraceIdentifier;

    public bool IsNotFound => Code == 404;

    public IActionResult OnGet(int code) => Answer(code);

    public IActionResult OnPost(int code) => Answer(code);

    private IActionResult Answer(int code)
    {
        Code = code is >= 400 and <= 599 ? code : 404;
        Response.StatusCode = Code;
        if (OriginalPath.StartsWith("/api/", StringComparison.Ordinal))
        {
            var problem = new ProblemDetails { Status = Code, Title = texts.In(site.Language, TitleKey), Detail = texts.In(site.Language, TitleKey + ".advice"), Extensions = { ["reference"] = Reference } };
            return new ObjectResult(problem) { StatusCode = Code, ContentTypes = { "application/problem+json" } };
        }

        return Page();
    }

    public string TitleKey => Code switch
    {
        404 => "content.fault.404",
        400 => "content.fault.400",
        410 => "content.fault.410",
        503 => "content.fault.503",
        _ => "content.fault.500",
    };

    private string OriginalPath => HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? "";
}
