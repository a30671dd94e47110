using GovPortal.Search.Indexing;
using Microsoft.Extensions.Logging.Abstractions;

namespace GovPortal.Search.Tests;

public sealed class DamagedIndexTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("govportal-damage-").FullName;

    [Theory]
    [InlineData(1, ".cfs .cfe .si")]
    [InlineData(8, ".si .fdt .fdx .fnm .tim .tip .doc .dvd .dvm .del")]
    public async Task Every_file_of_an_index_is_missed_when_its_bytes_are_others(int rounds, string atLeast)
    {
        Fill(rounds);
        var files = Directory.GetFiles(folder).Where(file => Path.GetFileName(file) is not ("write.lock" or "segments.gen")).ToArray();
        IReadOnlyCollection<string> committed = [.. files.Select(file => Path.GetFileName(file))];
        Assert.Null(await DamageAsync(() => committed));
        Assert.Empty(atLeast.Split(' ').Except(files.Select(Path.GetExtension)));

        foreach (var file in files)
        {
            var sound = File.ReadAllBytes(file);
            foreach (var place in new[] { 0, sound.Length / 2, sound.Length - 1 })
            {
                var garbled = (byte[])sound.Clone();
                garbled[place] ^= 0x5a;
                File.WriteAllBytes(file, garbled);
                Assert.True(await DamageAsync(() => committed) is not null, $"{Path.GetFileName(file)} is garbled at {place} and nobody noticed");
            }

            File.WriteAllBytes(file, sound);
        }

        Assert.Null(await DamageAsync(() => committed));
    }

    [Fact]
    public async Task What_a_commit_takes_away_or_has_not_written_yet_is_no_damage()
    {
        Fill();
        IReadOnlyCollection<string> after = [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Where(name => name is not ("write.lock" or "segments.gen"))];
        var asked = new Queue<IReadOnlyCollection<string>>([["segments_gone", .. after], [], [], after]);

        Assert.Null(await DamageAsync(() => asked.Count > 1 ? asked.Dequeue() : asked.Peek()));
        Assert.Single(asked);
    }

    [Fact]
    public async Task Damage_is_told_while_commits_go_on_and_a_list_that_cannot_be_read_is_damage_in_the_end()
    {
        Fill();
        var sound = Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Where(name => name is not ("write.lock" or "segments.gen")).ToArray();
        var garbled = Path.Combine(folder, sound.First(name => !name.StartsWith("segments", StringComparison.Ordinal)));
        File.WriteAllBytes(garbled, [.. File.ReadAllBytes(garbled).Select(b => (byte)(b ^ 0x5a))]);

        // As one who reads the folder, or who writes it at every moment, lists them: anew each time.
        var told = await DamageAsync(() => [.. sound]).WaitAsync(TimeSpan.FromSeconds(20));
        var unreadable = await DamageAsync(() => throw new InvalidDataException("garbled")).WaitAsync(TimeSpan.FromSeconds(20));
        var empty = await DamageAsync(() => []).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Contains(Path.GetFileName(garbled), told, StringComparison.Ordinal);
        Assert.Contains("cannot be read: garbled", unreadable, StringComparison.Ordinal);
        Assert.NotNull(empty);
    }

    [Fact]
    public void Damage_is_not_copied_into_sound_files()
    {
        using var index = SearchIndex.Open(folder, NullLogger<SearchIndex>.Instance);
        var garbled = new HashSet<string>();
        Exception? told = null;
        index.MergeFailed += fault => told = fault;
        for (var id = 1; id <= 40 && told is null; id++)
        {
            try
            {
                index.Apply([Put(id)]);
                index.Commit(id);
            }
            catch (IOException fault)
            {
                // Some of it is read before anything is put together.
                told = fault;
            }

            foreach (var file in Directory.GetFiles(folder, "*.cfs").Where(garbled.Add))
            {
                using var open = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
                var middle = open.Length / 2;
                open.Position = middle;
                var was = open.ReadByte();
                open.Position = middle;
                open.WriteByte((byte)(was ^ 1));
            }
        }

        Assert.True(SpinWait.SpinUntil(() => told is not null, TimeSpan.FromSeconds(20)), "Garbled files were put together, and nobody noticed.");
    }

    [Fact]
    public void An_index_of_which_any_file_is_garbled_opens_all_the_same_and_starts_anew_where_it_cannot_answer()
    {
        Fill();
        var kept = Directory.GetFiles(folder).ToDictionary(file => file, File.ReadAllBytes);
        foreach (var file in kept.Keys.Where(file => Path.GetFileName(file) != "write.lock"))
        {
            Directory.Delete(folder, recursive: true);
            Directory.CreateDirectory(folder);
            foreach (var (name, bytes) in kept)
            {
                File.WriteAllBytes(name, name == file ? [.. bytes.Select(b => (byte)(b ^ 0x5a))] : bytes);
            }

            using var index = SearchIndex.Open(folder, NullLogger<SearchIndex>.Instance);
            Assert.True(index.CanWrite, $"{Path.GetFileName(file)} is garbled, and nothing can be written any more");
            Assert.True(index.Position is 0 or 9);
        }
    }

    [Fact]
    public async Task The_watch_notices_what_is_touched_before_it_has_looked_at_it_or_while_it_reads()
    {
        using var index = SearchIndex.Open(folder, NullLogger<SearchIndex>.Instance);
        var watch = new IndexWatch(index, TimeProvider.System);
        for (var id = 1; id <= 5; id++)
        {
            index.Apply([Put(id)]);
            index.Commit(id);
            watch.Learn();
            Assert.Null(watch.Look());
        }

        // Written once more as it was, while the first reading is on its way: to be read again, and sound.
        var file = Directory.GetFiles(folder, "*.cfs")[^1];
        var sound = File.ReadAllBytes(file);
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddMinutes(-1));
        Assert.Null(watch.Look());
        File.WriteAllBytes(file, [.. sound.Select(b => (byte)(b ^ 0x5a))]);

        string? damage;
        while ((damage = watch.Look()) is null)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.Contains(Path.GetFileName(file), damage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_watch_notices_files_that_are_touched_or_gone()
    {
        using var index = SearchIndex.Open(folder, NullLogger<SearchIndex>.Instance);
        index.Apply([Put(1)]);
        index.Commit(1);
        var watch = new IndexWatch(index, TimeProvider.System);
        Assert.Null(watch.Look());

        var file = Directory.GetFiles(folder, "*.cfs").Single();
        var sound = File.ReadAllBytes(file);
        File.WriteAllBytes(file, [.. sound.Select(b => (byte)(b ^ 0x5a))]);
        string? damage;
        while ((damage = watch.Look()) is null)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.Contains(Path.GetFileName(file), damage, StringComparison.Ordinal);

        File.Delete(file);
        Assert.Contains("missing", watch.Look(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_watch_may_be_asked_by_several_at_once_while_commits_take_files_away()
    {
        using var index = SearchIndex.Open(folder, NullLogger<SearchIndex>.Instance);
        var watch = new IndexWatch(index, TimeProvider.System);
        var committing = true;
        var asking = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (Volatile.Read(ref committing))
            {
                Assert.Null(watch.Look());
            }
        })).ToArray();

        for (var round = 1; round <= 60; round++)
        {
            index.Apply([Put(round)]);
            index.Commit(round);
        }

        Volatile.Write(ref committing, false);
        await Task.WhenAll(asking);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Enough commits for files that were put together and some that were not, and a deletion.</summary>
    private void Fill(int rounds = 8)
    {
        using var index = SearchIndex.Open(folder, NullLogger<SearchIndex>.Instance);
        for (var round = 1; round <= rounds; round++)
        {
            index.Apply(Enumerable.Range(round * 1_000, 300).Select(id => Put(id)));
            index.Commit(round);
        }

        index.Apply([new IndexChange.Remove(1_000)]);
        index.Commit(9);
    }

    private static IndexChange.Put Put(long id) => new(TestIndex.Entry(id, $"Đăng ký khai sinh số {id}"));

    private Task<string?> DamageAsync(Func<IReadOnlyCollection<string>> committed) => IndexFolder.DamageAsync(folder, committed, TimeSpan.FromSeconds(2), CancellationToken.None);
}
