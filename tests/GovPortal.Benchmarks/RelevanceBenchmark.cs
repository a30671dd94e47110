using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Data;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;
using GovPortal.Core.Files;
using GovPortal.Guides;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Search;

namespace GovPortal.Benchmarks;

/// <summary>How often a citizen's question is answered first, among the first three and at all, group by group, beside SQLite FTS5.</summary>
internal sealed class RelevanceBenchmark : IBenchmark
{
    private const int Seen = 10;
    private const int SmallShare = 5;

    public string Name => "relevance";

    public string Describes => "citizens' questions with known answers, over the demo province with the whole catalogue";

    /// <summary>Also prints every question that is not answered among the first three, but for those kept aside.</summary>
    private const string Misses = "misses";

    public IReadOnlyList<string> Parts => [Misses];

    public async Task RunAsync(Workbench bench)
    {
        bench.Figures["data"] = Source.Named;
        var (shared, own) = (Judged.Shared(), Judged.Own());
        if (shared.Count == 0)
        {
            bench.Say("The judged questions are not at hand: set GOVPORTAL_SHARED or put them into ../shared.");
            return;
        }

        IReadOnlyList<Judged> all = [.. shared, .. own];
        await using var installation = await Installation.OpenAsync(bench.FolderOf("data"));
        await FillAsync(bench, installation, all);
        using var plain = new FullText([("procedure", Some(bench, Source.Procedures(), all)), ("document", Some(bench, Source.Documents(), all))]);
        var answers = new Answers(installation.Get<IFinder>(), installation.Sites, await GuidesAsync(installation));
        PublishShared(bench, [.. shared.GroupBy(question => question.Group).Select(group => (
            group.Key,
            answers.Rank(group),
            new Ranks([.. group.Select(question => Answers.PlaceOf([.. plain.Find(question.Text).Select(answer => new[] { answer })], question.Answers))])))]);
        PublishOwn(bench, [.. own.GroupBy(question => question.Group).Select(group => (group.Key, answers.Rank(group.Where(each => !each.IsAside)), answers.Rank(group.Where(each => each.IsAside))))]);
        if (bench.Choice.Parts.Contains(Misses))
        {
            answers.SayMisses(bench, all.Where(question => !question.IsAside));
        }
    }

    private static async Task FillAsync(Workbench bench, Installation installation, IReadOnlyList<Judged> questions)
    {
        await installation.OpenPortalAsync("demo");
        await installation.ImportAsync("procedures", Source.Write(bench.Folder, "procedures.jsonl", Some(bench, Source.Procedures(), questions)), installation.Sites.Portal);
        await installation.ImportAsync("documents", Source.Write(bench.Folder, "documents.jsonl", Some(bench, Source.Documents(), questions)), installation.Sites.Portal);
        await installation.FollowAsync();
        bench.Figures["items"] = installation.Get<IFinder>().Find(new SearchQuery("", null)).Total;
        bench.Say($"{bench.Figures["items"]} items are in the index");
    }

    /// <summary>A small run keeps every fifth record, and all that answer a question.</summary>
    private static IEnumerable<string> Some(Workbench bench, IEnumerable<string> lines, IReadOnlyList<Judged> questions)
    {
        if (!bench.IsSmall)
        {
            return lines;
        }

        var wanted = questions.SelectMany(question => question.Answers).Select(answer => $"\"{answer}\"").ToHashSet();
        return lines.Where((line, number) => number % SmallShare == 0 || JsonNode.Parse(line)!["code"] is { } code && wanted.Contains(code.ToJsonString()));
    }

    /// <summary>The codes that each guide leads to, by its number: a guide is right where it leads to a right procedure.</summary>
    private static async Task<IReadOnlyDictionary<long, IReadOnlyList<string>>> GuidesAsync(Installation installation)
    {
        var ids = installation.Get<IFinder>().Find(new SearchQuery("", null) { Type = "guide", Size = 100 }).Items.Select(hit => hit.ItemId).ToArray();
        return (await installation.Get<PublishedAcrossSites>().ReadLiveAsync(ids, CancellationToken.None)).ToDictionary(live => live.Item.Id, live => BodyJson.Read<Guide>(live.Body).Codes());
    }

    private static void PublishShared(Workbench bench, List<(string Group, Ranks Ours, Ranks Plain)> groups)
    {
        foreach (var (group, ours, plain) in groups)
        {
            bench.Say($"{group,-24} {ours.Count,4}  first {ours.At(1):0.00}  three {ours.At(3):0.00}  ten {ours.At(Seen):0.00}  MRR {ours.Reciprocal:0.000}   FTS5 {plain.At(1):0.00} {plain.At(3):0.00}");
        }

        bench.Figures["groups"] = new JsonObject(groups.Select(each => KeyValuePair.Create<string, JsonNode?>(each.Group, new JsonObject
        {
            ["questions"] = each.Ours.Count,
            ["first"] = Timings.Round(each.Ours.At(1)),
            ["firstThree"] = Timings.Round(each.Ours.At(3)),
            ["firstTen"] = Timings.Round(each.Ours.At(Seen)),
            ["mrr"] = Timings.Round(each.Ours.Reciprocal),
            ["fts5First"] = Timings.Round(each.Plain.At(1)),
            ["fts5FirstThree"] = Timings.Round(each.Plain.At(3)),
        })));
        bench.PublishTo("search-quality.md", "relevance", Markdown.Table(
            ["group", "questions", "first", "first three", "MRR", "first, of five parts", "SQLite FTS5: first", "first three"],
            groups.Select(each => (IReadOnlyList<string>)[each.Group, $"{each.Ours.Count}", Share(each.Ours.At(1)), Share(each.Ours.At(3)), Share(each.Ours.Reciprocal), $"{Share(each.Ours.Folds().Least)} to {Share(each.Ours.Folds().Most)}", Share(each.Plain.At(1)), Share(each.Plain.At(3))])));
    }

    private static void PublishOwn(Workbench bench, List<(string Group, Ranks Seen, Ranks Aside)> groups)
    {
        foreach (var (group, seen, aside) in groups)
        {
            bench.Say($"own: {group,-15} seen {seen.Count,3} {seen.At(1):0.00} {seen.At(3):0.00}   kept aside {aside.Count,3} {aside.At(1):0.00} {aside.At(3):0.00}  MRR {aside.Reciprocal:0.000}");
        }

        bench.Figures["own"] = new JsonObject(groups.Select(each => KeyValuePair.Create<string, JsonNode?>(each.Group, new JsonObject
        {
            ["first"] = Timings.Round(each.Seen.At(1)),
            ["firstThree"] = Timings.Round(each.Seen.At(3)),
            ["asideFirst"] = Timings.Round(each.Aside.At(1)),
            ["asideFirstThree"] = Timings.Round(each.Aside.At(3)),
        })));
        bench.PublishTo("search-quality.md", "relevance-own", Markdown.Table(
            ["group", "questions", "first", "first three", "kept aside", "first", "first three", "MRR"],
            groups.Select(each => (IReadOnlyList<string>)[each.Group, $"{each.Seen.Count}", Share(each.Seen.At(1)), Share(each.Seen.At(3)), $"{each.Aside.Count}", Share(each.Aside.At(1)), Share(each.Aside.At(3)), Share(each.Aside.Reciprocal)])));
    }

    private static string Share(double share) => double.IsNaN(share) ? "–" : share.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
