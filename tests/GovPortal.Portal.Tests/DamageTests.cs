using System.Net;
using GovPortal.Core.Security;
using GovPortal.Media;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Storage.Sqlite;
using GovPortal.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>What becomes of damage on the disk: it is noticed, said, and mended as far as it can be. On a portal of its own, whose log holds warnings on purpose.</summary>
public sealed class DamageTests(DamageTests.BrokenPortal portal) : IClassFixture<DamageTests.BrokenPortal>
{
    [Fact]
    public async Task A_file_that_is_no_longer_what_was_stored_is_not_sent_and_the_same_bytes_mend_it()
    {
        var (site, editor) = await BeginAsync();
        var bytes = Samples.Pdf("Nghi quyet con nguyen");
        var taken = (await editor.UploadAsync(site, "nghi-quyet.pdf", bytes)).Insist(HttpStatusCode.Created).Json;
        var (path, page) = (taken.GetProperty("path").GetString()!, $"{site.Root}/quan-tri/thu-vien/{taken.GetProperty("id").GetInt64()}");
        var disk = portal.Services.GetRequiredService<FileStore>().PathOf(FileStore.HashOf(bytes));
        await site.ShowAsync(path);
        (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
        Action[] damages = [() => File.WriteAllBytes(disk, bytes[..100]), () => Garble(disk), () => File.Delete(disk), () => Directory.Delete(Path.GetDirectoryName(disk)!, recursive: true)];

        foreach (var damage in damages)
        {
            damage();
            var answer = (await site.VisitAsync(path)).Insist(HttpStatusCode.NotFound);
            Assert.DoesNotContain("immutable", answer.Headers.GetValueOrDefault("Cache-Control", ""), StringComparison.Ordinal);
            Assert.Contains("Tệp bị mất hoặc hỏng", (await editor.GetAsync(page)).Words, StringComparison.Ordinal);
            Assert.Contains("Tệp bị mất hoặc hỏng", (await editor.GetAsync($"{site.Root}/quan-tri/thu-vien")).Words, StringComparison.Ordinal);
            Assert.Contains(await portal.Services.GetRequiredService<MediaCheck>().FindUnsoundAsync(isSlow: false, CancellationToken.None), found => found.File.Hash == FileStore.HashOf(bytes));

            (await editor.UploadAsync(site, "nghi-quyet.pdf", bytes)).Insist(HttpStatusCode.Created);
            Assert.Contains("immutable", (await site.VisitAsync(path)).Insist(HttpStatusCode.OK).Headers["Cache-Control"], StringComparison.Ordinal);
            Assert.DoesNotContain("Tệp bị mất hoặc hỏng", (await editor.GetAsync(page)).Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Widths_of_a_picture_that_are_lost_or_cut_are_made_again_as_soon_as_somebody_asks()
    {
        var (site, editor) = await BeginAsync();
        var taken = (await editor.UploadAsync(site, "cong-lang.png", Samples.Png(360, 200))).Insist(HttpStatusCode.Created).Json;
        var path = taken.GetProperty("path").GetString()!;
        var rendition = $"{path[..path.LastIndexOf('/')]}/360/cong-lang.avif";
        await site.ShowAsync(path);
        await BecomesAsync(site, rendition, "image/avif");
        await using var db = portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        var file = await db.Files.AsNoTracking().SingleAsync();
        var disk = portal.Services.GetRequiredService<FileStore>().RenditionPathOf(file.Hash, 360, ".avif");

        File.WriteAllBytes(disk, File.ReadAllBytes(disk)[..50]);
        Assert.Equal("image/png", (await site.VisitAsync(rendition)).MediaType);
        await BecomesAsync(site, rendition, "image/avif");

        // The whole of them is gone, as after a restore that did without.
        foreach (var made in Directory.GetFiles(Path.GetDirectoryName(disk)!, file.Hash + ".360.*"))
        {
            File.Delete(made);
        }

        await BecomesAsync(site, rendition, "image/avif");
    }

    [Fact]
    public async Task A_damaged_index_is_noticed_said_and_built_anew_beside_the_old()
    {
        var (site, _) = await BeginAsync();
        await site.PublishArticleAsync("Bài còn tìm được");
        await site.IsFoundAsync("còn tìm được", "Bài còn tìm được");
        var folder = Path.Combine(portal.DataPath, "index");
        Action[] damages = [.. new[] { "*.cfs", "*.si", "segments_*" }.Select(kind => (Action)(() => Garble(Directory.GetFiles(Current(folder), kind)[0]))), () => Directory.Delete(folder, recursive: true)];

        foreach (var damage in damages)
        {
            var (before, mark) = (Current(folder), portal.Log.Mark);
            damage();
            await Eventually.BecomesTrueAsync("the index is built anew", () => Task.FromResult(Current(folder) is { Length: > 0 } now && now != before));
            Assert.Contains(portal.Log.Since(mark, []), line => line.Contains("is damaged", StringComparison.Ordinal));
            await site.IsFoundAsync("còn tìm được", "Bài còn tìm được");
            await Eventually.BecomesTrueAsync("the API says that everything can be found", async () => !await IsIncompleteAsync(site));
            await BecomesAsync("search", "Healthy");
        }

        await site.PublishArticleAsync("Bài đăng sau đó");
        await site.IsFoundAsync("đăng sau đó", "Bài đăng sau đó");
    }

    [Fact]
    public async Task While_the_index_is_built_anew_page_API_and_health_say_that_it_is_incomplete()
    {
        var (site, _) = await BeginAsync();
        await site.PublishArticleAsync("Bài tìm được trong lúc dựng lại");
        await site.IsFoundAsync("dựng lại", "Bài tìm được trong lúc dựng lại");
        var current = Current(Path.Combine(portal.DataPath, "index"));

        // A file stands where the new index wants its folder, so that it is not there in a moment.
        var next = Path.Combine(portal.DataPath, "index", $"{int.Parse(Path.GetFileName(current), System.Globalization.CultureInfo.InvariantCulture) + 1}");
        await File.WriteAllTextAsync(next, "");

        // What is open is read on, so that something is found in any case.
        File.Delete(Directory.GetFiles(current, "*.cfs")[0]);
        await Eventually.BecomesTrueAsync("the API says so", async () => await IsIncompleteAsync(site));
        await BecomesAsync("search", "Degraded");
        var suggested = (await site.VisitAsync("/api/v1/suggest?q=bai")).Insist(HttpStatusCode.OK).Json;
        Assert.True(suggested.GetProperty("incomplete").GetBoolean());
        Assert.Contains("đang được dựng lại", (await site.VisitAsync("/")).Html.QuerySelector("[data-gp-suggest]")!.GetAttribute("data-gp-suggest-incomplete"), StringComparison.Ordinal);
        Assert.Contains("Kết quả có thể chưa đủ", (await site.VisitAsync("/tim-kiem?q=bai")).Words, StringComparison.Ordinal);
        Assert.Contains("Kết quả có thể chưa đủ", (await site.VisitAsync("/thu-tuc?q=bai")).Words, StringComparison.Ordinal);

        File.Delete(next);
        await Eventually.BecomesTrueAsync("the API no longer says so", async () => !await IsIncompleteAsync(site));
        await BecomesAsync("search", "Healthy");
        Assert.False((await site.VisitAsync("/api/v1/suggest?q=bai")).Json.TryGetProperty("incomplete", out _));
        Assert.DoesNotContain("Kết quả có thể chưa đủ", (await site.VisitAsync("/tim-kiem?q=bai")).Words, StringComparison.Ordinal);
        await site.IsFoundAsync("dựng lại", "Bài tìm được trong lúc dựng lại");
    }

    [Fact]
    public async Task What_was_answered_lies_in_the_database_and_its_log_of_changes()
    {
        var (site, editor) = await BeginAsync();
        var bytes = Samples.Pdf("Tai len truoc khi mat dien");
        await site.PublishArticleAsync("Bài đăng trước khi mất điện");
        (await editor.UploadAsync(site, "mat-dien.pdf", bytes)).Insist(HttpStatusCode.Created);
        var copy = Directory.CreateTempSubdirectory("govportal-copy-").FullName;
        foreach (var file in Directory.GetFiles(portal.DataPath, "govportal.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(copy, "govportal.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var count = connection.CreateCommand();
            count.CommandText = "SELECT (SELECT count(*) FROM content_items WHERE title = 'Bài đăng trước khi mất điện') + (SELECT count(*) FROM files WHERE name = 'mat-dien.pdf')";
            Assert.Equal(2L, await count.ExecuteScalarAsync());
        }

        Directory.Delete(copy, recursive: true);
        await using var db = portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation();
        Assert.Equal(2, (await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").ToListAsync())[0]);
        Assert.Empty(Directory.GetFiles(Path.Combine(portal.DataPath, "media"), "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Health_names_a_folder_that_takes_nothing_and_keys_that_cannot_be_read()
    {
        await BeginAsync();
        await BecomesAsync("keys", "Healthy");
        var key = Directory.GetFiles(Path.Combine(portal.DataPath, "keys"), "key-*.xml")[0];
        var (sound, media) = (await File.ReadAllTextAsync(key), Path.Combine(portal.DataPath, "media"));

        foreach (var broken in new[] { "", sound.Replace("<encryption", "<other", StringComparison.Ordinal), new string('x', sound.Length) })
        {
            await File.WriteAllTextAsync(key, broken);
            await BecomesAsync("keys", "Unhealthy");
            await File.WriteAllTextAsync(key, sound);
            await BecomesAsync("keys", "Healthy");
        }

        Directory.Move(media, media + ".aside");
        await File.WriteAllTextAsync(media, "");
        await BecomesAsync("data", "Unhealthy");
        var told = (await portal.NewVisitor().GetAsync("/health/ready")).Text;
        Assert.Contains("“media” of the data folder", told, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.DataPath, told, StringComparison.Ordinal);
        Assert.Contains(portal.Log.Since(0, []), line => line.Contains(media, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await portal.NewVisitor().GetAsync("/health/ready")).Status);
        File.Delete(media);
        Directory.Move(media + ".aside", media);
        await BecomesAsync("data", "Degraded");
    }

    [Fact]
    public async Task A_database_with_garbled_pages_is_called_damaged()
    {
        // A copy, so that the portal goes on.
        await BeginAsync();
        var check = portal.Services.GetRequiredService<DatabaseCheck>();
        Assert.Null(await check.LookThroughAsync(CancellationToken.None));
        var copy = Path.Combine(portal.DataPath, "copy.db");
        await using (var db = portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation())
        {
            await db.Database.ExecuteSqlRawAsync("VACUUM INTO {0}", copy);
        }

        var bytes = await File.ReadAllBytesAsync(copy);
        bytes.AsSpan(bytes.Length / 2, 40 * 4096).Fill(0x5a);
        await File.WriteAllBytesAsync(copy, bytes);
        var garbled = new DatabaseCheck(new PortalDbFactory(() => new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite($"Data Source={copy};Pooling=False").UseApplicationServiceProvider(portal.Services).Options)), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<DatabaseCheck>.Instance);

        Assert.NotNull(await garbled.LookThroughAsync(CancellationToken.None));
        garbled.Dispose();
    }

    private async Task<(TestSite Site, Visitor Editor)> BeginAsync()
    {
        var site = await portal.WithRecipeAsync("commune");
        return (site, await site.SignInAsAsync(Role.Author));
    }

    private Task BecomesAsync(string part, string status) => Eventually.BecomesTrueAsync($"{part} is {status}", async () =>
        (await portal.NewVisitor().GetAsync("/health/ready")).Json.GetProperty("parts").GetProperty(part).GetProperty("status").GetString() == status);

    // Where nothing can be found at all the answer is 503.
    private static async Task<bool> IsIncompleteAsync(TestSite site) => (await site.SearchAsync("bài")) is not { Status: HttpStatusCode.OK } answer || answer.Json.TryGetProperty("incomplete", out _);

    private static Task BecomesAsync(TestSite site, string path, string mediaType) => Eventually.BecomesTrueAsync($"{path} is {mediaType}", async () => (await site.VisitAsync(path)).MediaType == mediaType);

    private static string Current(string folder) => File.Exists(Path.Combine(folder, "current")) ? Path.Combine(folder, File.ReadAllText(Path.Combine(folder, "current"))) : "";

    /// <summary>Other bytes in the same length.</summary>
    private static void Garble(string path)
    {
        var bytes = File.ReadAllBytes(path);
        for (var place = bytes.Length / 3; place < bytes.Length * 2 / 3; place++)
        {
            bytes[place] ^= 0x5a;
        }

        File.WriteAllBytes(path, bytes);
    }

    /// <summary>A portal that asks for more room than any disk has.</summary>
    public sealed class BrokenPortal() : PortalFixture(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => ["--GovPortal:Health:FreeMiB=1000000000"];
    }
}
