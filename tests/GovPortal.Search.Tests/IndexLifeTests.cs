using GovPortal.Publishing.Search;
using GovPortal.Search.Indexing;
using Microsoft.Extensions.Logging.Abstractions;

namespace GovPortal.Search.Tests;

public sealed class IndexLifeTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("govportal-index-").FullName;

    [Fact]
    public void What_was_committed_is_there_after_a_restart_with_its_position()
    {
        using (var index = Open())
        {
            Assert.Equal(0, index.Position);
            index.Apply([Put(1, "Đăng ký khai sinh")]);
            index.Commit(42);
            index.Apply([Put(2, "Chưa kịp giữ")]);
        }

        using var again = Open();
        Assert.Equal(42, again.Position);
        Assert.Equal(["Đăng ký khai sinh"], Titles(again));
    }

    [Fact]
    public void A_change_is_seen_after_a_refresh_and_replaces_the_entry_before()
    {
        using var index = Open();
        index.Apply([Put(1, "Tên cũ")]);
        Assert.Empty(Titles(index));
        index.Refresh();
        Assert.Equal(["Tên cũ"], Titles(index));

        index.Apply([Put(1, "Tên mới"), Put(2, "Khác"), new IndexChange.Remove(2), new IndexChange.Remove(3)]);
        index.Refresh();

        Assert.Equal(["Tên mới"], Titles(index));
        Assert.Equal([1L], index.ItemIds());
    }

    [Fact]
    public void Removing_a_site_takes_what_came_before_and_keeps_what_came_after()
    {
        using var index = Open();
        index.Apply([Put(1, "Một"), Put(2, "Hai", tenant: 2), new IndexChange.RemoveSite(1), Put(3, "Ba")]);
        index.Refresh();

        Assert.Equal(["Ba", "Hai"], Titles(index).Order());
    }

    [Fact]
    public void Clearing_starts_again_from_position_0()
    {
        using var index = Open();
        index.Apply([Put(1, "Một")]);
        index.Commit(7);
        index.Clear();

        Assert.Equal(0, index.Position);
        Assert.Empty(Titles(index));
    }

    [Theory]
    [InlineData("segments_*")]
    [InlineData("*.cfs")]
    public void A_damaged_index_is_discarded_and_starts_from_position_0(string files)
    {
        using (var index = Open())
        {
            index.Apply([Put(1, "Một"), Put(2, "Hai")]);
            index.Commit(9);
        }

        foreach (var file in Directory.GetFiles(folder, files))
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..10]);
        }

        using var again = Open();
        Assert.Equal(0, again.Position);
        Assert.Empty(Titles(again));
        again.Apply([Put(1, "Một")]);
        again.Commit(1);
    }

    [Fact]
    public void An_index_of_another_version_is_discarded()
    {
        using (var directory = Lucene.Net.Store.FSDirectory.Open(folder))
        using (var writer = new Lucene.Net.Index.IndexWriter(directory, new(Lucene.Net.Util.LuceneVersion.LUCENE_48, null)))
        {
            writer.AddDocument([new Lucene.Net.Documents.StringField("id", "1", Lucene.Net.Documents.Field.Store.NO)]);
            writer.SetCommitData(new Dictionary<string, string> { ["schema"] = "0", ["position"] = "99" });
            writer.Commit();
        }

        using var index = Open();
        Assert.Equal(0, index.Position);
        Assert.True(index.CanWrite);
        Assert.Empty(Titles(index));
    }

    [Fact]
    public void A_second_opener_reads_what_the_first_commits()
    {
        using var writing = Open();
        using var reading = Open();
        Assert.True(writing.CanWrite);
        Assert.False(reading.CanWrite);
        Assert.True(Finder(reading).Find(new("", null)).IsResting);

        writing.Apply([Put(1, "Một")]);
        writing.Commit(3);
        reading.Refresh();
        Assert.Equal(["Một"], Titles(reading));
        Assert.Equal(3, reading.Position);

        writing.Apply([Put(2, "Hai")]);
        writing.Commit(4);
        reading.Refresh();
        Assert.Equal(2, Titles(reading).Length);
        Assert.Equal(4, reading.Position);
        Assert.Throws<InvalidOperationException>(() => reading.Commit(5));
    }

    [Fact]
    public async Task Searching_goes_on_while_entries_are_written()
    {
        using var index = Open();
        index.Apply([Put(0, "Đăng ký khai sinh")]);
        index.Refresh();
        var finder = Finder(index);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                var results = finder.Find(new("khai sinh", null));
                Assert.False(results.IsResting);
                Assert.Equal(results.Total, results.Facets["type"].Sum(facet => facet.Count));
                Assert.NotEmpty(results.Items);
            }
        })).ToArray();

        for (var round = 1; round <= 30; round++)
        {
            index.Apply(Enumerable.Range(1, 100).Select(id => Put(id, $"Khai sinh đợt {round} số {id}")));
            index.Refresh();
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(101, finder.Find(new("khai sinh", null)).Total);
    }

    [Fact]
    public void A_closed_index_rests_instead_of_failing()
    {
        var index = Open();
        var finder = Finder(index);
        index.Dispose();

        Assert.True(finder.Find(new("khai sinh", null)).IsResting);
        Assert.Empty(finder.Suggest("khai", null));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private SearchIndex Open() => SearchIndex.Open(folder, NullLogger<SearchIndex>.Instance);

    private static IndexChange.Put Put(long id, string title, int tenant = 1) => new(TestIndex.Entry(id, title, tenant));

    private static LuceneFinder Finder(SearchIndex index) => new(index, _ => true, NullLogger<LuceneFinder>.Instance);

    private static string[] Titles(SearchIndex index) => [.. Finder(index).Find(new SearchQuery("", null)).Items.Select(hit => hit.Title)];
}
