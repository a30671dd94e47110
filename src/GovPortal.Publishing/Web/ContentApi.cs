using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Publishing.Web;

/// <summary>The JSON list and item of a content type, alike for all types.</summary>
public static class ContentApi
{
    public const int LargestSize = 100;

    /// <summary>Deeper than this many results no list goes; a harvester follows the log or the sitemap.</summary>
    public const int Deepest = 10_000;

    /// <param name="name">Plural in the address: <c>/api/v1/{name}</c>.</param>
    /// <param name="shown">A body as readers get it; as it is stored where not given.</param>
    public static void MapContentApi<TBody>(this IEndpointRouteBuilder routes, string name, string type, string module, Func<TBody, TBody>? shown = null) where TBody : class
    {
        routes.MapGet($"/api/v1/{name}", async Task<Results<Ok<ApiList>, ProblemHttpResult>> (HttpContext http, PublishedContent content, ContentTypes types, VisitedSite site, int page = 1, int size = 20, CancellationToken ct = default) =>
        {
            if (Mistake(http, page, size) is { } mistake)
            {
                return mistake;
            }

            var list = await content.ListAsync(new ListQuery(type, page, size), ct);
            return TypedResults.Ok(new ApiList(list.Total, page, size, [.. list.Items.Select(i => new ApiLine(i.Type, i.Code, i.Title, site.Link(types.PathOf(i.Type, i.Slug)), i.Summary, i.PublishedAt, i.CorrectedAt))]));
        }).OfModule(module).WithName($"List_{name}").WithTags(name);

        routes.MapGet($"/api/v1/{name}/{{slug}}", async Task<Results<Ok<ApiItem<TBody>>, ProblemHttpResult>> (HttpContext http, string slug, PublishedContent content, ContentTypes types, VisitedSite site, CancellationToken ct) =>
        {
            if (await content.FindAsync<TBody>(slug, ct) is not { } found)
            {
                return ApiProblem.Of(http, StatusCodes.Status404NotFound, "api.list.missing", slug);
            }

            var item = found.Item;
            return TypedResults.Ok(new ApiItem<TBody>(item.Type, item.Code, item.Title, site.Link(types.PathOf(item.Type, item.Slug)), item.State.ToString().ToLowerInvariant(), item.WithdrawnNotice, item.PublishedAt!.Value, item.CorrectedAt, found.Body is { } body && shown is not null ? shown(body) : found.Body));
        }).OfModule(module).WithName($"Get_{name}").WithTags(name);
    }

    /// <summary>What is wrong with a page and size; null when nothing is.</summary>
    public static ProblemHttpResult? Mistake(HttpContext http, int page, int size) =>
        size is < 1 or > LargestSize ? ApiProblem.Of(http, StatusCodes.Status400BadRequest, "api.list.size", size, LargestSize)
        : page < 1 ? ApiProblem.Of(http, StatusCodes.Status400BadRequest, "api.list.page", page)
        : (long)page * size > Deepest ? ApiProblem.Of(http, StatusCodes.Status400BadRequest, "api.list.deep", page, size, Deepest)
        : null;
}

public sealed record ApiList(int Total, int Page, int Size, IReadOnlyList<ApiLine> Items);

public sealed record ApiLine(string Type, string? Code, string Title, string Url, string? Summary, DateTimeOffset PublishedAt, DateTimeOffset? CorrectedAt);

/// <param name="State"><c>published</c> or <c>withdrawn</c>; a withdrawn item has a notice instead of a body.</param>
public sealed record ApiItem<TBody>(string Type, string? Code, string Title, string Url, string State, string? Notice, DateTimeOffset PublishedAt, DateTimeOffset? CorrectedAt, TBody? Body);
