using System.Text.Encodings.Web;
using System.Text.Json;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Publishing;
using GovPortal.Rankings.Reading;
using GovPortal.Web.Caching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Rankings.Site;

/// <summary>The files of a published index: results, raw numbers, formulas, and all of it as the file that <c>rankings compute</c> takes.</summary>
internal static class Downloads
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapRankingFiles(this IEndpointRouteBuilder routes)
    {
        Map(routes, "du-lieu.json", (index, _, _) => Results.Bytes(JsonSerializer.SerializeToUtf8Bytes(Whole(index), Json), "application/json; charset=utf-8"));
        Map(routes, "ket-qua.csv", (index, texts, language) => Results.Bytes(Csv.Write(ResultRows(index, key => texts.In(language, key))), Csv.MediaType));
        Map(routes, "so-lieu.csv", (index, texts, language) => Results.Bytes(Csv.Write(ValueRows(index.Body!.Index, key => texts.In(language, key))), Csv.MediaType));
        Map(routes, "cong-thuc.csv", (index, texts, language) => Results.Bytes(Csv.Write(FormulaRows(index, key => texts.In(language, key))), Csv.MediaType));
    }

    private static void Map(IEndpointRouteBuilder routes, string file, Func<IndexOfYear, Texts, string, IResult> write) =>
        routes.MapGet("/xep-hang/{year:int}/" + file, async (int year, PublishedIndexes indexes, Texts texts, VisitedSite site, CancellationToken ct) =>
            await indexes.FindAsync(year, ct) is { Body: not null } index ? write(index, texts, site.Language) : Results.NotFound())
            .OfModule(RankingsModule.Named).WithMetadata(new KeptLikeAPage()).ExcludeFromDescription();

    /// <summary>The file to compute from, with what was published beside it under <c>published</c>.</summary>
    private static object Whole(IndexOfYear index)
    {
        var file = IndexFile.Of(index.Body!.Index);
        return new { file.Method, file.Groups, file.Units, Published = index.Result.Units.Select(unit => new { unit.Name, unit.Block, unit.Groups, unit.Score, unit.Rank }) };
    }

    private static IEnumerable<IEnumerable<object?>> ResultRows(IndexOfYear index, Func<string, string> say)
    {
        var groups = index.Body!.Index.Groups;
        yield return [say("rankings.block"), say("rankings.rank"), say("rankings.unit"), say("rankings.score"), .. groups.Select(group => group.Name)];
        foreach (var unit in index.Result.Units)
        {
            yield return [unit.Block, unit.Rank, unit.Name, unit.Score, .. groups.Select(group => (object?)unit.Groups.FirstOrDefault(its => its.Name == group.Name)?.Score)];
        }
    }

    private static IEnumerable<IEnumerable<object?>> ValueRows(UnitIndex index, Func<string, string> say)
    {
        yield return [say("rankings.block"), say("rankings.unit"), .. index.Indicators.Select(indicator => indicator.Name)];
        foreach (var unit in index.Units)
        {
            yield return [unit.Block, unit.Name, .. IndexFile.ValuesOf(index, unit).Values];
        }
    }

    private static IEnumerable<IEnumerable<object?>> FormulaRows(IndexOfYear index, Func<string, string> say)
    {
        var blocks = index.Result.Weights.Select(weight => weight.Block).Distinct().ToArray();
        var used = index.Result.Weights.ToDictionary(weight => (weight.Block, weight.Indicator), weight => weight.Weight);
        yield return [say("rankings.group"), say("rankings.group.weight"), say("rankings.indicator"), say("rankings.formula"), say("rankings.max"), say("rankings.weight"), say("rankings.tiers"), .. blocks.Select(block => $"{say("rankings.weights.used")}: {block}")];
        foreach (var group in index.Body!.Index.Groups)
        {
            foreach (var indicator in group.Indicators)
            {
                yield return [group.Name, group.Weight, indicator.Name, MethodWords.Of(indicator.Formula), indicator.Max, indicator.Weight,
                    string.Join("; ", indicator.Tiers.Select(tier => FormattableString.Invariant($"{tier.From}: {tier.Points}"))), .. blocks.Select(block => (object?)used[(block, indicator.Name)])];
            }
        }
    }
}
