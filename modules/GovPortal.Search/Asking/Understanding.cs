using GovPortal.Search.Indexing;
using GovPortal.Search.Ranking;

namespace GovPortal.Search.Asking;

/// <summary>Reads what was meant where fingers or keyboard wrote something else. What it changes is shown, with the way back.</summary>
internal sealed class Understanding(IndexView view, TermLookup lookup, QueryParser parser)
{
    // A page that somebody pasted is read as it stands.
    private const int MostLetters = 200;

    private static readonly Zone[] zones = [Zone.Title, Zone.Keywords, Zone.Summary];

    /// <summary>The question as it was meant; the same string where nothing had to be read into it.</summary>
    public string Read(string typed)
    {
        var isKnown = Keys.AskedIn(typed).Any(key => lookup.Find(FieldName.Key, key.Key) is not null || lookup.Find(FieldName.Cited, key.Key) is not null);
        if (isKnown)
        {
            return typed;
        }

        var keyed = new KeyReader(EntriesWith, Lexicon.English).Read(typed);
        return keyed.Length > MostLetters ? keyed : new Mender(() => view.Vocabulary, EntriesWith, EntriesWithPair).Mend(keyed, () => parser.Explained(keyed));
    }

    // What people say of their lives stands in no title, and is no slip.
    private int EntriesWith(string folded) => Math.Max(zones.Max(zone => lookup.Find(zone.Words, folded)?.Entries ?? 0), Spoken.IsWord(folded) ? Spoken.Entries : 0);

    private int EntriesWithPair(string folded) => Math.Max(zones.Max(zone => lookup.Find(zone.Pairs!, folded)?.Entries ?? 0), Spoken.IsPair(folded) ? Spoken.Entries : 0);
}
