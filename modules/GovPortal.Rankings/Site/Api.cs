using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Publishing;
using GovPortal.Rankings.Reading;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Rankings.Site;

/// <summary>Published indexes as JSON: the years, and one year with method, raw values, scores and ranks.</summary>
internal static class Api
{
    public static void MapRankingApi(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/rankings", async (PublishedIndexes indexes, VisitedSite site, CancellationToken ct) =>
            TypedResults.Ok(new RankingYears([.. (await indexes.ListAsync(ct)).Select(item => new RankingYear(item.Slug, item.Title, site.Link($"/xep-hang/{item.Slug}"), item.PublishedAt))])))
            .OfModule(RankingsModule.Named).WithName("List_rankings").WithTags("rankings");
        routes.MapGet("/api/v1/rankings/{year:int}", async Task<Results<Ok<Ranking>, ProblemHttpResult>> (HttpContext http, int year, PublishedIndexes indexes, VisitedSite site, CancellationToken ct) =>
            await indexes.FindAsync(year, ct) is { Body: not null } index
                ? TypedResults.Ok(Of(index, await indexes.FindAsync(year - 1, ct), site))
                : ApiProblem.Of(http, StatusCodes.Status404NotFound, "rankings.api.missing", year))
            .OfModule(RankingsModule.Named).WithName("Get_rankings").WithTags("rankings");
    }

    private static Ranking Of(IndexOfYear index, IndexOfYear? before, VisitedSite site)
    {
        var (body, file) = (index.Body!, IndexFile.Of(index.Body!.Index));
        var root = site.Link($"/xep-hang/{index.Found.Item.Slug}");
        return new Ranking(body.Year, body.Title, body.Basis, body.IsSample, root, index.Found.Item.PublishedAt!.Value, index.Found.Item.CorrectedAt, file.Method, file.Groups,
            index.Result.Weights, [.. index.Result.Units.Select(unit => Of(unit, index, before, site))],
            new RankingFiles(root + "/du-lieu.json", root + "/ket-qua.csv", root + "/so-lieu.csv", root + "/cong-thuc.csv"));
    }

    private static RankingUnit Of(UnitScore unit, IndexOfYear index, IndexOfYear? before, VisitedSite site)
    {
        var rankBefore = before?.Find(unit.Block, unit.Name)?.Rank;
        return new RankingUnit(unit.Name, unit.Block, index.SiteOf(unit.Name)?.Name, site.Link($"/xep-hang/{index.Found.Item.Slug}/{index.SlugOf(unit)}"), unit.Groups, unit.Score, unit.Rank,
            rankBefore, rankBefore - unit.Rank, IndexFile.ValuesOf(index.Body!.Index, index.Body.Index.Units[unit.Position]));
    }
}

/// <summary>The years whose index is published, newest first.</summary>
public sealed record RankingYears(IReadOnlyList<RankingYear> Items);

/// <param name="Year">As it stands in the address.</param>
public sealed record RankingYear(string Year, string Title, string Url, DateTimeOffset PublishedAt);

/// <summary>An index with all it was computed from.</summary>
/// <param name="IsSample">True for figures made up to show the product.</param>
/// <param name="WeightsUsed">By block and indicator.</param>
public sealed record Ranking(
    int Year, string Title, string? Basis, bool IsSample, string Url, DateTimeOffset PublishedAt, DateTimeOffset? CorrectedAt, MethodShape Method, IReadOnlyList<GroupShape> Groups,
    IReadOnlyList<WeightUsed> WeightsUsed, IReadOnlyList<RankingUnit> Units, RankingFiles Files);

/// <param name="Site">Name of the unit's site; null where it has none here.</param>
/// <param name="Change">Places gained since the year before; negative where lost; null where it had no rank then.</param>
public sealed record RankingUnit(
    string Name, string Block, string? Site, string Url, IReadOnlyList<GroupScore> Groups, double? Score, int? Rank, int? RankBefore, int? Change, IReadOnlyDictionary<string, object?> Values);

/// <summary>Addresses of the files of an index.</summary>
public sealed record RankingFiles(string Data, string Results, string Values, string Formulas);
