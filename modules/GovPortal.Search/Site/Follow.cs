using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Search;
using GovPortal.Search.Learning;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Search.Site;

/// <summary>Hears from the page's script that a hit was followed, or that somebody rested at what was found while typing; says nothing back, and keeps nothing but the count.</summary>
internal static class Follow
{
    private const int Largest = 4_096;

    public static void MapFollowed(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/tim-kiem/da-mo", HearAsync).OfModule(SearchModule.Named);

    private static async Task<IResult> HearAsync(HttpContext http, QuestionLog log, IFinder finder, VisitedSite site, CancellationToken ct)
    {
        if (http.Request.ContentLength is not <= Largest || !http.Request.HasFormContentType)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var form = await http.Request.ReadFormAsync(new FormOptions { ValueCountLimit = 4, ValueLengthLimit = Largest }, ct);
        if (AskedWords.Of(form["q"].ToString()).Text is not { Length: > 0 } question)
        {
            return Results.NoContent();
        }

        if (form["dung"] != "1")
        {
            log.Opened(site.Tenant.Id, question);
        }
        else if (finder.Find(new SearchQuery(question, site.Tenant.IsPortal ? null : site.Tenant.Id) { Size = 1, Facets = [] }) is { IsResting: false } found)
        {
            log.Asked(site.Tenant.Id, question, found.Total);
        }

        return Results.NoContent();
    }
}
