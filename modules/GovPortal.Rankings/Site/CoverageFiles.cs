using System.Text.Encodings.Web;
using System.Text.Json;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Rankings.Covering;
using GovPortal.Rankings.Publishing;
using GovPortal.Web.Caching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Rankings.Site;

/// <summary>The coverage of all years as CSV, a line for each agency, thing and year, and as JSON with counts and names.</summary>
internal static class CoverageFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapCoverageFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/xep-hang/do-phu.csv", async (PublishedIndexes indexes, Texts texts, VisitedSite site, CancellationToken ct) =>
            Results.Bytes(Csv.Write(Rows(await YearsAsync(indexes, ct), key => texts.In(site.Language, key))), Csv.MediaType))
            .OfModule(RankingsModule.Named).WithMetadata(new KeptLikeAPage()).ExcludeFromDescription();
        routes.MapGet("/xep-hang/do-phu.json", async (PublishedIndexes indexes, CancellationToken ct) =>
            Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(new { Years = (await YearsAsync(indexes, ct)).Select(Of) }, Json), "application/json; charset=utf-8"))
            .OfModule(RankingsModule.Named).WithMetadata(new KeptLikeAPage()).ExcludeFromDescription();
    }

    private static async Task<IReadOnlyList<CoverageOfYear>> YearsAsync(PublishedIndexes indexes, CancellationToken ct) =>
        [.. (await indexes.AllAsync(ct)).Where(index => index.Body!.Coverage.Count > 0).Select(index => new CoverageOfYear(index.Body!))];

    private static object Of(CoverageOfYear year) => new
    {
        year.Year,
        year.IsSample,
        Facts = year.Facts.Select(fact => new
        {
            fact.Key,
            fact.Indicator,
            fact.Have,
            fact.InAll,
            Lacking = fact.Lacking.Select(unit => new { unit.Name, unit.Block }),
            Unknown = fact.Unknown.Select(unit => new { unit.Name, unit.Block }),
        }),
    };

    private static IEnumerable<IEnumerable<object?>> Rows(IEnumerable<CoverageOfYear> years, Func<string, string> say)
    {
        yield return [say("rankings.year.column"), say("rankings.block"), say("rankings.unit"), say("rankings.coverage.fact"), say("rankings.value")];
        foreach (var year in years)
        {
            foreach (var unit in year.Units)
            {
                for (var i = 0; i < year.Facts.Count; i++)
                {
                    yield return [year.Year, unit.Block, unit.Name, say("rankings.coverage." + year.Facts[i].Key), unit.Has[i]];
                }
            }
        }
    }
}
