using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Testing;

namespace GovPortal.Operations.Tests;

/// <summary>A site with something of everything: live, corrected, withdrawn and unpublished items, files, roles, settings that name pages.</summary>
internal static class SamplesOfSites
{
    public static async Task<FilledSite> FilledAsync(this PortalFixture portal)
    {
        var site = await portal.WithRecipeAsync("commune");
        var file = await site.StoreFileAsync($"Nội dung tệp của {site.Name}", "Biểu mẫu số 1.txt", "text/plain");
        var live = await site.PublishArticleAsync("Thông báo nghỉ lễ Quốc khánh", $"<p>Xem <a href=\"{file}\">biểu mẫu</a> và <a href=\"https://example.vn/huong-dan\">hướng dẫn</a>.</p>");
        await site.CorrectAsync(live, new Article { Title = "Thông báo nghỉ lễ Quốc khánh 2/9", Body = $"<p>Đã sửa. <a href=\"{file}\">Biểu mẫu</a></p>" }, "Sửa ngày");
        await site.PublishArticleAsync("Thông báo họp dân");
        var withdrawn = await site.PublishArticleAsync("Bài đã gỡ khỏi trang");
        await site.WithdrawAsync(withdrawn, "Sai số liệu");
        await site.DraftAsync(new Article { Title = "Bản nháp chưa công bố", Body = "<p>…</p>" });
        return new FilledSite(site, (await site.ItemAsync(live)).Slug, file, await site.TakeInAsync(Role.Publisher));
    }
}

/// <param name="Slug">Of the live article.</param>
/// <param name="File">Address of the file below the site's root.</param>
/// <param name="Publisher">What somebody with a role on it signs in with.</param>
internal sealed record FilledSite(TestSite Site, string Slug, string File, string Publisher);
