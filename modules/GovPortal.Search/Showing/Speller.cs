using GovPortal.Core.Text;
using GovPortal.Search.Asking;

namespace GovPortal.Search.Showing;

/// <summary>Proposes what a person may have meant to type, from the words that titles use.</summary>
internal sealed class Speller(Vocabulary vocabulary)
{
    // More candidates for a word than this are too unlike it to be what was meant.
    private const int MostCandidates = 12;
    private const int MostWords = 12;
    private const double PerEdit = 4;

    private readonly record struct Choice(string Word, double Score);

    private sealed record Path(double Score, string Word, Path? Before);

    /// <summary>The question in a spelling titles use; null when it is spelled so already or nothing like it is known.</summary>
    public string? Correct(IReadOnlyList<QueryWord> words)
    {
        if (words.Count is 0 or > MostWords)
        {
            return null;
        }

        var choices = words.Select(Choices).ToList();
        if (choices.Any(choice => choice.Count == 0))
        {
            return null;
        }

        var chosen = BestPath(choices);
        return chosen.SequenceEqual(words.Select(word => word.Folded)) ? null : Spell(chosen, words);
    }

    private List<Choice> Choices(QueryWord word)
    {
        var folded = word.Folded;
        var own = vocabulary.EntriesWith(folded);
        if (folded.Length < 2 || folded.Any(char.IsAsciiDigit) || word.Weight < 1)
        {
            return [new Choice(folded, Math.Log(1 + own))];
        }

        // Short words are one edit away from too many others.
        var most = folded.Length <= 4 ? 1 : 2;
        return [.. vocabulary.Words
            .Where(known => known.Value.Entries > 0 && Math.Abs(known.Key.Length - folded.Length) <= most)
            .Select(known => (known.Key, known.Value.Entries, Edits: Edits(folded, known.Key, most)))
            .Where(known => known.Edits <= most)
            .Select(known => new Choice(known.Key, Math.Log(1 + known.Entries) - PerEdit * known.Edits))
            .OrderByDescending(choice => choice.Score).ThenBy(choice => choice.Word, StringComparer.Ordinal)
            .Take(MostCandidates)];
    }

    private List<string> BestPath(List<List<Choice>> choices)
    {
        List<Path> ends = [.. choices[0].Select(choice => new Path(choice.Score, choice.Word, null))];
        foreach (var next in choices.Skip(1))
        {
            ends = [.. next.Select(choice => ends
                .Select(end => new Path(end.Score + choice.Score + Together(end.Word, choice.Word), choice.Word, end))
                .MaxBy(path => path.Score)!)];
        }

        var chosen = new List<string>();
        for (var path = ends.MaxBy(end => end.Score); path is not null; path = path.Before)
        {
            chosen.Insert(0, path.Word);
        }

        return chosen;
    }

    private double Together(string one, string other) => 2.5 * Math.Log(1 + vocabulary.EntriesWithPair(one, other));

    private string Spell(List<string> chosen, IReadOnlyList<QueryWord> typed)
    {
        var shown = chosen.Select((word, at) => word == typed[at].Folded && typed[at].Exact is { } exact ? exact : vocabulary.Spell(word)).ToArray();
        for (var at = 0; at + 1 < chosen.Count; at++)
        {
            if (vocabulary.EntriesWithPair(chosen[at], chosen[at + 1]) > 0)
            {
                var pair = vocabulary.Spell(chosen[at], chosen[at + 1]).Split(' ');
                shown[at] = VietnameseText.Fold(shown[at]) == shown[at] || at == 0 ? pair[0] : shown[at];
                shown[at + 1] = pair[1];
            }
        }

        return string.Join(' ', shown);
    }

    /// <summary>Letters to insert, drop, change or swap with their neighbour; stops counting above <paramref name="most"/>.</summary>
    internal static int Edits(string one, string other, int most)
    {
        var (before, last, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var column = 0; column <= other.Length; column++)
        {
            last[column] = column;
        }

        for (var line = 1; line <= one.Length; line++)
        {
            row[0] = line;
            var least = line;
            for (var column = 1; column <= other.Length; column++)
            {
                var change = last[column - 1] + (one[line - 1] == other[column - 1] ? 0 : 1);
                row[column] = Math.Min(change, Math.Min(last[column], row[column - 1]) + 1);
                if (line > 1 && column > 1 && one[line - 1] == other[column - 2] && one[line - 2] == other[column - 1])
                {
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
                }

                least = Math.Min(least, row[column]);
            }

            if (least > most)
            {
                return most + 1;
            }

            (before, last, row) = (last, row, before);
        }

        return last[other.Length];
    }
}
