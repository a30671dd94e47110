using System.Text.Json.Serialization;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Text;
using GovPortal.Editing.Forms;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Search;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Content.Writing;

/// <summary>Agencies and documents of the province, for the fields of forms that name them; with or without diacritics.</summary>
internal static class FindingApi
{
    private const int Most = 8;
    private const int LongestQuery = 200;

    public static void MapFinding(this IEndpointRouteBuilder routes)
    {
        routes.MapFinder("co-quan", FindAgenciesAsync);
        routes.MapFinder("van-ban", FindDocuments);
        routes.MapFinder("muc", FindItemsAsync);
    }

    private static void MapFinder(this IEndpointRouteBuilder routes, string what, Delegate find) =>
        routes.MapMethods($"/quan-tri/soan-thao/tim/{what}", [HttpMethods.Get, HttpMethods.Post], find).OfModule(ContentModule.Named).RequireAuthorization(Permission.Write)
            .AddEndpointFilter(async (call, next) => HttpMethods.IsPost(call.HttpContext.Request.Method) ? NotAllowed(call.HttpContext) : await next(call))
            .ExcludeFromDescription();

    private static IResult NotAllowed(HttpContext http)
    {
        http.Response.Headers.Allow = "GET, HEAD";
        return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }

    private static async Task<IResult> FindAgenciesAsync(string? q, KnownAgencies agencies, VisitedSite site, CancellationToken ct)
    {
        var words = Words(q);
        if (words.Length == 0)
        {
            return Results.Ok(new FoundThings([]));
        }

        var found = (await agencies.AllAsync(ct))
            .Select(agency => (Agency: new FoundThing(agency.Name, agency.Code, agency.Parent?.TitleIn(site.Language)), Folded: VietnameseText.Fold(agency.Name)))
            .Where(known => words.All(word => known.Folded.Contains(word, StringComparison.Ordinal) || word.Equals(known.Agency.Code, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(known => known.Folded.StartsWith(words[0], StringComparison.Ordinal) ? 0 : 1).ThenBy(known => known.Folded.Length);
        return Results.Ok(new FoundThings([.. found.Take(Most).Select(known => known.Agency)]));
    }

    private static async Task<IResult> FindItemsAsync(string? q, HttpContext http, OwnItems items, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new { Items = string.IsNullOrWhiteSpace(q) ? [] : await items.FindAsync(http.User.PersonId()!.Value, Short(q), ct) });
    }

    private static IResult FindDocuments(string? q, IFinder finder, TenantDirectory directory, VisitedSite site)
    {
        if (Words(q).Length == 0)
        {
            return Results.Ok(new FoundThings([]));
        }

        var results = finder.Find(new SearchQuery(Short(q!), TenantId: null) { Type = "document", Size = Most, Facets = [] });
        return Results.Ok(new FoundThings([.. results.Items.DistinctBy(hit => (hit.Code, hit.Title)).Select(hit => new FoundThing(TitleOf(hit), hit.Code, directory.FindById(hit.TenantId)?.TitleIn(site.Language)))], results.IsIncomplete || results.IsResting));
    }

    // Titles of documents begin with kind and number, which stands in a field of its own.
    private static string TitleOf(SearchHit hit) =>
        hit.Code is { } code && hit.Title.IndexOf($"{code}: ", StringComparison.Ordinal) is >= 0 and var at ? hit.Title[(at + code.Length + 2)..] : hit.Title;

    private static string[] Words(string? q) =>
        string.IsNullOrWhiteSpace(q) ? [] : VietnameseText.Fold(Short(q)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Short(string q) => VietnameseText.NormalizeLine(q.Length > LongestQuery ? q[..LongestQuery] : q);

    /// <param name="Incomplete">True while the index is being built anew, absent otherwise.</param>
    private sealed record FoundThings(IReadOnlyList<FoundThing> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Incomplete = false);

    private sealed record FoundThing(string Name, string? Code, string? Note);
}
