using GovPortal.Publishing.Search;

namespace GovPortal.Search.Asking;

/// <summary>Hears what a question wants to know of a procedure: its fee, time, papers or place.</summary>
internal sealed class AskedFacts
{
    private readonly (AskedFact Fact, Phrases Phrases)[] known;

    /// <param name="phrases">Phrases by the name of what they ask: <c>fee</c>, <c>time</c>, <c>papers</c>, <c>place</c>.</param>
    public AskedFacts(IReadOnlyDictionary<string, IReadOnlyList<string>> phrases) =>
        known = [.. phrases.Select(each => (Enum.Parse<AskedFact>(each.Key, ignoreCase: true), new Phrases(each.Value)))];

    public AskedFact In(IReadOnlyList<QueryWord> words)
    {
        var list = words as List<QueryWord> ?? [.. words];
        var asked = AskedFact.None;
        foreach (var (fact, phrases) in known)
        {
            if (Enumerable.Range(0, list.Count).Any(at => phrases.At(list, at) > 0))
            {
                asked |= fact;
            }
        }

        return asked;
    }
}
