using System.Globalization;
using System.Text;
using GovPortal.Publishing.Search;
using GovPortal.Search.Indexing;
using GovPortal.Search.Ranking;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace GovPortal.Search.Showing;

/// <summary>Reads what is shown of a found entry.</summary>
internal sealed class Hits(IndexView view, Highlighter marker)
{
    /// <param name="others">The same procedure at other levels.</param>
    public SearchHit Read(Found found, IReadOnlyList<Found> others)
    {
        var segment = view.Segments[found.Segment];
        var shown = ShownOf(segment, found.Entry);
        return new SearchHit(
            found.Id,
            segment.Columns.Tenants[found.Entry],
            shown.Type,
            shown.Code,
            shown.Title,
            marker.Whole(shown.Title),
            shown.Path,
            marker.Snippet(segment.Reader.Shown(FieldName.Summary, found.Entry), () => segment.Reader.Shown(FieldName.Body, found.Entry)),
            new DateTimeOffset(found.Published, TimeSpan.Zero))
        {
            ReplacedBy = view.Replaced.GetValueOrDefault((found.Segment, found.Entry)),
            OtherLevels = others.Count == 0 ? [] : [.. others.OrderBy(other => (other.Level, other.Code)).Select(LevelOf)],
        };
    }

    private OtherLevel LevelOf(Found other)
    {
        var shown = ShownOf(view.Segments[other.Segment], other.Entry);
        return new OtherLevel(other.Level.ToString().ToLowerInvariant(), shown.Code!, shown.Title, other.Tenant, shown.Path);
    }

    private static ShownEntry ShownOf(IndexView.Segment segment, int entry)
    {
        var shown = segment.Columns.Shown;
        if (shown.TryGetValue(entry, out var known))
        {
            return known;
        }

        var stored = segment.Reader.Document(entry);
        var read = new ShownEntry(stored.Shown(FieldName.Type)!, stored.Shown(FieldName.Code), stored.Shown(FieldName.Title)!, stored.Shown(FieldName.Path)!);
        if (shown.Count < SegmentColumns.MostShown)
        {
            shown.TryAdd(entry, read);
        }

        return read;
    }
}

/// <summary>What is shown of an entry besides its snippet.</summary>
internal sealed record ShownEntry(string Type, string? Code, string Title, string Path);

/// <summary>Texts the index keeps to be shown.</summary>
internal static class StoredTexts
{
    public static string? Shown(this Document stored, string field) => stored.Get(field, CultureInfo.InvariantCulture);

    /// <summary>A text that lies by itself; empty where the entry has none, null where no entry of the segment has.</summary>
    public static string? Shown(this AtomicReader reader, string field, int entry)
    {
        if (reader.GetBinaryDocValues(field) is not { } texts)
        {
            return null;
        }

        var text = new BytesRef();
        texts.Get(entry, text);
        return Encoding.UTF8.GetString(text.Bytes, text.Offset, text.Length);
    }
}
