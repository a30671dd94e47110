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
        if (typed.Length > MostLetters || isKnown)
        {
            return typed;
        }

        var keyed = new KeyReader(EntriesWith, Lexicon.English).Read(typed);
        return new Mender(() => view.Vocabulary, EntriesWith, EntriesWithPair).Mend(keyed, parser.Explained(keyed));
    }

    private int EntriesWith(string folded) => zones.Max(zone => lookup.Find(zone.Words, folded)?.Entries ?? 0);

    private int EntriesWithPair(string folded) => zones.Max(zone => lookup.Find(zone.Pairs!, folded)?.Entries ?? 0);
}
