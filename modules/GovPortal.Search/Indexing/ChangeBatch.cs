using Lucene.Net.Index;

namespace GovPortal.Search.Indexing;

/// <summary>Makes many changes at once, on all cores, with the outcome of having made them one after another.</summary>
internal sealed class ChangeBatch(IndexWriter writer)
{
    // Bounds the memory of a rebuild, whose changes may be streamed from the database.
    private const int Most = 512;

    private readonly Dictionary<long, IndexChange> pending = [];

    public void Apply(IEnumerable<IndexChange> changes)
    {
        foreach (var change in changes)
        {
            switch (change)
            {
                case IndexChange.Put put:
                    pending[put.Entry.ItemId] = put;
                    break;
                case IndexChange.Remove remove:
                    pending[remove.ItemId] = remove;
                    break;
                case IndexChange.RemoveSite site:
                    Flush();
                    writer.DeleteDocuments(EntryWriter.TenantTerm(site.TenantId));
                    break;
            }

            if (pending.Count >= Most)
            {
                Flush();
            }
        }

        Flush();
    }

    // One change for each item is left, so their order no longer matters.
    private void Flush()
    {
        Parallel.ForEach(pending.Values, () => new EntryWriter(), (change, _, entries) =>
        {
            if (change is IndexChange.Put put)
            {
                writer.UpdateDocument(EntryWriter.IdTerm(put.Entry.ItemId), entries.Write(put.Entry));
            }
            else if (change is IndexChange.Remove remove)
            {
                writer.DeleteDocuments(EntryWriter.IdTerm(remove.ItemId));
            }

            return entries;
        }, _ => { });
        pending.Clear();
    }
}
