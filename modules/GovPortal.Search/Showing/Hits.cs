using System.Globalization;
using GovPortal.Publishing.Search;
using GovPortal.Search.Indexing;
using GovPortal.Search.Ranking;
using Lucene.Net.Documents;

namespace GovPortal.Search.Showing;

/// <summary>Reads what is shown of a found entry.</summary>
internal sealed class Hits(IndexView view, Highlighter marker)
{
    /// <param name="others">The same procedure at other levels.</param>
    public SearchHit Read(Found found, IReadOnlyList<Found> others)
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
            new DateTimeOffset(found.Published, TimeSpan.Zero))
        {
            OtherLevels = others.Count == 0 ? [] : [.. others.OrderBy(other => (other.Level, other.Code)).Select(LevelOf)],
        };
    }

    private OtherLevel LevelOf(Found other)
    {
        var stored = view.Segments[other.Segment].Reader.Document(other.Entry);
        return new OtherLevel(other.Level.ToString().ToLowerInvariant(), stored.Shown(FieldName.Code)!, stored.Shown(FieldName.Title)!, other.Tenant, stored.Shown(FieldName.Path)!);
    }
}

/// <summary>Texts the index keeps to be shown.</summary>
internal static class StoredTexts
{
    public static string? Shown(this Document stored, string field) => stored.Get(field, CultureInfo.InvariantCulture);
}
