using GovPortal.Search.Indexing;
using Lucene.Net.Store;
using Microsoft.Extensions.Logging;

namespace GovPortal.Search;

/// <content>Comparing the index with what is published.</content>
public sealed partial class SearchIndexFollower
{
    // A commit takes a moment; what a command cannot read for longer is not under way.
    private static readonly TimeSpan LongestCommit = TimeSpan.FromSeconds(5);

    /// <summary>Numbers of all items that can be found now; empty where the index cannot be read.</summary>
    internal IReadOnlySet<long> FoundItems()
    {
        try
        {
            var index = Present()?.Index;
            index?.Refresh();
            return index?.ItemIds() ?? new HashSet<long>();
        }
        // Damaged columns are reported as many kinds of exception.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            logger.LogInformation(new EventId(6, "SearchIndexUnreadable"), fault, "The search index could not be compared with what is published");
            return new HashSet<long>();
        }
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

    /// <summary>Reads every file of the index that answers, and tells the process that writes it where that finds damage.</summary>
    /// <returns>What is damaged; null where nothing is, or where nobody has built an index yet.</returns>
    internal async Task<string?> FindDamageAsync(CancellationToken ct)
    {
        if (Present() is not { Index: { IsReady: true } index, Number: var number })
        {
            return generations.Current is null ? null : Suspected("it cannot be opened");
        }

        using var folder = FSDirectory.Open(index.Path);
        var damage = await IndexFolder.DamageAsync(index.Path, () => IndexFolder.FilesOfLastCommit(folder), LongestCommit, ct);

        // One that was built anew meanwhile may have taken its place.
        return damage is null || generations.Current is { } now && now != number ? null : Suspected(damage);
    }

    private string Suspected(string damage)
    {
        suspects.Tell(SuspectPart, [damage]);
        return damage;
    }
}
