namespace GovPortal.Search.Asking;

/// <summary>Everyday and short names of things, and what the state calls them.</summary>
internal sealed class Synonyms
{
    private readonly Phrases phrases;
    private readonly List<List<Wording>> wordings = [];

    /// <param name="lines">
    /// <c>a, b = c</c>: all mean the same; <c>a, b &gt; c, d</c>: who says a or b is also shown c and d, not the other way round.
    /// </param>
    public Synonyms(IEnumerable<string> lines)
    {
        var meanings = new Dictionary<string, List<string>>();
        foreach (var line in lines)
        {
            var isOneWay = line.Contains('>', StringComparison.Ordinal);
            var sides = line.Split(isOneWay ? '>' : '=', 2);
            var said = Split(sides[0]);
            var meant = Split(sides[^1]);
            Add(meanings, said, meant);
            if (!isOneWay)
            {
                Add(meanings, meant, [.. said, .. meant]);
                Add(meanings, said, said);
            }
        }

        phrases = new Phrases(meanings.Keys);
        foreach (var (said, meant) in meanings)
        {
            // The first wording of a line is meant most often.
            wordings.Add([.. meant.Where(other => other != said).Distinct()
                .Select((other, place) => new Wording(QueryParser.Cut(other), Weights.Synonym * MathF.Pow(Weights.LaterSynonym, place)))]);
        }
    }

    public int Count => wordings.Count;

    /// <summary>Every wording on the left, word by word.</summary>
    public IEnumerable<List<QueryWord>> Said => phrases.All;

    /// <summary>How many words from here on have other wordings, and those; 0 when there are none.</summary>
    public (int Length, IReadOnlyList<Wording> Others) At(List<QueryWord> words, int at)
    {
        var (length, number) = phrases.Find(words, at);
        return length == 0 ? (0, []) : (length, wordings[number]);
    }

    private static void Add(Dictionary<string, List<string>> meanings, List<string> said, List<string> meant)
    {
        foreach (var phrase in said)
        {
            if (!meanings.TryGetValue(phrase, out var known))
            {
                meanings.Add(phrase, known = []);
            }

            known.AddRange(meant);
        }
    }

    private static List<string> Split(string side) =>
        [.. side.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
