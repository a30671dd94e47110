using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Data;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Benchmarks.Running;
using GovPortal.Core.Files;
using GovPortal.Guides;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Search;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Benchmarks;

/// <summary>How often a citizen's question is answered first, among the first three and at all, group by group, beside SQLite FTS5.</summary>
internal sealed class RelevanceBenchmark : IBenchmark
{
    private const int Seen = 10;
    private const int SmallShare = 5;

    public string Name => "relevance";

    public string Describes => "citizens' questions with known answers, over the demo province with the whole catalogue";

    public async Task RunAsync(Workbench bench)
    {
        bench.Figures["data"] = Source.Named;
        var questions = Judged.All();
        if (questions.Count == 0)
        {
            bench.Say("The judged questions are not at hand: set GOVPORTAL_SHARED or put them into ../shared.");
            return;
        }

        await using var installation = await Installation.OpenAsync(bench.FolderOf("data"));
        await FillAsync(bench, installation, questions);
        using var plain = new FullText([("procedure", Some(bench, Source.Procedures(), questions)), ("document", Some(bench, Source.Documents(), questions))]);
        var finder = installation.Get<IFinder>();
        var guides = await GuidesAsync(installation);
        var groups = questions.GroupBy(question => question.Group).Select(group => (
            group.Key,
            Ours: new Ranks([.. group.Select(question => PlaceOf(Answers(finder, installation.Sites, guides, question.Text), question.Answers))]),
            Plain: new Ranks([.. group.Select(question => PlaceOf([.. plain.Find(question.Text).Select(answer => new[] { answer })], question.Answers))]))).ToList();
        Publish(bench, groups);
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

    private static List<IReadOnlyList<string>> Answers(IFinder finder, TenantDirectory sites, IReadOnlyDictionary<long, IReadOnlyList<string>> guides, string text) =>
        [.. finder.Find(new SearchQuery(text, null) { Size = Seen }).Items.Select(hit => guides.GetValueOrDefault(hit.ItemId) ?? [hit.Type == "procedure" ? hit.Code ?? "" : AddressOf(hit, sites)])];

    private static string AddressOf(SearchHit hit, TenantDirectory sites) =>
        sites.FindById(hit.TenantId) is { IsPortal: false } site ? $"/{site.Name}{hit.Path}" : hit.Path;

    private static int PlaceOf(List<IReadOnlyList<string>> answers, IReadOnlyList<string> right) =>
        Enumerable.Range(1, answers.Count).FirstOrDefault(place => answers[place - 1].Any(right.Contains));

    private static void Publish(Workbench bench, List<(string Group, Ranks Ours, Ranks Plain)> groups)
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

    private static string Share(double share) => double.IsNaN(share) ? "–" : share.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
