using GovPortal.Publishing.Content;
using GovPortal.Publishing.Search;
using GovPortal.Search.Indexing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GovPortal.Search.Tests;

/// <summary>A real index in a folder of its own, that goes away with the test; the test fails when a search failed quietly.</summary>
internal sealed class TestIndex : IDisposable
{
    public const int Justice = 1;
    public const int Health = 2;
    public const int Ward = 3;

    private readonly FailureLog failures = new();
    private readonly HashSet<int> closed = [];
    private long nextId = 1;

    public TestIndex()
    {
        Index = SearchIndex.Open(Folder, NullLogger<SearchIndex>.Instance);
        Finder = new LuceneFinder(Index, site => !closed.Contains(site), failures);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("govportal-search-").FullName;

    public SearchIndex Index { get; }

    public LuceneFinder Finder { get; }

    public static SearchEntry Entry(long id, string title, int tenant = Justice) =>
        new(id, tenant, "procedure", null, title, $"/thu-tuc/{id}", Day(2026, 1, 1), new SearchText(), []);

    public static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    public TestIndex With(string title, string? code = null, int tenant = Justice, string type = "procedure", string? keywords = null,
        string? summary = null, string? body = null, DateTimeOffset? at = null, params ContentTerm[] terms)
    {
        var entry = Entry(nextId++, title, tenant) with
        {
            Type = type,
            Code = code,
            PublishedAt = at ?? Day(2026, 1, 1),
            Text = new SearchText { Keywords = keywords, Summary = summary, Body = body },
            Terms = terms,
        };
        Index.Apply([new IndexChange.Put(entry)]);
        return this;
    }

    public TestIndex Close(int site)
    {
        closed.Add(site);
        return this;
    }

    public SearchResults Find(string text, int? tenant = null) => Find(new SearchQuery(text, tenant));

    public SearchResults Find(SearchQuery query)
    {
        Index.Refresh();
        return Finder.Find(query);
    }

    public string[] Titles(string text, int? tenant = null) => [.. Find(text, tenant).Items.Select(hit => hit.Title)];

    public string[] Suggest(string typed, int? tenant = null)
    {
        Index.Refresh();
        return [.. Finder.Suggest(typed, tenant).Select(suggestion => suggestion.Text)];
    }

    public void Dispose()
    {
        Index.Dispose();
        Directory.Delete(Folder, recursive: true);
        Assert.Empty(failures.Lines);
    }

    private sealed class FailureLog : ILogger<LuceneFinder>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{eventId.Name}: {exception}");
    }
}
