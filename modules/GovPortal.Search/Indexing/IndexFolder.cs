using System.Diagnostics;
using System.Globalization;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace GovPortal.Search.Indexing;

/// <summary>What is known of an index folder before it is used: whether it can be, and how far it got.</summary>
internal static class IndexFolder
{
    /// <summary>Raise it whenever fields or the way words are cut change: an index of another number is rebuilt.</summary>
    public const string Schema = "4";

    // How often a commit that is under way is looked at again.
    private static readonly TimeSpan CommitPause = TimeSpan.FromMilliseconds(50);

    private const string SchemaKey = "schema";
    private const string PositionKey = "position";

    public static Dictionary<string, string> UserData(long position) => new()
    {
        [SchemaKey] = Schema,
        [PositionKey] = position.ToString(CultureInfo.InvariantCulture),
    };

    public static bool IsCurrent(IDictionary<string, string> userData) =>
        userData.TryGetValue(SchemaKey, out var schema) && schema == Schema;

    public static long PositionOf(IDictionary<string, string> userData) =>
        userData.TryGetValue(PositionKey, out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var position) ? position : 0;

    /// <summary>Null when the index is sound and current, or not there yet; otherwise why it must be rebuilt.</summary>
    public static string? Fault(Lucene.Net.Store.Directory directory)
    {
        if (directory.ListAll().All(file => file == IndexWriter.WRITE_LOCK_NAME))
        {
            return null;
        }

        try
        {
            using var reader = DirectoryReader.Open(directory);
            return IsCurrent(reader.IndexCommit.UserData) ? null : "made by another version";
        }
        // Half-written files show as many kinds of exception, down to an argument out of range.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return fault.Message;
        }
    }

    public static IReadOnlyCollection<string> FilesOfLastCommit(Lucene.Net.Store.Directory directory)
    {
        if (!DirectoryReader.IndexExists(directory))
        {
            return [];
        }

        var infos = new SegmentInfos();
        infos.Read(directory);
        return [.. infos.GetFiles(directory, includeSegmentsFile: true)];
    }

    /// <summary>Reads every file of the last commit and compares it with the checksum at its end.</summary>
    /// <param name="committed">Names of the files of the last commit, as its writer knows them; none while it commits. The folder itself shows a commit that is not done yet.</param>
    /// <param name="patience">How long a commit may be under way, or its list of files unreadable, until that itself is the damage.</param>
    /// <returns>What is damaged; null when everything is as it was written.</returns>
    public static async Task<string?> DamageAsync(string folder, Func<IReadOnlyCollection<string>> committed, TimeSpan patience, CancellationToken ct)
    {
        for (var since = Stopwatch.StartNew(); ; await Task.Delay(CommitPause, ct))
        {
            var (files, fault) = Ask(committed);
            if (files.Count == 0)
            {
                if (since.Elapsed >= patience)
                {
                    return fault ?? "it holds no list of its files";
                }

                continue;
            }

            var damage = files.Select(name => (Name: name, Fault: DamageOf(folder, name))).FirstOrDefault(one => one.Fault is not null);

            // Lucene writes a file once: while the newest commit names one that is damaged, it is. What a newer commit took away while it was read is no damage, and that commit is read then.
            if (damage.Fault is null || Ask(committed).Files.Contains(damage.Name))
            {
                return damage.Fault;
            }

            ct.ThrowIfCancellationRequested();
        }
    }

    private static (IReadOnlyCollection<string> Files, string? Fault) Ask(Func<IReadOnlyCollection<string>> committed)
    {
        try
        {
            return (committed(), null);
        }
        // A list that is being replaced, or was hit, is reported as many kinds of exception.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return ([], $"the list of its files cannot be read: {fault.Message}");
        }
    }

    private static string? DamageOf(string folder, string name)
    {
        try
        {
            using var directory = new NIOFSDirectory(folder);
            using var file = directory.OpenInput(name, IOContext.READ_ONCE);
            CodecUtil.ChecksumEntireFile(file);
            return null;
        }
        // A footer that was hit is reported as many kinds of exception.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return $"{name}: {fault.Message}";
        }
    }

    /// <summary>Deletes every file of the index, unless a writer has it open.</summary>
    public static bool TryWipe(Lucene.Net.Store.Directory directory)
    {
        using var writeLock = directory.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        if (!writeLock.Obtain())
        {
            return false;
        }

        foreach (var file in directory.ListAll().Where(file => file != IndexWriter.WRITE_LOCK_NAME))
        {
            directory.DeleteFile(file);
        }

        return true;
    }
}
