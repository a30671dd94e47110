using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;

namespace GovPortal.Search.Indexing;

/// <summary>
/// Everything all sites have published, ready to be searched, in one folder. It can always be thrown away: it remembers how far in the
/// publication log it got, and says 0 when it was empty, broken or of another version.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    private readonly FSDirectory directory;
    private readonly IndexWriter? writer;
    private readonly IndexView.Factory views = new(new TermTable());
    private readonly ILogger<SearchIndex> logger;
    private readonly System.Threading.Lock gate = new();
    private volatile SearcherManager? manager;
    private long position;

    private SearchIndex(FSDirectory directory, IndexWriter? writer, ILogger<SearchIndex> logger)
    {
        (this.directory, this.writer, this.logger) = (directory, writer, logger);
        if (writer is not null)
        {
            manager = new SearcherManager(writer, applyAllDeletes: true, views);
            position = IndexFolder.PositionOf(writer.CommitData);
            CommittedFiles = IndexFolder.FilesOfLastCommit(directory);
            ((ToldMergeScheduler)writer.Config.MergeScheduler).Failed += fault => MergeFailed?.Invoke(fault);
        }
        else
        {
            OpenForReading();
        }
    }

    /// <summary>False when another process holds the folder; then this one only reads what that one commits.</summary>
    public bool CanWrite => writer is not null;

    public string Path => directory.Directory.FullName;

    /// <summary>Names of the files that the last commit of this process stands in.</summary>
    public IReadOnlyCollection<string> CommittedFiles { get; private set; } = [];

    /// <summary>Files could not be put together behind the scenes.</summary>
    public event Action<Exception>? MergeFailed;

    /// <summary>False while a folder that another process fills holds nothing that can be read.</summary>
    public bool IsReady => manager is not null;

    /// <summary>How far in the publication log the last commit got; 0 asks for everything from the start.</summary>
    public long Position => Interlocked.Read(ref position);

    /// <summary>Opens or makes the index. What cannot be read is deleted, and <see cref="Position"/> is then 0.</summary>
    /// <param name="readOnly">True never writes, even when no other process does.</param>
    public static SearchIndex Open(string folder, ILogger<SearchIndex> logger, bool readOnly = false)
    {
        System.IO.Directory.CreateDirectory(folder);
        // Lucene.NET reads mapped memory through a checked handle, byte for byte, and the texts of hits are unpacked byte for byte.
        var directory = new NIOFSDirectory(folder);
        var writer = readOnly ? null : TryOpenWriter(directory, logger);
        try
        {
            return new SearchIndex(directory, writer, logger);
        }
        // Some damage shows only once the columns are read.
        catch (Exception fault) when (writer is not null && fault is not OutOfMemoryException)
        {
            writer.Rollback();
            Discard(directory, fault.Message, logger);
            return new SearchIndex(directory, TryOpenWriter(directory, logger), logger);
        }
    }

    /// <summary>Makes changes in their order. They are found after <see cref="Refresh"/> and kept after <see cref="Commit"/>.</summary>
    public void Apply(IEnumerable<IndexChange> changes) => new ChangeBatch(Writer()).Apply(changes);

    /// <summary>Keeps everything applied so far, together with the place in the publication log it came from.</summary>
    public void Commit(long position)
    {
        Writer().SetCommitData(IndexFolder.UserData(position));

        // From here on files of the last commit are taken away.
        var before = CommittedFiles;
        CommittedFiles = [];
        try
        {
            Writer().Commit();
            before = IndexFolder.FilesOfLastCommit(directory);
        }
        finally
        {
            CommittedFiles = before;
        }

        Interlocked.Exchange(ref this.position, position);
    }

    /// <summary>Lets go of the folder; what was found until now is found on.</summary>
    public void StopWriting()
    {
        try
        {
            // Uncommitted changes are dropped: the log is followed again from the last committed position.
            writer?.Rollback();
        }
        // A damaged or missing folder shows as many kinds of exception; nothing is written there any more either way.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            logger.LogInformation(new EventId(4, "SearchIndexNotClosed"), fault, "The search index in {Folder} could not be closed properly", Path);
        }
    }

    /// <summary>Empties the index, so that it is built again from position 0.</summary>
    public void Clear()
    {
        Writer().DeleteAll();
        Commit(0);
        Refresh();
    }

    /// <summary>Every item that can be found now, for comparison with what is published; agencies are no items.</summary>
    public IReadOnlySet<long> ItemIds()
    {
        using var loan = Lend();
        return loan is null ? new HashSet<long>() : [.. loan.View.Segments.SelectMany(segment => segment.LiveIds()).Where(id => !AgencyEntries.IsAgency(id))];
    }

    /// <summary>Lets searches from now on see what was applied here, or committed by the process that writes.</summary>
    public void Refresh()
    {
        if (manager is { } current)
        {
            RefreshPresent(current);
        }
        else
        {
            OpenForReading();
        }

        if (writer is null && manager is not null)
        {
            using var view = Lend();
            Interlocked.Exchange(ref position, view is null ? 0 : IndexFolder.PositionOf(((DirectoryReader)view.View.IndexReader).IndexCommit.UserData));
        }
    }

    public void Dispose()
    {
        manager?.Dispose();
        StopWriting();
        directory.Dispose();
    }

    /// <summary>The present view, to be given back; null while there is none.</summary>
    internal Loan? Lend() => manager is { } current ? new Loan(current, (IndexView)current.Acquire()) : null;

    internal sealed class Loan(SearcherManager manager, IndexView view) : IDisposable
    {
        public IndexView View => view;

        public void Dispose() => manager.Release(view);
    }

    private IndexWriter Writer() => writer ?? throw new InvalidOperationException("Another process writes this index.");

    private void OpenForReading()
    {
        lock (gate)
        {
            if (manager is null && DirectoryReader.IndexExists(directory) && IndexFolder.Fault(directory) is null && TryOpenManager() is { } opened)
            {
                manager = opened;
                using var view = Lend();
                Interlocked.Exchange(ref position, IndexFolder.PositionOf(((DirectoryReader)view!.View.IndexReader).IndexCommit.UserData));
            }
        }
    }

    private void RefreshPresent(SearcherManager current)
    {
        try
        {
            current.MaybeRefreshBlocking();
        }
        catch (Exception moved) when (writer is null && moved is not OutOfMemoryException)
        {
            // As above; until then the view before goes on answering.
            logger.LogInformation(new EventId(3, "SearchIndexMoved"), moved, "The search index was being written while it was read");
        }
    }

    private SearcherManager? TryOpenManager()
    {
        try
        {
            return new SearcherManager(directory, views);
        }
        catch (Exception moved) when (moved is not OutOfMemoryException)
        {
            // The writing process has just replaced the files, or is about to, since they are damaged; the next refresh finds the new ones.
            logger.LogInformation(new EventId(3, "SearchIndexMoved"), moved, "The search index was being written while it was opened");
            return null;
        }
    }

    private static IndexWriter? TryOpenWriter(FSDirectory directory, ILogger logger)
    {
        if (IndexFolder.Fault(directory) is { } fault)
        {
            if (!Discard(directory, fault, logger))
            {
                return null;
            }
        }

        try
        {
            var settings = new IndexWriterConfig(LuceneVersion.LUCENE_48, null)
            {
                RAMBufferSizeMB = 64,
                // Few segments: a query looks each of its words up in every one.
                MergePolicy = new TieredMergePolicy { SegmentsPerTier = 4, MaxMergeAtOnce = 4 },
                MergeScheduler = new ToldMergeScheduler(),
                WriteLockTimeout = 0,
                // Else damage would be copied into a sound file, with a checksum of its own.
                CheckIntegrityAtMerge = true,
            };
            return new IndexWriter(directory, settings);
        }
        catch (LockObtainFailedException)
        {
            logger.LogInformation(new EventId(2, "SearchIndexHeldElsewhere"), "Another process writes the search index in {Folder}; this one reads it", directory.Directory.FullName);
            return null;
        }
    }

    private static bool Discard(FSDirectory directory, string fault, ILogger logger)
    {
        logger.LogWarning(new EventId(1, "SearchIndexDiscarded"), "Search index in {Folder} is discarded and will be rebuilt: {Fault}", directory.Directory.FullName, fault);
        return IndexFolder.TryWipe(directory);
    }
}
