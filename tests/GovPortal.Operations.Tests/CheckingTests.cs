using System.Net;
using System.Text.Json;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Search;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Operations.Tests;

/// <summary>What differs between database, files and index is named, and what is derived is mended.</summary>
public abstract class CheckingTests
{
    protected abstract PortalFixture NewPortal();

    [Fact]
    public async Task A_sound_installation_has_no_differences()
    {
        await using var portal = NewPortal();
        await StartAsync(portal);

        using var found = JsonDocument.Parse((await portal.RunAsync("check", "--json")).Insist(0).Output);

        Assert.True(found.RootElement.GetProperty("clean").GetBoolean());
        Assert.Equal(0, found.RootElement.GetProperty("differences").GetArrayLength());
        Assert.True(found.RootElement.GetProperty("looked").GetProperty("files").GetInt64() > 0);
        Assert.True(found.RootElement.GetProperty("looked").GetProperty("published items").GetInt64() > 0);
    }

    [Fact]
    public async Task Bytes_that_are_missing_longer_or_others_are_named()
    {
        await using var portal = NewPortal();
        var filled = await StartAsync(portal);
        var store = portal.Services.GetRequiredService<FileStore>();
        var path = store.PathOf(await HashOfAsync(filled));
        var bytes = await File.ReadAllBytesAsync(path);

        await File.WriteAllBytesAsync(path, [.. bytes, 0]);
        await DiffersAsync(portal, "media", "damaged", "Biểu mẫu số 1.txt");
        await File.WriteAllBytesAsync(path, [.. bytes[..^1], (byte)(bytes[^1] ^ 1)]);
        await DiffersAsync(portal, "media", "damaged", "Biểu mẫu số 1.txt");
        File.Delete(path);
        await DiffersAsync(portal, "media", "missing", "Biểu mẫu số 1.txt");
        var mended = (await portal.RunAsync("check", "--mend")).Insist(1);
        var backup = (await portal.RunAsync("backup", "create", portal.NewFile(".zip"))).Insist(1);
        await File.WriteAllBytesAsync(path, bytes);
        (await portal.RunAsync("check")).Insist(0);

        Assert.Contains("1 of them not mended", mended.Output, StringComparison.Ordinal);
        Assert.Contains("missing or damaged on the disk", backup.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_derived_is_mended()
    {
        await using var portal = NewPortal();
        var filled = await StartAsync(portal);
        await using (var db = portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(filled.Site.Tenant))
        {
            await db.Terms.ExecuteDeleteAsync();
            await db.FileUses.ExecuteDeleteAsync();
        }

        var stray = Path.Combine(portal.DataPath, "media", "ff", new string('f', 64));
        Directory.CreateDirectory(Path.GetDirectoryName(stray)!);
        await File.WriteAllTextAsync(stray, "không ai gọi tên");
        File.SetLastWriteTimeUtc(stray, portal.Clock.GetUtcNow().UtcDateTime.AddYears(-1));

        await DiffersAsync(portal, "content", "different", filled.Site.Name);
        await DiffersAsync(portal, "content", "missing", filled.Site.Name);
        await DiffersAsync(portal, "media", "superfluous", "media");
        (await portal.RunAsync("check", "--mend")).Insist(0);
        (await portal.RunAsync("check")).Insist(0);

        Assert.False(File.Exists(stray));
        (await filled.Site.VisitAsync(filled.File)).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_index_that_lacks_something_or_knows_too_much_is_made_anew()
    {
        await using var portal = NewPortal();
        var filled = await StartAsync(portal);
        await using (var db = portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(filled.Site.Tenant))
        {
            // Past the log, as no page does it.
            await db.Items.Where(item => item.State == ContentState.Published && item.Slug == filled.Slug).ExecuteUpdateAsync(set => set.SetProperty(item => item.State, ContentState.Withdrawn));
        }

        await DiffersAsync(portal, "index", "superfluous", "item");
        (await portal.RunAsync("check", "--mend")).Insist(0);
        (await portal.RunAsync("check")).Insist(0);

        Assert.False(portal.Services.GetRequiredService<SearchIndexFollower>().IsRebuildRequested);
    }

    [Fact]
    public async Task A_garbled_index_is_named_by_the_command_and_mended_by_the_server_beside_it()
    {
        await using var portal = NewPortal();
        var filled = await StartAsync(portal);
        await filled.Site.PublishArticleAsync("Bài đăng trước khi chỉ mục hỏng");
        await filled.Site.IsFoundAsync("trước khi chỉ mục hỏng", "Bài đăng trước khi chỉ mục hỏng");
        var index = Path.Combine(portal.DataPath, "index");
        var current = File.ReadAllText(Path.Combine(index, "current"));

        // As a disk that rots: nobody touched the files.
        foreach (var file in Directory.GetFiles(Path.Combine(index, current), "*.cfs"))
        {
            var (writtenAt, bytes) = (File.GetLastWriteTimeUtc(file), await File.ReadAllBytesAsync(file));
            bytes.AsSpan(bytes.Length / 2, 8).Fill(0x5a);
            await File.WriteAllBytesAsync(file, bytes);
            File.SetLastWriteTimeUtc(file, writtenAt);
        }

        var check = (await portal.RunAsync("check", "--json")).Insist(1);
        await filled.Site.PublishArticleAsync("Bài đăng sau khi chỉ mục hỏng");
        var beside = await portal.RunAsync("check", "--json");

        Assert.Contains("Its files are not what was written", check.Output, StringComparison.Ordinal);

        // By then the server may have built it anew, or put the hit files together with others, or not yet; the command waits for nothing.
        Assert.InRange(beside.Code, 0, 1);
        await Eventually.BecomesTrueAsync("nothing differs any more", async () => (await portal.RunAsync("check")).Code == 0);
        await filled.Site.IsFoundAsync("chỉ mục hỏng", "Bài đăng sau khi chỉ mục hỏng");
        await filled.Site.IsFoundAsync("trước khi chỉ mục hỏng", "Bài đăng trước khi chỉ mục hỏng");
    }

    private static async Task DiffersAsync(PortalFixture portal, string part, string what, string name)
    {
        using var found = JsonDocument.Parse((await portal.RunAsync("check", "--json")).Insist(1).Output);
        Assert.False(found.RootElement.GetProperty("clean").GetBoolean());
        Assert.Contains(found.RootElement.GetProperty("differences").EnumerateArray(), one =>
            one.GetProperty("part").GetString() == part && one.GetProperty("what").GetString() == what && one.GetProperty("name").GetString()!.Contains(name, StringComparison.Ordinal));
    }

    private static async Task<string> HashOfAsync(FilledSite filled)
    {
        await using var db = filled.Site.Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(filled.Site.Tenant);
        return await db.Files.Where(file => file.Name == "Biểu mẫu số 1.txt").Select(file => file.Hash).SingleAsync();
    }

    private static async Task<FilledSite> StartAsync(PortalFixture portal)
    {
        Assert.SkipWhen(portal.Database.Missing is not null, portal.Database.Missing ?? "");
        await portal.StartAsync();
        return await portal.FilledAsync();
    }
}

public sealed class CheckingOnSqliteTests : CheckingTests
{
    protected override PortalFixture NewPortal() => new SqlitePortal();
}

public sealed class CheckingOnPostgresTests : CheckingTests
{
    protected override PortalFixture NewPortal() => new PostgresPortal();
}
