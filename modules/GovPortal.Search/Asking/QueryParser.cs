using GovPortal.Core.Text;
using GovPortal.Search.Indexing;

namespace GovPortal.Search.Asking;

/// <summary>Reads what a person typed. Any text gives an answer: nothing in it is syntax.</summary>
internal sealed class QueryParser(Phrases questions, Synonyms synonyms, CasualWords casual, Needs needs)
{
    // A pasted page asks no more than its first lines do.
    private const int MostLetters = 600;
    private const int MostWords = 64;

    // Two words of a long sentence tell nothing of the whole.
    private const float LeastTold = 0.25f;

    // Three words that a need knows in their order are no chance, however much else is told.
    private const int SeveralTold = 3;
    private const float LeastOfSeveral = 0.2f;

    /// <param name="readsNeeds">False takes every word as it stands.</param>
    /// <param name="taught">What an editor taught of the question; null where nobody did.</param>
    public ParsedQuery Read(string text, bool readsNeeds = true, Need? taught = null)
    {
        var line = VietnameseText.NormalizeLine(text.Length > MostLetters ? text[..MostLetters] : text);
        return Ask(line, Keys.AskedIn(line), readsNeeds, taught);
    }

    /// <summary>Whether what was said is enough of a question to tell what it is about.</summary>
    /// <param name="share">Of its telling words.</param>
    public static bool TellsEnough(IReadOnlyList<int> said, IReadOnlyList<QueryWord> words, float share = LeastTold) => said.Count >= share * words.Count(word => word.Weight == 1);

    /// <summary>The same question without the keys, which the index found.</summary>
    public ParsedQuery Without(ParsedQuery ask)
    {
        var rest = ask.Text;
        foreach (var key in ask.Keys.OrderByDescending(key => key.Start))
        {
            rest = rest.Remove(key.Start, Math.Min(key.Length, rest.Length - key.Start));
        }

        var without = Ask(VietnameseText.NormalizeLine(rest), ask.Keys, readsNeeds: false);
        return without with { Text = ask.Text };
    }

    /// <summary>For each word of a line, whether it is understood as it stands: as part of a question, a casual spelling, a known wording or a need.</summary>
    public bool[] Explained(string line)
    {
        var words = Cut(line);
        var explained = new bool[words.Count];
        for (var at = 0; at < words.Count; at++)
        {
            var length = Math.Max(Math.Max(questions.At(words, at), casual.At(words, at)), synonyms.At(words, at).Length);
            explained.AsSpan(at, length).Fill(true);
        }

        foreach (var said in needs.Find(words)?.Said ?? [])
        {
            explained[said] = true;
        }

        return explained;
    }

    private ParsedQuery Ask(string line, IReadOnlyList<QueryKey> keys, bool readsNeeds, Need? taught = null)
    {
        var words = Weighed(line);
        var need = readsNeeds ? Told(words) : null;
        need = taught is not null && taught.Said.Count >= (need?.Said.Count ?? 0) ? taught : need;
        if (need is { IsWhole: false })
        {
            words = [.. words.Select((word, at) => word with { Weight = word.Weight * (need.Said.Contains(at) ? Weights.ToldByNeed : Weights.BesideNeed) })];
        }

        return new ParsedQuery(line, keys, Parts(words, need), words) { Told = need?.Said.Count ?? 0, NeededCodes = need?.Codes ?? [] };
    }

    private Need? Told(List<QueryWord> words) =>
        needs.Find(words) is { } need && TellsEnough(need.Said, words, need.Said.Count >= SeveralTold ? LeastOfSeveral : LeastTold) ? need : null;

    private List<QueryPart> Parts(List<QueryWord> words, Need? need)
    {
        var parts = new List<QueryPart>();
        if (need is { Meanings.Count: > 0 })
        {
            parts.Add(new QueryPart(need.Meanings, IsBonus: need.IsWhole));
        }

        var said = new HashSet<string>();
        for (var at = 0; at < words.Count;)
        {
            var (length, others) = need?.Said.Contains(at) == true ? (0, []) : synonyms.At(words, at);
            var own = words.GetRange(at, Math.Max(length, 1));
            at += own.Count;
            if (own.Count > 1 || said.Add(own[0].Exact ?? own[0].Folded))
            {
                parts.Add(new QueryPart([new Wording(own, 1, IsTyped: true), .. others]));
            }
        }

        return parts;
    }

    private List<QueryWord> Weighed(string line)
    {
        var words = casual.Read(Cut(line));
        for (var at = 0; at < words.Count;)
        {
            var length = questions.At(words, at);
            for (var asking = at; asking < at + length; asking++)
            {
                words[asking] = words[asking] with { Weight = Weights.QuestionWord };
            }

            at += Math.Max(length, 1);
        }

        return words;
    }

    /// <summary>The words of a text in both forms.</summary>
    public static List<QueryWord> Cut(string line)
    {
        var list = new WordList();
        list.Read(line);
        var words = new List<QueryWord>();
        for (var at = 0; at < Math.Min(list.Count, MostWords); at++)
        {
            var word = list[at];
            var exact = word.ExactLength == 0 ? null : new string(list.Letters, word.Exact, word.ExactLength);
            words.Add(new QueryWord(new string(list.Letters, word.Folded, word.FoldedLength), exact));
        }

        return words;
    }
}
