using GovPortal.Core.Text;
using GovPortal.Search.Asking;
using GovPortal.Search.Indexing;
using Lucene.Net.Index;

namespace GovPortal.Search.Showing;

/// <summary>The words and pairs of words of all titles: how often each is used, and its commonest spelling.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, Use> words;
    private readonly Dictionary<string, Use> pairs;

    internal readonly record struct Use(int Entries, string Spelling, int SpelledSo);

    public Vocabulary(IndexView view)
    {
        words = Read(view, Zone.Title.Words);
        pairs = Read(view, Zone.Title.Pairs!);
        Syllables = [.. words.Where(word => word.Value.Entries > 1 && word.Key.Length > 1 && Syllable.IsBare(word.Key)).Select(word => word.Key).Union(Spoken.Words.Where(Syllable.IsBare)).Order(StringComparer.Ordinal)];
    }

    public IReadOnlyDictionary<string, Use> Words => words;

    /// <summary>Words of titles that are syllables, folded: what a slip may have been meant for.</summary>
    public IReadOnlyList<string> Syllables { get; }

    public int EntriesWith(string foldedWord) => words.GetValueOrDefault(foldedWord).Entries;

    public int EntriesWithPair(string one, string other) => pairs.GetValueOrDefault($"{one} {other}").Entries;

    /// <summary>The words spelled as titles spell them side by side.</summary>
    public string Spell(string one, string other) => pairs.GetValueOrDefault($"{one} {other}").Spelling ?? Spoken.SpellPair($"{one} {other}") ?? $"{Spell(one)} {Spell(other)}";

    public string Spell(string word) => words.GetValueOrDefault(word).Spelling ?? Spoken.Spell(word) ?? word;

    private static Dictionary<string, Use> Read(IndexView view, string field)
    {
        var uses = new Dictionary<string, Use>();
        foreach (var segment in view.Segments)
        {
            if (segment.Reader.GetTerms(field)?.GetEnumerator() is { } terms)
            {
                while (terms.MoveNext())
                {
                    Note(uses, terms.Term.Utf8ToString(), terms.DocFreq);
                }
            }
        }

        return uses;
    }

    // A folded term counts all spellings, so only the spelled ones compete for being shown.
    private static void Note(Dictionary<string, Use> uses, string text, int entries)
    {
        var folded = VietnameseText.Fold(text);
        var known = uses.GetValueOrDefault(folded);
        if (ReferenceEquals(folded, text))
        {
            uses[folded] = known with { Entries = known.Entries + entries };
        }
        else if (entries > known.SpelledSo)
        {
            uses[folded] = known with { Spelling = text, SpelledSo = entries };
        }
    }
}
