using System.Collections.Concurrent;
using GovPortal.Core.Caching;
using GovPortal.Core.Configuration;
using GovPortal.Core.Publication;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;

namespace GovPortal.Web.Caching;

/// <summary>
/// Public pages as the bytes to send, until something they show changes. Whoever keeps what pages show, such as the directory of
/// sites or the search index, calls <see cref="Evict"/> once readers would see the change; what stands in the database is evicted by the log.
/// </summary>
public sealed class PageCache : ILogFollower, IPageEviction, IDisposable
{
    /// <summary>Megabytes (2^20 bytes) of memory for pages; 0 keeps none.</summary>
    public const string Setting = "GovPortal:PageCache:MiB";

    private const int DefaultMiB = 128;

    // Addresses with questions, strange hosts and odd spellings share an eighth: however many are asked for, they push out only each other.
    private const int PartOfOddOnes = 8;

    // How much is given up at once when a part is full.
    private const double GivenUp = 0.1;

    private readonly IPublicationLog log;
    private readonly MemoryCache proper;
    private readonly MemoryCache odd;
    private readonly Dictionary<string, HashSet<CachedPage>> showing = [];
    private readonly HashSet<PageDependencies> rendering = [];
    private readonly ConcurrentDictionary<long, bool> evictedAlready = new();
    private readonly System.Threading.Lock gate = new();
    private long? position;
    private int evicting;
    private long renderings;

    public PageCache(IPublicationLog log, IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(log);
        Budget = settings.Number(Setting, DefaultMiB, 0, 65_536) * 1024L * 1024;
        this.log = log;
        proper = new MemoryCache(Options(Budget - (Budget / PartOfOddOnes)));
        odd = new MemoryCache(Options(Budget / PartOfOddOnes));
        log.Appended += EvictAtOnce;
    }

    /// <summary>What was evicted, for those who keep other things by the same tags; empty when it was everything.</summary>
    public event Action<IReadOnlyList<string>>? Evicted;

    /// <summary>Bytes that pages may take.</summary>
    public long Budget { get; }

    public bool IsOn => Budget > 0;

    /// <summary>Bytes that pages take.</summary>
    public long Size => (proper.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0) + (odd.GetCurrentStatistics()?.CurrentEstimatedSize ?? 0);

    public int Count => proper.Count + odd.Count;

    /// <summary>How many times a page was rendered to be kept, since the start.</summary>
    public long Renderings => Interlocked.Read(ref renderings);

    string ILogFollower.Name => "pages";

    /// <summary>The page kept under a key, fresh or not.</summary>
    public CachedPage? Find(ReadOnlySpan<char> key, bool isOdd) => (isOdd ? odd : proper).TryGetValue(key, out CachedPage? page) && !page!.IsDropped ? page : null;

    /// <inheritdoc/>
    public void Evict(params ReadOnlySpan<string> tags) => Forget(tags, isDropped: false);

    /// <inheritdoc/>
    public void Drop(params ReadOnlySpan<string> tags) => Forget(tags, isDropped: true);

    public void Clear()
    {
        lock (gate)
        {
            foreach (var notes in rendering)
            {
                notes.ChangeEverything();
            }
        }

        Evicted?.Invoke([]);
        proper.Clear();
        odd.Clear();
    }

    public void Dispose()
    {
        log.Appended -= EvictAtOnce;
        proper.Dispose();
        odd.Dispose();
    }

    /// <summary>From now on every change counts against the page these notes are of.</summary>
    /// <param name="isToBeKept">False for a page that one visitor alone gets; parts of it may be kept all the same.</param>
    internal PageDependencies BeginNotes(bool isToBeKept = true)
    {
        var notes = new PageDependencies();
        Interlocked.Add(ref renderings, isToBeKept ? 1 : 0);
        lock (gate)
        {
            rendering.Add(notes);
        }

        return notes;
    }

    internal void EndNotes(PageDependencies notes)
    {
        lock (gate)
        {
            rendering.Remove(notes);
        }
    }

    /// <summary>Whether nothing at all changed since these notes were begun, nor changes now.</summary>
    internal bool IsUntouched(PageDependencies notes)
    {
        using var held = gate.EnterScope();
        return evicting == 0 && notes.IsUntouched;
    }

    /// <summary>Keeps a page, unless what it shows changed while it was rendered.</summary>
    internal void Keep(string key, bool isOdd, CachedPage page, PageDependencies notes)
    {
        lock (gate)
        {
            if (!notes.MayBeKept)
            {
                return;
            }

            foreach (var tag in page.Tags)
            {
                if (!showing.TryGetValue(tag, out var pages))
                {
                    showing[tag] = pages = [];
                }

                pages.Add(page);
            }
        }

        using var entry = (isOdd ? odd : proper).CreateEntry(key);
        entry.Size = page.Size;
        entry.Value = page;
        entry.RegisterPostEvictionCallback((_, value, _, _) => Unlink((CachedPage)value!));
    }

    internal void Remove(string key, bool isOdd) => (isOdd ? odd : proper).Remove(key);

    async ValueTask<long> ILogFollower.PositionAsync(CancellationToken ct)
    {
        if (position is null)
        {
            // Pages kept before following began may have missed what another process published meanwhile.
            position = await log.LastPositionAsync(ct);
            Clear();
        }

        return position.Value;
    }

    Task ILogFollower.FollowAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct)
    {
        EvictWhatShows(entries.Where(entry => !evictedAlready.TryRemove(entry.Position, out _)));
        position = entries[^1].Position;
        return Task.CompletedTask;
    }

    private static MemoryCacheOptions Options(long budget) => new() { SizeLimit = Math.Max(budget, 1), CompactionPercentage = GivenUp, TrackStatistics = true };

    // What this process publishes; the same entries come once more by the log.
    private void EvictAtOnce(IReadOnlyList<LogEntry> entries)
    {
        foreach (var entry in position is null ? [] : entries)
        {
            evictedAlready.TryAdd(entry.Position, true);
        }

        EvictWhatShows(entries);
    }

    // Changes of sites come from the directory, after it has taken them in.
    private void EvictWhatShows(IEnumerable<LogEntry> entries)
    {
        foreach (var entry in entries.Where(entry => entry.ItemId != 0))
        {
            Forget([PageTag.Item(entry.ItemId), PageTag.Items(entry.TenantId, entry.Type), PageTag.ItemsOfAllSites(entry.Type)], isDropped: entry.Act is PublicationAct.Withdrawn or PublicationAct.Expired);
        }
    }

    // What pages are made from goes before the pages. Who renders now is told before that: no part of what was read until then is kept.
    private void Forget(ReadOnlySpan<string> tags, bool isDropped)
    {
        Note(tags, begins: 1);
        try
        {
            Evicted?.Invoke(tags.ToArray());
        }
        finally
        {
            Note(tags, begins: -1);
        }

        lock (gate)
        {
            foreach (var tag in tags)
            {
                if (showing.TryGetValue(tag, out var pages))
                {
                    foreach (var page in pages)
                    {
                        page.GoStale(isDropped);
                    }
                }
            }
        }
    }

    private void Note(ReadOnlySpan<string> tags, int begins)
    {
        lock (gate)
        {
            evicting += begins;
            foreach (var notes in rendering)
            {
                notes.Note(tags);
            }
        }
    }

    private void Unlink(CachedPage page)
    {
        lock (gate)
        {
            foreach (var tag in page.Tags)
            {
                if (showing.TryGetValue(tag, out var pages) && pages.Remove(page) && pages.Count == 0)
                {
                    showing.Remove(tag);
                }
            }
        }
    }
}
