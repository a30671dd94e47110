using System.Globalization;
using GovPortal.Publishing.Search;
using GovPortal.Search.Indexing;
using GovPortal.Search.Ranking;
using Lucene.Net.Documents;

namespace GovPortal.Search.Showing;

/// <summary>Reads what is shown of a found entry.</summary>
internal static class Hits
{
    public static SearchHit Read(IndexView view, Found found, Highlighter marker)
    {
        var segment = view.Segments[found.Segment];
        var stored = segment.Reader.Document(found.Entry);
        var title = stored.Shown(FieldName.Title)!;
        return new SearchHit(
            found.Id,
            segment.Columns.Tenants[found.Entry],
            stored.Shown(FieldName.Type)!,
            stored.Shown(FieldName.Code),
            title,
            marker.Whole(title),
            stored.Shown(FieldName.Path)!,
            marker.Snippet(stored.Shown(FieldName.Summary), stored.Shown(FieldName.Body)),
            new DateTimeOffset(found.Published, TimeSpan.Zero));
    }

    public static string? Shown(this Document stored, string field) => stored.Get(field, CultureInfo.InvariantCulture);
}
