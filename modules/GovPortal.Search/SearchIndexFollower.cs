using System.Globalization;
using GovPortal.Core.Caching;
using GovPortal.Core.Content;
using GovPortal.Core.Publication;
using GovPortal.Core.Search;
using GovPortal.Core.Storage;
using GovPortal.Core.Tenancy;
using GovPortal.Search.Indexing;
using Microsoft.Extensions.Logging;

namespace GovPortal.Search;

/// <summary>
/// Keeps the search index in step with the publication log, and answers from it. The first process on a data folder writes the
/// index; others read what it commits, and the next one takes over when it is gone.
/// </summary>
public sealed class SearchIndexFollower(DataFolder data, TenantDirectory directory, PublishedAcrossSites published, LinkedTexts files, ContentTypes types, PublicationLog log, PageCache pages, ILoggerFactory loggers)
    : IFinder, ILogFollower, IDisposable
{
    private const string RebuildRequest = "rebuild-requested";

    // Held open for as long as this process writes the index; the system lets it go when the process ends, however it ends.
    private const string WriterMark = "index.writer";

    private readonly System.Threading.Lock gate = new();
    private readonly List<SearchIndex> opened = [];
    private volatile SearchIndex? index;
    private volatile LuceneFinder? finder;
    private FileStream? mark;
    private bool isChecked;

    string ILogFollower.Name => "search";

    private string Folder => data.Of("index");

    public SearchResults Find(SearchQuery query) => Finder().Find(query);

    public IReadOnlyList<SearchSuggestion> Suggest(string typed, int? tenantId, int most = 8) => Finder().Suggest(typed, tenantId, most);

    public async ValueTask<long> PositionAsync(CancellationToken ct)
    {
        var present = OpenForWriting();
        if (!present.CanWrite)
        {
            var before = present.Position;
            present.Refresh();
            if (present.Position != before)
            {
                pages.Evict(PageTag.Index);
            }

            // Somebody else follows; this process has nothing to take in.
            return long.MaxValue;
        }

        if (!isChecked)
        {
            isChecked = true;
            if (present.Position > await log.LastPositionAsync(ct))
            {
                // The database is older than the index, as after a restored backup.
                present.Clear();
            }
        }

        var request = Path.Combine(Folder, RebuildRequest);
        if (File.Exists(request))
        {
            present.Clear();
            File.Delete(request);
        }

        return present.Position;
    }

    public async Task FollowAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct)
    {
        var present = index ?? throw new InvalidOperationException("The position is asked for first.");
        var ids = entries.Where(e => e.ItemId != 0).Select(e => e.ItemId).Distinct().ToArray();
        var live = (await published.ReadLiveAsync(ids, ct)).ToDictionary(row => row.Item.Id);
        var linked = await files.ReadAsync(live.Values, ct);
        present.Apply(ids.Select(id => live.TryGetValue(id, out var row) ? (IndexChange)new IndexChange.Put(EntryOf(row, linked.GetValueOrDefault(id))) : new IndexChange.Remove(id)));
        present.Commit(entries[^1].Position);
        present.Refresh();
        pages.Evict(PageTag.Index);
    }

    /// <summary>Has the index built anew: here, or by the process that writes it.</summary>
    public void RequestRebuild() => File.WriteAllText(Path.Combine(Folder, RebuildRequest), "");

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        mark?.Dispose();
    }

    private LuceneFinder Finder()
    {
        if (finder is null)
        {
            Open(readOnly: true);
        }

        return finder!;
    }

    private SearchIndex OpenForWriting() => index is { CanWrite: true } present ? present : Open(readOnly: false);

    private SearchIndex Open(bool readOnly)
    {
        lock (gate)
        {
            if (index is { } present && (readOnly || present.CanWrite))
            {
                return present;
            }

            var mayWrite = !readOnly && TryMark();
            if (index is { } old && !mayWrite)
            {
                return old;
            }

            var next = SearchIndex.Open(Folder, loggers.CreateLogger<SearchIndex>(), readOnly: !mayWrite);

            // The one before is kept until the end: searches may still be reading it.
            opened.Add(next);
            finder = new LuceneFinder(next, site => !directory.Disabled.Contains(site), loggers.CreateLogger<LuceneFinder>());
            return index = next;
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

    /// <param name="linked">Words of the files it links to; null when there are none.</param>
    private SearchEntry EntryOf(LiveItem live, string? linked)
    {
        var item = live.Item;
        var type = types.Of(item.Type);
        var text = type.TextOf(BodyJson.Read(live.Body, type.BodyType));
        var named = live.Terms.Where(term => NamedKind.Find(term.Kind) is not null && !$"{text.Keywords}\n{text.Summary}".Contains(term.Label, StringComparison.OrdinalIgnoreCase)).Select(term => term.Label).ToArray();
        text = named.Length == 0 ? text : text with { Keywords = string.Join('\n', named.Prepend(text.Keywords).OfType<string>()) };
        text = linked is null ? text : text with { Body = $"{text.Body}\n{linked}" };
        return new SearchEntry(item.Id, item.TenantId, item.Type, item.Code, item.Title, types.PathOf(item.Type, item.Slug), item.PublishedAt!.Value, text, [.. TermsOf(item, live.Terms)]);
    }

    /// <summary>What every hit can be filtered by: where a type names no agency or year, its site and publication do.</summary>
    private IEnumerable<ContentTerm> TermsOf(ContentItem item, IReadOnlyList<ContentTerm> terms)
    {
        if (!terms.Any(t => t.Kind == "agency") && directory.FindById(item.TenantId) is { } site)
        {
            yield return new ContentTerm("agency", site.AgencyCode ?? site.Name, site.Title);
        }

        if (!terms.Any(t => t.Kind == "year"))
        {
            var year = item.PublishedAt!.Value.Year.ToString(CultureInfo.InvariantCulture);
            yield return new ContentTerm("year", year, year);
        }

        foreach (var term in terms)
        {
            yield return term;
        }
    }
}
