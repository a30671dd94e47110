namespace GovPortal.Search.Asking;

/// <summary>
/// Ways of saying things, and what is meant by them. A pattern is matched in order, with a few words between its elements; the pattern that
/// explains most of the question wins, of several the one that was added first.
/// </summary>
internal sealed class Sayings<T> where T : notnull
{
    // "bố" and "qua đời" may have "của vợ tôi mới" between them; more words make another sentence.
    private const int MostBetween = 5;

    private readonly Dictionary<string, List<Pattern>> byFirst = [];

    /// <summary>How many ways of saying something are known.</summary>
    public int Count { get; private set; }

    /// <summary>Every way to say an element of a pattern, word by word.</summary>
    public IEnumerable<List<QueryWord>> Said => byFirst.Values.SelectMany(same => same).Distinct().SelectMany(pattern => pattern.Elements).SelectMany(ways => ways.Values).SelectMany(ways => ways);

    public void Add(SaidLine line, T meaning)
    {
        var pattern = new Pattern(line.Elements, meaning, line.IsWhole);
        foreach (var first in line.Elements[0].Keys)
        {
            if (!byFirst.TryGetValue(first, out var same))
            {
                byFirst.Add(first, same = []);
            }

            same.Add(pattern);
        }

        Count++;
    }

    /// <summary>What the question says, and which of its words say it; null when no pattern fits.</summary>
    /// <param name="isAllowed">Meanings that count; all where it is null.</param>
    public Saying<T>? Find(IReadOnlyList<QueryWord> words, Func<T, bool>? isAllowed = null)
    {
        Saying<T>? best = null;
        var telling = words.Count(word => word.Weight == 1);
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var pattern in byFirst.GetValueOrDefault(words[at].Folded, []))
            {
                var said = new List<int>();
                if ((isAllowed is null || isAllowed(pattern.Meaning)) && pattern.Fits(words, at, said) && (best is null || said.Count > best.Said.Count) && (!pattern.IsWhole || said.Count == telling))
                {
                    best = new Saying<T>(pattern.Meaning, [.. said], pattern.IsWhole);
                }
            }
        }

        return best;
    }

    /// <param name="Elements">Each with the ways to say it, by their first word.</param>
    /// <param name="IsWhole">Whether nothing else may be asked: "hộ chiếu" alone asks for one.</param>
    private sealed record Pattern(IReadOnlyList<IReadOnlyDictionary<string, List<List<QueryWord>>>> Elements, T Meaning, bool IsWhole)
    {
        public bool Fits(IReadOnlyList<QueryWord> words, int at, List<int> said) => Fits(words, at, 0, said);

        private bool Fits(IReadOnlyList<QueryWord> words, int at, int element, List<int> said)
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
                if (element + 1 == Elements.Count || Continues(words, at + way.Count, element + 1, said))
                {
                    return true;
                }

                said.RemoveRange(before, said.Count - before);
            }

            return false;
        }

        private bool Continues(IReadOnlyList<QueryWord> words, int from, int element, List<int> said)
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

        private bool Stands(IReadOnlyList<QueryWord> words, int at, List<QueryWord> way)
        {
            // One word typed bare may be any of six words.
            var needsMarks = Elements.Count == 1 && way.Count == 1;
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

/// <param name="Said">Places of the words that say it.</param>
/// <param name="IsWhole">Whether the words are all of the question.</param>
internal sealed record Saying<T>(T Meaning, IReadOnlyList<int> Said, bool IsWhole);
