using System.Net;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>What uses a file holds it.</summary>
public abstract class FileUseTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Delete = "form[action*=Delete] button";

    [Fact]
    public async Task A_file_that_is_shown_or_linked_to_cannot_be_deleted_until_nothing_uses_it()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var (id, path) = await UploadAsync(editor, site, Samples.Pdf("Nghi quyet"));
        var page = $"{site.Root}/quan-tri/thu-vien/{id}";
        var shown = new Article { Title = "Bài dẫn nghị quyết", Body = $"<p><a href=\"{site.Root}{path}\">Nghị quyết</a></p>" };
        var item = await site.PublishAsync(shown);

        var used = (await editor.GetAsync(page)).Insist(HttpStatusCode.OK);
        Assert.Equal("Bài dẫn nghị quyết", used.Html.QuerySelector($"a[href='{site.Root}/quan-tri/muc/{item}']")!.TextContent);
        Assert.Contains("Đang công khai", used.Words, StringComparison.Ordinal);
        Assert.Null(used.Html.QuerySelector(Delete));
        var forced = (await editor.FillAsync(page, new Dictionary<string, string> { ["Title"] = "Nghị quyết" }, to: $"{page}?handler=Delete")).Insist(HttpStatusCode.OK);
        Assert.Contains("Chưa xóa được", forced.Words, StringComparison.Ordinal);

        // The draft no longer links to it, the public version still does.
        await site.SaveAsync(item, shown with { Body = "<p>Không dẫn nữa.</p>" }, (await site.ItemAsync(item)).Revision);
        Assert.Null((await editor.GetAsync(page)).Html.QuerySelector(Delete));
        Assert.Null(await site.PublishAgainAsync(item));

        var free = (await editor.GetAsync(page)).Insist(HttpStatusCode.OK);
        Assert.Contains("Chỉ ở bản cũ", free.Words, StringComparison.Ordinal);
        (await editor.FillAsync(page, new Dictionary<string, string>(), Delete)).Insist(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Bytes_go_after_thirty_days_and_only_with_the_last_site_that_names_them()
    {
        await using var mine = NewPortal();
        var (a, b) = (await mine.WithRecipeAsync("commune"), await mine.WithRecipeAsync("commune"));
        var (ofA, ofB) = (await a.SignInAsAsync(Role.Author), await b.SignInAsAsync(Role.Author));
        var bytes = Samples.Pdf("Hai xa cung giu mot van ban");
        var (idA, path) = await UploadAsync(ofA, a, bytes);
        var (idB, _) = await UploadAsync(ofB, b, bytes);
        var disk = mine.Services.GetRequiredService<FileStore>().PathOf(FileStore.HashOf(bytes));

        await DeleteAndWaitAsync(mine, ofA, a, idA);
        Assert.True(File.Exists(disk), "another site's file is gone");
        var againB = await SignInAgainAsync(b);
        (await againB.GetAsync(b.Root + path)).Insist(HttpStatusCode.OK);

        await DeleteAndWaitAsync(mine, againB, b, idB);
        await Eventually.BecomesTrueAsync("the bytes are gone", () => Task.FromResult(!File.Exists(disk) && Directory.GetFiles(Path.GetDirectoryName(disk)!, Path.GetFileName(disk) + "*").Length == 0));
    }

    [Fact]
    public async Task Imported_items_hold_their_files_too()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var (id, path) = await UploadAsync(editor, site, Samples.Jpeg(300, 200));

        await site.ImportAsync("articles", $$"""{"title":"Bài nhập có ảnh","body":"<p>Nội dung</p>","publishedAt":"2026-02-01T08:00:00+07:00","picture":"{{path}}"}""");

        Assert.Contains("Bài nhập có ảnh", (await editor.GetAsync($"{site.Root}/quan-tri/thu-vien/{id}")).Words, StringComparison.Ordinal);
    }

    protected abstract PortalFixture NewPortal();

    private static Task<Visitor> SignInAgainAsync(TestSite site) => site.SignInAsAsync(Role.Author);

    private static async Task DeleteAndWaitAsync(PortalFixture portal, Visitor editor, TestSite site, long id)
    {
        var page = $"{site.Root}/quan-tri/thu-vien/{id}";
        (await editor.FillAsync(page, new Dictionary<string, string>(), Delete)).Insist(HttpStatusCode.Redirect);
        portal.Clock.Advance(TimeSpan.FromDays(29));
        Assert.True(await IsThereAsync(portal, site, id), "it went before its time");
        portal.Clock.Advance(TimeSpan.FromDays(2));
        await Eventually.BecomesTrueAsync("the file is erased", async () => !await IsThereAsync(portal, site, id));
    }

    private static async Task<bool> IsThereAsync(PortalFixture portal, TestSite site, long id)
    {
        await using var db = portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        return await db.Files.AnyAsync(f => f.Id == id);
    }

    private static async Task<(long Id, string Path)> UploadAsync(Visitor editor, TestSite site, byte[] bytes)
    {
        var taken = (await editor.UploadAsync(site, "Nghị quyết 08.dat", bytes)).Insist(HttpStatusCode.Created).Json;
        return (taken.GetProperty("id").GetInt64(), taken.GetProperty("path").GetString()!);
    }
}

public sealed class FileUseOnSqliteTests(SqlitePortal portal) : FileUseTests(portal)
{
    protected override PortalFixture NewPortal() => new SqlitePortal();
}

public sealed class FileUseOnPostgresTests(PostgresPortal portal) : FileUseTests(portal)
{
    protected override PortalFixture NewPortal() => new PostgresPortal();
}
