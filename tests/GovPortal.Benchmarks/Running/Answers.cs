using GovPortal.Benchmarks.Data;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Publishing.Search;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Benchmarks.Running;

/// <summary>What the finder answers, and at which place what is right stands.</summary>
/// <param name="guides">The codes that each guide leads to: a guide is right where it leads to a right procedure.</param>
internal sealed class Answers(IFinder finder, TenantDirectory sites, IReadOnlyDictionary<long, IReadOnlyList<string>> guides)
{
    private const int Seen = 10;
    private const int Shown = 3;

    public Ranks Rank(IEnumerable<Judged> questions) => new([.. questions.Select(question => PlaceOf(Of(question.Text), question.Answers))]);

    /// <summary>Questions that are not answered among the first three, each with what stands there.</summary>
    public void SayMisses(Workbench bench, IEnumerable<Judged> questions)
    {
        foreach (var question in questions)
        {
            if (PlaceOf(Of(question.Text), question.Answers) is var place && place is 0 or > Shown)
            {
                var found = finder.Find(new SearchQuery(question.Text, null) { Size = Seen });
                bench.Say($"{question.Group}: {question.Text} ({(place == 0 ? "not found" : place)}{(found.Understood is { } understood ? $", read as “{understood}”" : "")})");
                foreach (var hit in found.Items.Take(Shown))
                {
                    bench.Say($"      {hit.Code} {hit.Title}");
                }
            }
        }
    }

    public static int PlaceOf(List<IReadOnlyList<string>> answers, IReadOnlyList<string> right) =>
        Enumerable.Range(1, answers.Count).FirstOrDefault(place => answers[place - 1].Any(right.Contains));

    private List<IReadOnlyList<string>> Of(string text) =>
        [.. finder.Find(new SearchQuery(text, null) { Size = Seen }).Items.Select(hit => guides.GetValueOrDefault(hit.ItemId) ?? [hit.Type == "procedure" ? hit.Code ?? "" : AddressOf(hit)])];

    private string AddressOf(SearchHit hit) =>
        sites.FindById(hit.TenantId) is { IsPortal: false } site ? $"/{site.Name}{hit.Path}" : hit.Path;
}
