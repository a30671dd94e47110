using System.Net;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>What stands in an attachment is found through the item that links to it.</summary>
public abstract class FindingLinkedFilesTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task Words_of_a_linked_file_find_the_item_as_long_as_its_public_version_links_to_it()
    {
        var site = await WithRecipeAsync();
        var (_, path) = await UploadAsync(site, "Trạm bơm Đồng Quỹ vận hành mùa lũ");
        var shown = new Article { Title = "Kế hoạch thủy lợi", Body = $"<p><a href=\"{site.Root}{path}\">Toàn văn kế hoạch</a></p>" };
        var item = await site.PublishAsync(shown);

        await FindsAsync(site, "đồng quỹ vận hành", true);
        await FindsAsync(site, "dong quy van hanh", true);

        await site.SaveAsync(item, shown with { Body = "<p>Kế hoạch đã thôi hiệu lực.</p>" }, (await site.ItemAsync(item)).Revision);
        await FindsAsync(site, "đồng quỹ vận hành", true);
        Assert.Null(await site.PublishAgainAsync(item));
        await FindsAsync(site, "đồng quỹ vận hành", false);
    }

    [Fact]
    public async Task A_file_read_after_its_item_went_public_is_found_from_then_on()
    {
        var site = await WithRecipeAsync();
        var (file, path) = await UploadAsync(site, "Cống Nhất Trai thoát nước");
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        await Eventually.BecomesTrueAsync("the file is read", () => db.FileTexts.AnyAsync(t => t.FileId == file));
        await db.FileTexts.Where(t => t.FileId == file).ExecuteDeleteAsync();
        await site.PublishAsync(new Article { Title = "Kế hoạch thoát nước", Body = $"<p>Nội dung niêm yết. <a href=\"{site.Root}{path}\">Toàn văn</a></p>" });
        await FindsAsync(site, "nội dung niêm yết", true, "Kế hoạch thoát nước");
        await FindsAsync(site, "cống nhất trai", false, "Kế hoạch thoát nước");

        db.FileWorks.Add(new FileWork { TenantId = site.Tenant.Id, FileId = file, Task = FileTask.ReadText, DueAt = Portal.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
        Portal.Services.GetRequiredService<FileQueue>().Wake();

        await FindsAsync(site, "cống nhất trai", true, "Kế hoạch thoát nước");
    }

    private static Task FindsAsync(TestSite site, string words, bool isFound, string title = "Kế hoạch thủy lợi") =>
        Eventually.BecomesTrueAsync($"“{words}” {(isFound ? "finds" : "no longer finds")} the item", async () =>
            (await site.VisitAsync($"/tim-kiem?q={Uri.EscapeDataString(words)}")).Insist(HttpStatusCode.OK).Html.QuerySelectorAll("main a").Any(a => a.TextContent.Contains(title, StringComparison.Ordinal)) == isFound);

    private static async Task<(long Id, string Path)> UploadAsync(TestSite site, string words)
    {
        var taken = (await (await site.SignInAsAsync(Role.Author)).UploadAsync(site, "Kế hoạch.docx", Samples.Word(words))).Insist(HttpStatusCode.Created).Json;
        return (taken.GetProperty("id").GetInt64(), taken.GetProperty("path").GetString()!);
    }
}

public sealed class FindingLinkedFilesOnSqliteTests(SqlitePortal portal) : FindingLinkedFilesTests(portal);

public sealed class FindingLinkedFilesOnPostgresTests(PostgresPortal portal) : FindingLinkedFilesTests(portal);
