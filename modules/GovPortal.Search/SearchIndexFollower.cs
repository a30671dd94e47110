using GovPortal.Core.Caching;
using GovPortal.Core.Files;
using GovPortal.Core.Publication;
using GovPortal.Publishing.Publication;
using GovPortal.Publishing.Search;
using GovPortal.Search.Indexing;
using GovPortal.Search.Teaching;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Caching;
using Microsoft.Extensions.Logging;

namespace GovPortal.Search;

/// <summary>
/// Keeps the search index in step with the publication log, and answers from it. The first process on a data folder writes the
/// index; others read what it commits, and the next one takes over when it is gone. What is damaged is built anew beside the old.
/// </summary>
public sealed partial class SearchIndexFollower(DataFolder data, TenantDirectory directory, IndexEntries reader, PublicationLog log, PageCache pages, SearchRuleCache taught, Suspects suspects, TimeProvider clock, ILoggerFactory loggers)
    : IFinder, ILogFollower, IDisposable
{
    // Held open for as long as this process writes the index; the system lets it go when the process ends, however it ends.
    private const string WriterMark = "index.writer";
    private const string SuspectPart = "index";

    private readonly System.Threading.Lock gate = new();
    private readonly SemaphoreSlim swapping = new(1);
    private readonly IndexGenerations generations = new(data.Of("index"));
    private readonly ILogger logger = loggers.CreateLogger<SearchIndexFollower>();
    private readonly List<Generation> retired = [];
    private volatile Generation? present;
    private volatile Generation? next;
    private volatile string? damage;
    private volatile bool isRebuildWanted;
    private volatile bool isFilled;
    private volatile bool isRestored;
    private Generation? followed;
    private FileStream? mark;
    private bool isChecked;

    string ILogFollower.Name => "search";

    /// <summary>Whether something that is published may not be found.</summary>
    public bool IsIncomplete => present is { Index.CanWrite: true } ? damage is not null || !isFilled || isRestored : generations.IsIncomplete;

    public SearchResults Find(SearchQuery query)
    {
        var results = Present()?.Finder.Find(query) ?? SearchResults.Resting;
        if (results.IsResting && next is { } building)
        {
            results = building.Finder.Find(query);
        }

        return IsIncomplete ? results with { IsIncomplete = true } : results;
    }

    /// <summary>Answers as it would with another book of what editors taught.</summary>
    public SearchResults Find(SearchQuery query, SearchRules book) => Present()?.Finder.Find(query, book) ?? SearchResults.Resting;

    public IReadOnlyList<SearchSuggestion> Suggest(string typed, int? tenantId, int most = 8) => Present()?.Finder.Suggest(typed, tenantId, most) ?? [];

    public async ValueTask<long> PositionAsync(CancellationToken ct)
    {
        followed = Open(readOnly: false);
        var index = followed.Index;
        if (!index.CanWrite)
        {
            Reread(index);

            // Somebody else follows; this process has nothing to take in.
            return long.MaxValue;
        }

        LookForDamage(followed);
        var last = await log.LastPositionAsync(ct);
        if (!isChecked)
        {
            isChecked = true;
            if (index.Position > last)
            {
                // The database is older than the index, as after a restored backup.
                index.Clear();
            }
        }

        if (!isFilled && index.Position >= last)
        {
            isFilled = true;
            TellWhetherComplete();
        }

        return followed.IsGivenUp ? long.MaxValue : index.Position;
    }

    public async Task FollowAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct)
    {
        // Numbers of items may stand for others now than those this index knows.
        if (entries.Any(entry => entry.Act == PublicationAct.Restored))
        {
            (isRebuildWanted, isRestored) = (true, true);
            TellWhetherComplete();
        }

        var changes = await reader.ReadAsync(entries, ct);
        await swapping.WaitAsync(ct);
        try
        {
            // Where another index has taken its place meanwhile, the same entries come again for that one.
            if (followed == present)
            {
                followed!.Take(changes, entries[^1].Position);
            }
        }
        // It answers what it can until the new one is there, and needs to learn nothing more.
        catch (Exception fault) when (damage is not null && fault is not OutOfMemoryException)
        {
            logger.LogInformation(new EventId(2, "DamagedIndexGivenUp"), fault, "The damaged search index takes in nothing more");
            followed!.GiveUp();
        }
        finally
        {
            swapping.Release();
        }

        pages.Evict(PageTag.Index);
    }

    public void Dispose()
    {
        foreach (var one in retired.Append(present).Append(next).OfType<Generation>())
        {
            one.Index.Dispose();
        }

        mark?.Dispose();
        swapping.Dispose();
    }

    private Generation? Present()
    {
        try
        {
            return present ?? Open(readOnly: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The follower meets the same, and says so in /health/ready.
            return null;
        }
    }

    private Generation Open(bool readOnly)
    {
        lock (gate)
        {
            if (present is { } there && (readOnly || there.Index.CanWrite))
            {
                return there;
            }

            var mayWrite = !readOnly && TryMark();
            var number = generations.Current ?? generations.Unused;
            if (present is { } old)
            {
                if (!mayWrite && old.Number == number)
                {
                    return old;
                }

                // Kept until the end: searches may still be reading it.
                retired.Add(old);
            }

            present = Make(number, readOnly: !mayWrite);
            if (present.Index.CanWrite)
            {
                generations.MakeCurrent(number);
                generations.Clean(number);
                TellWhetherComplete();
            }

            return present;
        }
    }

    private Generation Make(int number, bool readOnly)
    {
        var index = SearchIndex.Open(generations.PathOf(number), loggers.CreateLogger<SearchIndex>(), readOnly);
        var watch = new IndexWatch(index, clock);
        index.MergeFailed += fault =>
        {
            logger.LogWarning(new EventId(3, "SearchIndexNotMerged"), fault, "Files of the search index could not be put together");
            watch.Suspect();
        };
        return new Generation(number, index, new LuceneFinder(index, site => !directory.Disabled.Contains(site), loggers.CreateLogger<LuceneFinder>(), watch.Suspect, directory.HasEnded, () => taught.Book), watch);
    }

    private void Reread(SearchIndex index)
    {
        var before = index.Position;
        index.Refresh();
        if (index.Position != before)
        {
            pages.Evict(PageTag.Index);
        }
    }

    private bool TryMark()
    {
        try
        {
            mark ??= new FileStream(Path.Combine(data.Path, WriterMark), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            // Another process holds it.
            return false;
        }
    }

    /// <summary>An index that was built, with what asks it and what watches it.</summary>
    private sealed record Generation(int Number, SearchIndex Index, LuceneFinder Finder, IndexWatch Watch)
    {
        /// <summary>True for a damaged one that takes in nothing more.</summary>
        public bool IsGivenUp { get; private set; }

        public void Take(IReadOnlyList<IndexChange> changes, long position)
        {
            Index.Apply(changes);
            Index.Commit(position);
            Watch.Learn();
            Index.Refresh();
        }

        public void GiveUp()
        {
            IsGivenUp = true;
            Index.StopWriting();
        }
    }
}
