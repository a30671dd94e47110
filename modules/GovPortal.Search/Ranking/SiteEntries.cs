using GovPortal.Search.Indexing;
using Lucene.Net.Index;

namespace GovPortal.Search.Ranking;

/// <summary>One site's entries in each segment, so that a small site's search skips through the lists of all sites.</summary>
internal sealed class SiteEntries
{
    // Below this a list is read through faster than skipped through.
    private const int WorthSkipping = 8;

    private readonly int[][] bySegment;

    public SiteEntries(IndexView view, int tenantId)
    {
        bySegment = [.. view.Segments.Select(segment => EntriesOf(segment.Columns.Tenants, tenantId))];
    }

    /// <summary>The same list, without other sites' entries where leaving them out saves time.</summary>
    public DocsEnum Within(DocsEnum list, int segment) =>
        list.GetCost() > (long)bySegment[segment].Length * WorthSkipping ? new Skipping(list, bySegment[segment]) : list;

    private static int[] EntriesOf(int[] tenants, int tenantId)
    {
        var entries = new List<int>();
        for (var entry = 0; entry < tenants.Length; entry++)
        {
            if (tenants[entry] == tenantId)
            {
                entries.Add(entry);
            }
        }

        return [.. entries];
    }

    /// <summary>Moves from one of the site's entries to the next that the list has too.</summary>
    private sealed class Skipping(DocsEnum list, int[] entries) : DocsEnum
    {
        private int next;

        public override int Freq => list.Freq;

        public override int DocID => list.DocID;

        public override long GetCost() => entries.Length;

        public override int Advance(int target)
        {
            while (next < entries.Length && entries[next] < target)
            {
                next++;
            }

            return NextDoc();
        }

        public override int NextDoc()
        {
            for (; next < entries.Length; next++)
            {
                var at = list.DocID < entries[next] ? list.Advance(entries[next]) : list.DocID;
                if (at == entries[next])
                {
                    next++;
                    return at;
                }
            }

            return NO_MORE_DOCS;
        }
    }
}
