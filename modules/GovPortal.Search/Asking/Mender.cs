using System.Text;
using GovPortal.Core.Text;
using GovPortal.Search.Indexing;
using GovPortal.Search.Showing;

namespace GovPortal.Search.Asking;

/// <summary>
/// Mends slips of the finger and of the ear. A word is suspect when nobody uses it, or when it stands beside none of its neighbours in any
/// title; it is changed only to a word that does stand beside them.
/// </summary>
/// <param name="words">Read on first use: most questions need none of it.</param>
internal sealed class Mender(Func<Vocabulary> words, Func<string, int> entriesWith, Func<string, int> entriesWithPair)
{
    // Less than this is no evidence that two words belong together.
    private const int FewTogether = 3;
    private const double PerEdit = 4;
    private const double SoundsAlike = 0.5;

    private readonly record struct Typed(int Start, int End, string Folded, string Written, bool IsUnused);

    /// <param name="explained">Words that are understood as they stand: questions, synonyms, needs.</param>
    /// <returns>The line with its slips mended; the same string where there are none.</returns>
    public string Mend(string line, Func<IReadOnlyList<bool>> explained)
    {
        var typed = Cut(line);
        var isBare = typed.All(word => word.Written == word.Folded);
        var text = new StringBuilder();
        var done = 0;
        IReadOnlyList<bool>? isExplained = null;
        for (var at = 0; at < typed.Count; at++)
        {
            if (IsSuspect(line, typed, at) && (isExplained ??= explained()) is var known && at < known.Count && !known[at] && Better(typed, at) is { } better)
            {
                text.Append(line, done, typed[at].Start - done).Append(isBare ? VietnameseText.Fold(better) : better);
                done = typed[at].End;
            }
        }

        return done == 0 ? line : text.Append(line, done, line.Length - done).ToString();
    }

    private List<Typed> Cut(string line)
    {
        var typed = new List<Typed>();
        Span<char> buffer = stackalloc char[WordForms.MostLetters];
        for (var at = 0; WordForms.Next(line, ref at, out var start);)
        {
            var length = WordForms.Folded(line.AsSpan(start, at - start), buffer);
            if (length > 0)
            {
                var folded = new string(buffer[..length]);
                typed.Add(new Typed(start, at, folded, line[start..at].ToLowerInvariant(), entriesWith(folded) == 0));
            }
        }

        return typed;
    }

    private bool IsSuspect(string line, List<Typed> typed, int at)
    {
        var word = typed[at];
        var letters = line.AsSpan(word.Start, word.End - word.Start);
        var isShort = word.Folded.Length < 2 || word.Folded.AsSpan().ContainsAnyInRange('0', '9') || Lexicon.English.Contains(word.Folded);
        if (isShort || letters.Length > 1 && !letters.ContainsAnyInRange('a', 'z') && letters.ContainsAnyInRange('A', 'Z'))
        {
            return false;
        }

        return word.IsUnused || typed.Count > 1 && Together(Before(typed, at), word.Folded) == 0 && Together(word.Folded, After(typed, at)) == 0;
    }

    private string? Better(List<Typed> typed, int at)
    {
        var (before, after, word) = (Before(typed, at), After(typed, at), typed[at]);
        var best = (Word: "", Score: 0d);
        foreach (var (candidate, cost) in Candidates(word))
        {
            var together = Math.Max(Together(before, candidate), Together(candidate, after));
            if (together < FewTogether && (before ?? after) is not null)
            {
                continue;
            }

            var farther = cost + MarksAway(word, before, candidate, after);
            var score = 100 + 2.5 * (Math.Log(1 + Together(before, candidate)) + Math.Log(1 + Together(candidate, after))) + 0.3 * Math.Log(1 + words().EntriesWith(candidate)) - PerEdit * farther;
            best = score > best.Score ? (candidate, score) : best;
        }

        return best.Score > 0 ? Spell(before, best.Word, after) : word.IsUnused ? Parted(word.Folded) : null;
    }

    // "hộo" is nearer to "hộ" than to "hợp". Marks that were left out tell nothing.
    private double MarksAway(Typed word, string? before, string candidate, string? after) =>
        word.Written == word.Folded ? 0 : 0.5 * Speller.Edits(word.Written, Spell(before, candidate, after), 3);

    private IEnumerable<(string Word, double Cost)> Candidates(Typed word)
    {
        var sound = Sounds.Of(word.Folded);
        var most = word.Folded.Length <= 4 ? 1 : 2;
        foreach (var known in words().Syllables)
        {
            if (known == word.Folded)
            {
                continue;
            }

            if (Sounds.Of(known) == sound)
            {
                yield return (known, SoundsAlike);
            }
            else if (word.IsUnused && Math.Abs(known.Length - word.Folded.Length) <= most && Speller.Edits(word.Folded, known, most) is var edits && edits <= most)
            {
                yield return (known, edits);
            }
        }
    }

    /// <summary>Words that were typed without the space between them; null when they cannot be told apart.</summary>
    private string? Parted(string joined)
    {
        if (joined.Length > 5 * Syllable.MostLetters)
        {
            return null;
        }

        var best = new (double Score, string? Words)[joined.Length + 1];
        best[0] = (0, "");
        for (var end = 2; end <= joined.Length; end++)
        {
            best[end] = (double.NegativeInfinity, null);
            for (var start = Math.Max(0, end - Syllable.MostLetters); start <= end - 2; start++)
            {
                var word = joined[start..end];
                if (best[start].Words is not { } left || !Syllable.IsBare(word))
                {
                    continue;
                }

                var together = start == 0 ? 0 : Together(left[(left.LastIndexOf(' ') + 1)..], word);
                if (start == 0 || together >= FewTogether)
                {
                    var score = best[start].Score + Math.Log(1 + together);
                    best[end] = score > best[end].Score ? (score, start == 0 ? word : $"{left} {word}") : best[end];
                }
            }
        }

        return best[^1].Words is { } parted && parted.Contains(' ', StringComparison.Ordinal) ? Spell(parted.Split(' ')) : null;
    }

    private string Spell(string[] parted) =>
        string.Join(' ', parted.Select((word, at) => at == 0 ? words().Spell(word, parted[1]).Split(' ')[0] : words().Spell(parted[at - 1], word).Split(' ')[1]));

    private string Spell(string? before, string word, string? after) =>
        Together(before, word) >= Together(word, after) && before is not null ? words().Spell(before, word).Split(' ')[1]
        : after is not null ? words().Spell(word, after).Split(' ')[0]
        : words().Spell(word);

    private int Together(string? one, string? other) => one is null || other is null ? 0 : entriesWithPair($"{one} {other}");

    private static string? Before(List<Typed> typed, int at) => at > 0 ? typed[at - 1].Folded : null;

    private static string? After(List<Typed> typed, int at) => at + 1 < typed.Count ? typed[at + 1].Folded : null;
}
