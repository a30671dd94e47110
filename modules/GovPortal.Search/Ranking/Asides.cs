using GovPortal.Search.Asking;
using GovPortal.Search.Indexing;

namespace GovPortal.Search.Ranking;

/// <summary>
/// Finds what a long question says beside the point: "Tôi ở quê mới lên, muốn đăng ký tạm trú" asks for "đăng ký tạm trú". Such a word stands
/// beside none of its neighbours in any title, keyword or abstract.
/// </summary>
internal sealed class Asides(TermLookup lookup)
{
    /// <summary>The words to lower; none for a short question.</summary>
    public AsideWords Of(IReadOnlyList<QueryWord> words)
    {
        if (words.Count(word => word.Weight == 1) < Weights.LongQuestion)
        {
            return AsideWords.None;
        }

        var beside = new bool[words.Count];
        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (IsPair(words[at], words[at + 1]))
            {
                (beside[at], beside[at + 1]) = (true, true);
            }
        }

        // Where all of it is beside the point, none of it is.
        return beside.Contains(true) ? new AsideWords([.. words.Where((word, at) => !beside[at] && word.Weight == 1).Select(word => word.Folded)]) : AsideWords.None;
    }

    private bool IsPair(QueryWord one, QueryWord other)
    {
        var bare = $"{one.Folded} {other.Folded}";
        var exact = $"{one.Exact ?? one.Folded} {other.Exact ?? other.Folded}";
        return lookup.Find(Zone.Title.Pairs!, exact) is not null || exact == bare && lookup.Find(Zone.Keywords.Pairs!, bare) is not null;
    }
}

/// <summary>Folded words of a question that are beside its point.</summary>
internal sealed record AsideWords(HashSet<string> Words)
{
    public static readonly AsideWords None = new([]);

    public int Count => Words.Count;

    /// <summary>The same part, weighing less where it is one such word.</summary>
    public QueryPart Lower(QueryPart part) =>
        part.Wordings is [{ IsTyped: true, Words: [var only] } typed] && Words.Contains(only.Folded)
            ? new QueryPart([typed with { Words = [only with { Weight = only.Weight * Weights.Aside }] }])
            : part;
}
