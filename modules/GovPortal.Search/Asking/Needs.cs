namespace GovPortal.Search.Asking;

/// <summary>
/// What people tell of their lives, and what the state calls what they need then. A pattern is matched in order, with a few words between
/// its elements; the pattern that explains most of the question wins.
/// </summary>
internal sealed class Needs
{
    // "bố" and "qua đời" may have "của vợ tôi mới" between them; more words make another sentence.
    private const int MostBetween = 5;

    private const float LaterMeaning = 0.9f;

    private readonly Dictionary<string, List<Pattern>> byFirst = [];

    public Needs(NeedFile file)
    {
        foreach (var need in file.Needs)
        {
            Wording[] meanings = [.. need.Means.Select((text, place) => new Wording(QueryParser.Cut(text), MathF.Pow(LaterMeaning, place)))];
            foreach (var said in need.Say)
            {
                var isWhole = said.StartsWith("= ", StringComparison.Ordinal);
                var elements = (isWhole ? said[2..] : said).Split(" .. ").Select(element => Alternatives(element, file.Classes));
                Add(new Pattern([.. elements], meanings, need.Codes ?? [], isWhole));
                Count++;
            }
        }
    }

    /// <summary>How many ways of saying something are known.</summary>
    public int Count { get; }

    /// <summary>Every way to say an element of a pattern, word by word.</summary>
    public IEnumerable<List<QueryWord>> Said => byFirst.Values.SelectMany(same => same).Distinct().SelectMany(pattern => pattern.Elements).SelectMany(ways => ways.Values).SelectMany(ways => ways);

    /// <summary>What the question tells of, and which of its words tell it; null when no pattern fits.</summary>
    public Need? Find(List<QueryWord> words)
    {
        Need? best = null;
        var telling = words.Count(word => word.Weight == 1);
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var pattern in byFirst.GetValueOrDefault(words[at].Folded, []))
            {
                var said = new List<int>();
                if (pattern.Fits(words, at, said) && (best is null || said.Count > best.Said.Count) && (!pattern.IsWhole || said.Count == telling))
                {
                    best = new Need(pattern.Meanings, pattern.Codes, [.. said], pattern.IsWhole);
                }
            }
        }

        return best;
    }

    private void Add(Pattern pattern)
    {
        foreach (var first in pattern.Elements[0].Keys)
        {
            if (!byFirst.TryGetValue(first, out var same))
            {
                byFirst.Add(first, same = []);
            }

            same.Add(pattern);
        }
    }

    /// <summary>Every way to say an element: <c>/</c> divides words that may stand for each other, <c>{…}</c> names a class of phrases.</summary>
    /// <returns>The ways by their first word.</returns>
    private static Dictionary<string, List<List<QueryWord>>> Alternatives(string element, IReadOnlyDictionary<string, IReadOnlyList<string>> classes)
    {
        List<string> ways = [""];
        foreach (var part in element.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var choices = part[0] == '{' ? classes[part[1..^1]] : part.Split('/');
            ways = [.. ways.SelectMany(way => choices.Select(choice => $"{way} {choice}"))];
        }

        return ways.Select(QueryParser.Cut).GroupBy(way => way[0].Folded).ToDictionary(same => same.Key, same => same.ToList());
    }

    /// <param name="Elements">Each with the ways to say it.</param>
    /// <param name="IsWhole">Whether nothing else may be asked: "hộ chiếu" alone asks for one.</param>
    private sealed record Pattern(Dictionary<string, List<List<QueryWord>>>[] Elements, Wording[] Meanings, IReadOnlyList<string> Codes, bool IsWhole)
    {
        public bool Fits(List<QueryWord> words, int at, List<int> said) => Fits(words, at, 0, said);

        private bool Fits(List<QueryWord> words, int at, int element, List<int> said)
        {
            if (!Elements[element].TryGetValue(words[at].Folded, out var ways))
            {
                return false;
            }

            foreach (var way in ways)
            {
                if (!Stands(words, at, way))
                {
                    continue;
                }

                var before = said.Count;
                said.AddRange(Enumerable.Range(at, way.Count));
                if (element + 1 == Elements.Length || Continues(words, at + way.Count, element + 1, said))
                {
                    return true;
                }

                said.RemoveRange(before, said.Count - before);
            }

            return false;
        }

        private bool Continues(List<QueryWord> words, int from, int element, List<int> said)
        {
            for (var at = from; at < Math.Min(words.Count, from + MostBetween + 1); at++)
            {
                if (Fits(words, at, element, said))
                {
                    return true;
                }
            }

            return false;
        }

        private bool Stands(List<QueryWord> words, int at, List<QueryWord> way)
        {
            // One word typed bare may be any of six words.
            var needsMarks = Elements.Length == 1 && way.Count == 1;
            if (at + way.Count > words.Count)
            {
                return false;
            }

            for (var each = 0; each < way.Count; each++)
            {
                var (typed, known) = (words[at + each], way[each]);
                if (typed.Folded != known.Folded || typed.Exact != known.Exact && (typed.Exact is not null || needsMarks))
                {
                    return false;
                }
            }

            return true;
        }
    }
}

/// <summary>What a question tells of.</summary>
/// <param name="Meanings">The state's words for it, likeliest first.</param>
/// <param name="Codes">Procedures that answer before all others, where they are published.</param>
/// <param name="Said">Places of the words that tell it.</param>
/// <param name="IsWhole">Whether the words are all of the question: what holds them is found too, after what is likely meant.</param>
internal sealed record Need(IReadOnlyList<Wording> Meanings, IReadOnlyList<string> Codes, IReadOnlyList<int> Said, bool IsWhole);

/// <summary>Needs as they lie in a file.</summary>
/// <param name="Classes">Phrases that stand for each other, by name: <c>kin</c>, <c>died</c>.</param>
internal sealed record NeedFile(IReadOnlyDictionary<string, IReadOnlyList<string>> Classes, IReadOnlyList<NeedEntry> Needs);

/// <param name="Means">Words of the titles that answer, likeliest first.</param>
/// <param name="Say">Patterns: <c>{kin} .. {died}</c>; <c>= hộ chiếu</c> for a question of nothing else.</param>
/// <param name="Ask">A question that the entry must answer.</param>
/// <param name="Codes">Codes of the national catalogue that answer before all others: for names that several procedures share, or that run to a hundred words.</param>
internal sealed record NeedEntry(IReadOnlyList<string> Means, IReadOnlyList<string> Say, string Ask, IReadOnlyList<string>? Codes = null);
