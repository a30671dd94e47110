using System.Text;
using GovPortal.Publishing.Import;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Migration.Tests;

/// <summary>Exports of other systems as tests write them, and taking them in.</summary>
internal static class ForeignExports
{
    public static string Wxr(params string[] items) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>Sở Thử nghiệm</title><link>https://so-cu.example.vn</link><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://so-cu.example.vn</wp:base_blog_url>
        {string.Join('\n', items)}
        </channel></rss>
        """;

    public static string WxrItem(int id, string type, string title, string body, string status = "publish", string more = "") => $"""
        <item><title>{title}</title><link>https://so-cu.example.vn/2019/05/bai-{id}/</link><wp:post_id>{id}</wp:post_id><wp:post_date>2019-05-07 08:30:00</wp:post_date>
        <wp:post_date_gmt>2019-05-07 01:30:00</wp:post_date_gmt><wp:post_name>bai-{id}</wp:post_name><wp:status>{status}</wp:status><wp:post_type>{type}</wp:post_type>
        <content:encoded><![CDATA[{body}]]></content:encoded>{more}</item>
        """;

    public static async Task<string> WriteAsync(this PortalFixture portal, string ending, string text)
    {
        var path = portal.NewFile(ending);
        await File.WriteAllTextAsync(path, text, new UTF8Encoding(false));
        return path;
    }

    public static async Task<string> WriteAsync(this PortalFixture portal, string ending, byte[] bytes)
    {
        var path = portal.NewFile(ending);
        await File.WriteAllBytesAsync(path, bytes);
        return path;
    }

    public static Task<ImportReport> TakeInAsync(this TestSite site, string what, string path, string? map = null, string? files = null, bool isDryRun = false, string? oldSite = null) =>
        site.Portal.Services.GetServices<IFileImport>().Single(import => import.What == what).RunAsync(
            new FileImportOrder(path, site.Tenant, isDryRun) { Map = map, Files = files, OldSite = oldSite is null ? null : new Uri(oldSite) }, CancellationToken.None);
}
