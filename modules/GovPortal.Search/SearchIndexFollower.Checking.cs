using GovPortal.Search.Indexing;
using Lucene.Net.Store;

namespace GovPortal.Search;

/// <content>Comparing the index with what is published.</content>
public sealed partial class SearchIndexFollower
{
    /// <summary>Numbers of all items that can be found now; empty where the index cannot be read.</summary>
    internal IReadOnlySet<long> FoundItems()
    {
        var index = Present()?.Index;
        index?.Refresh();
        return index?.ItemIds() ?? new HashSet<long>();
    }

    /// <summary>Whether some process writes the index, so that what it lacks may still come.</summary>
    internal bool IsBeingWritten
    {
        get
        {
            try
            {
                using var free = new FileStream(Path.Combine(data.Path, WriterMark), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return false;
            }
            catch (IOException)
            {
                return true;
            }
        }
    }

    /// <summary>Reads every file of the index that answers.</summary>
    /// <returns>What is damaged; null where nothing is, or where there is no index.</returns>
    internal async Task<string?> FindDamageAsync()
    {
        if (Present()?.Index is not { IsReady: true } index)
        {
            return null;
        }

        using var folder = FSDirectory.Open(index.Path);
        return await IndexFolder.DamageAsync(index.Path, () => IndexFolder.FilesOfLastCommit(folder));
    }
}
