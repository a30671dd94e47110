using System.Globalization;
using GovPortal.Search.Asking;
using GovPortal.Search.Ranking;
using GovPortal.Search.Showing;
using Lucene.Net.Search;

namespace GovPortal.Search.Indexing;

/// <summary>Entries that name the questions they answer before all others, such as guides.</summary>
internal static class AnsweringEntries
{
    /// <summary>Term of the field <see cref="FieldName.Answers"/> of an entry that names some.</summary>
    public const string Some = "1";

    // Of ten thousand sites each may have guides; the province's come first.
    private const int Most = 5_000;

    public static Sayings<AnsweringEntry> Read(IndexView view)
    {
        var sayings = new Sayings<AnsweringEntry>();
        foreach (var (entry, lines) in Entries(view).OrderBy(each => (each.Entry.TenantId, each.Entry.ItemId)).Take(Most))
        {
            foreach (var line in lines)
            {
                if (SaidLine.TryRead(line, Lexicon.NeedFile.Classes, out var said))
                {
                    sayings.Add(said, entry);
                }
            }
        }

        return sayings;
    }

    private static IEnumerable<(AnsweringEntry Entry, string[] Lines)> Entries(IndexView view)
    {
        var lookup = new TermLookup(view);
        if (lookup.Find(FieldName.Answers, Some) is not { } term)
        {
            yield break;
        }

        for (var segment = 0; segment < view.Segments.Length; segment++)
        {
            var (reader, columns) = (view.Segments[segment].Reader, view.Segments[segment].Columns);
            var postings = lookup.Postings(term, segment);
            for (var entry = postings?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; entry != DocIdSetIterator.NO_MORE_DOCS; entry = postings!.NextDoc())
            {
                yield return (new AnsweringEntry(columns.Ids[entry], columns.Tenants[entry]), reader.Document(entry).Shown(FieldName.ShownAnswers)!.Split('\n'));
            }
        }
    }
}

internal sealed record AnsweringEntry(long ItemId, int TenantId)
{
    /// <summary>The term of the field <see cref="FieldName.Id"/>.</summary>
    public string IdTerm => ItemId.ToString(CultureInfo.InvariantCulture);
}
