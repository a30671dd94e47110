using GovPortal.Core.Text;
using GovPortal.Search.Indexing;

namespace GovPortal.Search.Asking;

/// <summary>Reads what a person typed. Any text gives an answer: nothing in it is syntax.</summary>
internal sealed class QueryParser(Phrases questions, Synonyms synonyms)
{
    // A pasted page asks no more than its first lines do.
    private const int MostLetters = 600;
    private const int MostWords = 48;

    public ParsedQuery Read(string text)
    {
        var line = VietnameseText.NormalizeLine(text.Length > MostLetters ? text[..MostLetters] : text);
        return new ParsedQuery(line, Keys.AskedIn(line), Parts(line), Weighed(line));
    }

    /// <summary>The same question without the keys, which the index found.</summary>
    public ParsedQuery Without(ParsedQuery ask)
    {
        var rest = ask.Text;
        foreach (var key in ask.Keys.OrderByDescending(key => key.Start))
        {
            rest = rest.Remove(key.Start, Math.Min(key.Length, rest.Length - key.Start));
        }

        rest = VietnameseText.NormalizeLine(rest);
        return ask with { Parts = Parts(rest), Words = Weighed(rest) };
    }

    private List<QueryPart> Parts(string line)
    {
        var words = Weighed(line);
        var parts = new List<QueryPart>();
        var said = new HashSet<string>();
        for (var at = 0; at < words.Count;)
        {
            var (length, others) = synonyms.At(words, at);
            var own = words.GetRange(at, Math.Max(length, 1));
            at += own.Count;
            if (own.Count > 1 || said.Add(own[0].Exact ?? own[0].Folded))
            {
                parts.Add(new QueryPart([new Wording(own, 1), .. others]));
            }
        }

        return parts;
    }

    private List<QueryWord> Weighed(string line)
    {
        var words = Cut(line);
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
