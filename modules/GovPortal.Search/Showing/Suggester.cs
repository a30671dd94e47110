using System.Text;
using GovPortal.Core.Text;
using GovPortal.Publishing.Search;
using GovPortal.Search.Asking;
using GovPortal.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace GovPortal.Search.Showing;

/// <summary>Titles that hold what was typed so far; the last word may be half a word.</summary>
internal sealed class Suggester(IndexView view)
{
    private const int MostLetters = 100;

    // A first letter begins thousands of words; the commonest of them fill eight lines.
    private const int MostEndings = 40;

    private readonly HashSet<long> seen = [];

    // The least wanted leaves first, so places are turned round.
    private readonly PriorityQueue<Candidate, Candidate> best = new(Comparer<Candidate>.Create((one, other) => other.CompareTo(one)));

    /// <summary>Titles that begin with the text come first, then those that hold it, then those that hold its words; short before long.</summary>
    private readonly record struct Candidate(int Segment, int Entry, int Rank, int Length, long Title) : IComparable<Candidate>
    {
        public int CompareTo(Candidate other) => (Rank, Length, Title).CompareTo((other.Rank, other.Length, other.Title));
    }

    public IReadOnlyList<SearchSuggestion> Suggest(string typed, Func<int, bool> isVisible, int most)
    {
        var line = VietnameseText.NormalizeLine(typed.Length > MostLetters ? typed[..MostLetters] : typed);
        var words = QueryParser.Cut(line);
        if (words.Count == 0 || most < 1)
        {
            return [];
        }

        var isWordOpen = char.IsLetterOrDigit(line[^1]) && !char.IsWhiteSpace(typed[^1]);
        var sought = Encoding.UTF8.GetBytes(string.Join(' ', words.Select(word => word.Folded)));
        for (var segment = 0; segment < view.Segments.Length; segment++)
        {
            Gather(segment, words, isWordOpen, sought, isVisible, most);
        }

        return [.. best.UnorderedItems.Select(item => item.Element).Order().Select(Show)];
    }

    private void Gather(int segment, List<QueryWord> words, bool isWordOpen, byte[] sought, Func<int, bool> isVisible, int most)
    {
        var (reader, columns) = (view.Segments[segment].Reader, view.Segments[segment].Columns);
        if (Holding(reader, words, isWordOpen) is not { } holding || reader.GetBinaryDocValues(FieldName.FoldedTitle) is not { } titles)
        {
            return;
        }

        var lengths = columns.Lengths[Zone.Title.Number];
        var bytes = new BytesRef();
        for (var entry = holding.NextSetBit(0); entry >= 0; entry = entry + 1 < holding.Length ? holding.NextSetBit(entry + 1) : -1)
        {
            // A first letter begins most titles there are: those too long to be shown are not even read.
            var isHopeless = best.Count == most && best.Peek() is { Rank: 0 } worst && lengths[entry] > worst.Length;
            if (isHopeless || !isVisible(columns.Tenants[entry]) || !seen.Add(columns.TitleHashes[entry]))
            {
                continue;
            }

            titles.Get(entry, bytes);
            var title = bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
            var rank = title.IndexOf(sought) switch { 0 => 0, > 0 and var at when title[at - 1] == ' ' => 1, _ => 2 };
            var candidate = new Candidate(segment, entry, rank, lengths[entry], columns.TitleHashes[entry]);
            if (best.Count < most)
            {
                best.Enqueue(candidate, candidate);
            }
            else
            {
                best.EnqueueDequeue(candidate, candidate);
            }
        }
    }

    /// <summary>Entries whose title holds every word, and a word that begins as the last one does.</summary>
    private static FixedBitSet? Holding(AtomicReader reader, List<QueryWord> words, bool isWordOpen)
    {
        if (reader.GetTerms(Zone.Title.Words) is not { } terms)
        {
            return null;
        }

        FixedBitSet? all = null;
        var list = terms.GetEnumerator();
        for (var at = 0; at < words.Count; at++)
        {
            var holding = new FixedBitSet(reader.MaxDoc);
            var isOpen = isWordOpen && at == words.Count - 1;
            foreach (var ending in isOpen ? Endings(list, words[at].Folded) : [words[at].Folded])
            {
                if (list.SeekExact(new BytesRef(ending)))
                {
                    holding.Or(list.Docs(reader.LiveDocs, null, DocsFlags.NONE));
                }
            }

            all?.And(holding);
            all ??= holding;
        }

        return all;
    }

    private static List<string> Endings(TermsEnum list, string beginning)
    {
        var endings = new List<(string Text, int Entries)>();
        var sought = new BytesRef(beginning);
        for (var status = list.SeekCeil(sought); status != TermsEnum.SeekStatus.END && StringHelper.StartsWith(list.Term, sought);)
        {
            endings.Add((list.Term.Utf8ToString(), list.DocFreq));
            if (!list.MoveNext())
            {
                break;
            }
        }

        return [.. endings.OrderByDescending(ending => ending.Entries).Take(MostEndings).Select(ending => ending.Text)];
    }

    private SearchSuggestion Show(Candidate candidate)
    {
        var segment = view.Segments[candidate.Segment];
        var stored = segment.Reader.Document(candidate.Entry);
        return new SearchSuggestion(stored.Shown(FieldName.Title)!, segment.Columns.Tenants[candidate.Entry], stored.Shown(FieldName.Path)!);
    }
}
