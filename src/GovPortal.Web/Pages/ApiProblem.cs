using GovPortal.Core.Localization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace GovPortal.Web.Pages;

/// <summary>
/// The one shape in which programs are told what went wrong (RFC 9457): <c>type</c>, <c>title</c>, <c>status</c>, <c>detail</c> and <c>reference</c>, in the
/// language of the caller.
/// </summary>
public static class ApiProblem
{
    private const string OfNoOwnType = "about:blank";

    /// <summary>A problem told by the text of a key, its gaps filled.</summary>
    /// <param name="status">400, 404 or 503.</param>
    public static ProblemHttpResult Of(HttpContext http, int status, string key, params object?[] values)
    {
        var (texts, language) = (TextsOf(http), LanguageOf(http));
        return Said(http, status, texts.In(language, $"api.problem.{status}"), texts.Filled(language, key, values));
    }

    /// <summary>A problem told in words that are ready.</summary>
    public static ProblemHttpResult Said(HttpContext http, int status, string title, string detail)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return TypedResults.Problem(detail, null, status, title, OfNoOwnType, new Dictionary<string, object?> { ["reference"] = http.TraceIdentifier });
    }

    /// <summary>English where the address or, where that names none, <c>Accept-Language</c> prefers it; Vietnamese otherwise.</summary>
    public static string LanguageOf(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Features.Get<VisitedSite>() is { IsEnglish: true })
        {
            return Texts.English;
        }

        var known = http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => accepted.Value.Value?.Split('-')[0].ToLowerInvariant()).FirstOrDefault(language => language is Texts.English or Texts.Vietnamese);
        return known ?? Texts.Vietnamese;
    }

    /// <summary>Puts a title of ours in the place of the framework's English one. Scripts of the desk get it in the desk's language, as all their sentences.</summary>
    public static void Retitle(ProblemDetailsContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (problem, http) = (context.ProblemDetails, context.HttpContext);
        problem.Extensions.Remove("traceId");
        var status = problem.Status ?? http.Response.StatusCode;
        if (problem.Title is null || problem.Title == ReasonPhrases.GetReasonPhrase(status) || problem.Type is not OfNoOwnType)
        {
            var language = http.Request.Path.StartsWithSegments("/quan-tri") && http.Features.Get<VisitedSite>() is { } desk ? desk.Language : LanguageOf(http);
            var key = $"api.problem.{status}";
            problem.Title = TextsOf(http).In(language, TextsOf(http).Has(key) ? key : status < StatusCodes.Status500InternalServerError ? "api.problem.400" : "api.problem.500");
            problem.Type = OfNoOwnType;
            http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        }
    }

    private static Texts TextsOf(HttpContext http) => http.RequestServices.GetRequiredService<Texts>();
}
