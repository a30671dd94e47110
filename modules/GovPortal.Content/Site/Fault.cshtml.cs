using System.Globalization;
using GovPortal.Core.Localization;
using GovPortal.Web.Pages;
using GovPortal.Web.Tenancy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Content.Site;

/// <summary>The one not-found page, and the page for everything else that went wrong, with a reference number. API callers get problem details.</summary>
[ResponseCache(NoStore = true), IgnoreAntiforgeryToken]
public sealed class FaultPage(Texts texts) : PageModel
{
    // Read by scripts and other programs, never by people.
    private static readonly string[] ForPrograms = ["/api/", "/quan-tri/soan-thao/", "/quan-tri/thu-vien/chon", "/quan-tri/thu-vien/tai-len"];

    public int Code { get; private set; }

    /// <summary>What to tell the people who run the portal; stands in their log too.</summary>
    public string Reference => HttpContext.TraceIdentifier;

    public bool IsNotFound => Code == 404;

    public IActionResult OnGet() => Answer();

    public IActionResult OnPost() => Answer();

    private IActionResult Answer()
    {
        // Not bound: where a form is garbled nothing is.
        _ = int.TryParse(RouteData.Values["code"] as string, CultureInfo.InvariantCulture, out var code);
        Code = code is >= 400 and <= 599 ? code : 404;
        Response.StatusCode = Code;
        if (ForPrograms.Any(prefix => OriginalPath.StartsWith(prefix, StringComparison.Ordinal) || Off is not null && OriginalPath.Contains(prefix, StringComparison.Ordinal)))
        {
            var language = ApiProblem.LanguageOf(HttpContext);
            return new ProblemAnswer(ApiProblem.Said(HttpContext, Code, texts.In(language, TitleKey), texts.In(language, TitleKey + ".advice")));
        }

        return Page();
    }

    /// <summary>Where the form stands that could not be taken; null where none was sent.</summary>
    public string? FormAddress => IsRefusedForm && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } sent ? sent.OriginalPathBase + sent.OriginalPath : null;

    // What is sent from our own pages is refused as a whole only when its guard is wrong: an old page, or another person signed in meanwhile.
    private bool IsRefusedForm => Code == 400 && HttpMethods.IsPost(Request.Method) && Request.HasFormContentType;

    /// <summary>The site that was asked for and is off; null for every other fault.</summary>
    public SwitchedOff? Off => HttpContext.Features.Get<SwitchedOff>();

    /// <summary>The list whose end was passed; null for every other fault.</summary>
    public BeyondLast? Beyond => HttpContext.Features.Get<BeyondLast>();

    public string TitleKey => Code switch
    {
        503 when Off is not null => "content.fault.off",
        400 when IsRefusedForm => "content.fault.form",
        404 when Beyond is not null => "content.fault.beyond",
        404 => "content.fault.404",
        400 => "content.fault.400",
        410 => "content.fault.410",
        405 => "content.fault.405",
        408 => "content.fault.408",
        413 => "content.fault.413",
        414 => "content.fault.414",
        503 => "content.fault.503",
        _ => "content.fault.500",
    };

    private string OriginalPath => HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? Off?.Path ?? "";

    // Programs are told in the shape of the API, whatever page stands for people.
    private sealed class ProblemAnswer(IResult problem) : ActionResult
    {
        public override Task ExecuteResultAsync(ActionContext context) => problem.ExecuteAsync(context.HttpContext);
    }
}
