using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using GovPortal.Core.Localization;
using GovPortal.Storage;
using GovPortal.Web.Assets;
using GovPortal.Web.Pages;
using GovPortal.Web.Themes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Net.Http.Headers;

namespace GovPortal.Host;

/// <summary>
/// What is answered while database or disk give out: 503 with a time to come back and a reference number, the same on every page of
/// every site, signed in or not. Asks neither database nor disk for anything.
/// </summary>
internal sealed class Outage(Texts texts, ThemeList themes, AssetAddresses assets, HtmlEncoder html)
{
    private const int SecondsToComeBack = 30;

    /// <summary>Answers in place of what could not be; problem details to programs, a page to people.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        var response = http.Response;

        // What was said of the page that is not coming; the headers of every answer stay.
        foreach (var header in new[] { HeaderNames.ContentLength, HeaderNames.ContentEncoding, HeaderNames.ContentDisposition, HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.Location, HeaderNames.SetCookie })
        {
            response.Headers.Remove(header);
        }

        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = SecondsToComeBack.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        var site = http.Features.Get<VisitedSite>();
        var language = site?.Language ?? Texts.Vietnamese;
        if (IsOfProgram(http.Request))
        {
            var asked = ApiProblem.LanguageOf(http);
            await ApiProblem.Said(http, StatusCodes.Status503ServiceUnavailable, texts.In(asked, "content.fault.503"), texts.In(asked, "content.fault.503.advice")).ExecuteAsync(http);
            return;
        }

        response.ContentType = "text/html; charset=utf-8";
        var page = Encoding.UTF8.GetBytes(PageOf(site, language, http.TraceIdentifier));
        response.ContentLength = page.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.Body.WriteAsync(page, http.RequestAborted);
        }
    }

    private static bool IsOfProgram(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        || (request.Headers.Accept.ToString() is var accepted && accepted.Contains("json", StringComparison.OrdinalIgnoreCase) && !accepted.Contains("text/html", StringComparison.OrdinalIgnoreCase));

    private string PageOf(VisitedSite? site, string language, string reference)
    {
        string Say(string key) => html.Encode(texts.In(language, key));
        var colours = site is null ? "" : $"<link rel=\"stylesheet\" href=\"{html.Encode(ColourSheet.AddressOf(site))}\">";
        var title = Say("content.fault.503");
        var owner = site is null ? "" : html.Encode(site.Title);
        var home = html.Encode(site?.Link("/") ?? "/");
        return $"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title}{(owner.Length > 0 ? $" – {owner}" : "")}</title>
            <link rel="stylesheet" href="{AddressOf("site.css")}">{colours}
            <link rel="icon" href="{AddressOf("favicon.svg")}" type="image/svg+xml">
            </head>
            <body>
            <header><div class="gp-masthead"><div class="container"><a class="gp-brand" href="{home}"><img class="gp-brand__emblem" src="{AddressOf("emblem.svg")}" width="72" height="72" alt=""><span class="gp-brand__text"><span class="gp-brand__title">{owner}</span></span></a></div></div></header>
            <main class="gp-main" id="noi-dung"><div class="container"><div class="gp-sorry">
            <p class="gp-sorry__number">{html.Encode(texts.Filled(language, "content.fault.number", StatusCodes.Status503ServiceUnavailable))}</p>
            <h1>{title}</h1>
            <p>{Say("content.fault.503.advice")}</p>
            <p>{Say("content.fault.reference.label")} <span class="gp-reference">{html.Encode(reference)}</span></p>
            <div class="gp-actions"><a class="gp-btn" href="{home}">{Say("content.fault.home")}</a></div>
            </div></div></main>
            </body>
            </html>
            """;
    }

    // Which theme the site wears stands in the database.
    private string AddressOf(string file) => assets[$"{themes.Default.Name}/{file}"];
}

/// <summary>Stands within the page of faults: what database, disk or keys could not do is an outage, whatever page it was asked for.</summary>
internal sealed class OutageWatch(RequestDelegate next, Outage outage, KeysHealth keys, TimeProvider clock, ILogger<OutageWatch> logger)
{
    // While it lasts each request has its line, for the reference; where in the program it was met is told now and then.
    private static readonly TimeSpan WholeAgain = TimeSpan.FromSeconds(10);

    private long wholeAt = long.MinValue;

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception fault) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested && (StorageFault.Is(fault) || IsOfKeys(fault)))
        {
            logger.LogError(new EventId(1, "StorageFailed"), IsWholeDue() ? fault : null, "Database, disk or keys did not do what {Method} {Path} needs: {Fault}", http.Request.Method, http.Request.Path, fault.GetBaseException().Message);
            await outage.AnswerAsync(http);
        }
    }

    private bool IsWholeDue()
    {
        var (before, now) = (Interlocked.Read(ref wholeAt), clock.GetTimestamp());
        return (before == long.MinValue || clock.GetElapsedTime(before, now) >= WholeAgain) && Interlocked.CompareExchange(ref wholeAt, now, before) == before;
    }

    // Without the keys no form can be shown and nobody signed in. What a stranger garbled is a fault of another kind.
    private bool IsOfKeys(Exception fault) => StorageFault.CausesOf(fault).Any(cause => cause is CryptographicException) && keys.Look().Status != HealthStatus.Healthy;
}
