namespace GovPortal.Search.Asking;

/// <summary>A set of phrases that are recognised in a question, however many diacritics it was typed with.</summary>
internal sealed class Phrases
{
    private static readonly List<(List<QueryWord> Words, int Number)> none = [];

    private readonly Dictionary<string, List<(List<QueryWord> Words, int Number)>> byFirst = [];

    public Phrases(IEnumerable<string> phrases)
    {
        var number = 0;
        foreach (var phrase in phrases)
        {
            var words = QueryParser.Cut(phrase);
            if (!byFirst.TryGetValue(words[0].Folded, out var same))
            {
                byFirst.Add(words[0].Folded, same = []);
            }

            same.Add((words, number++));
        }

        foreach (var same in byFirst.Values)
        {
            same.Sort((one, other) => other.Words.Count.CompareTo(one.Words.Count));
        }
    }

    public IEnumerable<List<QueryWord>> All => byFirst.Values.SelectMany(same => same.Select(phrase => phrase.Words));

    /// <summary>Number of words of the longest phrase that begins at this word; 0 when none does.</summary>
    public int At(List<QueryWord> words, int at) => Find(words, at).Length;

    /// <summary>The longest phrase that begins at this word, and its place in the list; length 0 when none does.</summary>
    public (int Length, int Number) Find(List<QueryWord> words, int at)
    {
        foreach (var (phrase, number) in byFirst.GetValueOrDefault(words[at].Folded, none))
        {
            if (at + phrase.Count <= words.Count && Stands(words, at, phrase))
            {
                return (phrase.Count, number);
            }
        }

        return (0, -1);
    }

    private static bool Stands(List<QueryWord> words, int at, List<QueryWord> phrase)
    {
        for (var index = 0; index < phrase.Count; index++)
        {
            if (!Means(words[at + index], phrase[index], phrase.Count == 1))
            {
                return false;
            }
        }

        return true;
    }

    // A word typed bare may mean any spelling, but alone it tells too little ("dang" is "đăng" more often than "đang");
    // one typed with diacritics means only itself ("tội" is not "tôi").
    private static bool Means(QueryWord typed, QueryWord known, bool isAlone) =>
        typed.Folded == known.Folded && (typed.Exact == known.Exact || typed.Exact is null && !isAlone);
}
