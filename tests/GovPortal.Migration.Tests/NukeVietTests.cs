using System.Net;
using GovPortal.Testing;

namespace GovPortal.Migration.Tests;

/// <summary>News out of dumps of a NukeViet database.</summary>
public sealed class NukeVietTests(SqlitePortal portal) : PortalTest(portal)
{
    private const string Sql = """
        -- phpMyAdmin SQL Dump
        /*!40101 SET NAMES utf8mb4 */;
        CREATE TABLE `nv4_vi_news_cat` (
          `catid` smallint(5) UNSIGNED NOT NULL,
          `title` varchar(250) NOT NULL,
          `alias` varchar(250) NOT NULL DEFAULT '',
          PRIMARY KEY (`catid`)
        ) ENGINE=MyISAM; # bảng chuyên mục
        INSERT INTO `nv4_vi_news_cat` VALUES (3, 'Tin hoạt động', 'tin-hoat-dong');
        INSERT INTO `nv4_users` (`userid`, `password`) VALUES (1, 'a;b(c\'d');
        INSERT INTO `nv4_vi_news_rows` (`id`, `catid`, `sourceid`, `status`, `publtime`, `exptime`, `title`, `alias`, `hometext`, `homeimgfile`, `homeimgalt`) VALUES
        (12, 3, 0, 1, 1557192600, 0, 'Giao ban: \"quý II\"', 'Giao-ban-quy-II', 'Tóm tắt tin.', '', ''),
        (13, 3, 0, 0, 1557192600, 0, 'Tin ẩn', 'Tin-an', 'Ẩn.', NULL, ''),
        (14, 3, 0, 1, 1557192600, 0, 'Chỉ có lời dẫn', 'Chi-co-loi-dan', 'Lời dẫn là tất cả.', '', '');
        INSERT INTO `nv4_vi_news_detail` (`id`, `bodyhtml`, `sourcetext`) VALUES (12, '<p>Ông O''Brien nói: \'tốt\';\r\nxong.</p>', 'Báo Bắc Ninh'), (13, '<p>Ẩn.</p>', '');
        INSERT INTO `nv4_en_news_rows` (`id`, `title`, `hometext`) VALUES (1, 'English', 'x');
        INSERT INTO `nv4_vi_shops_rows` (`id`, `title`) VALUES (1, 'Hàng');
        """;

    [Fact]
    public async Task A_dump_is_read_without_running_it()
    {
        var site = await WithRecipeAsync();
        var path = await Portal.WriteAsync(".sql", Sql);

        var report = await site.TakeInAsync("nukeviet", path);

        Assert.Equal((3, 3, 0), (report.Records, report.Added, report.Refused));
        var page = (await site.VisitAsync("/tin-tuc/giao-ban-quy-ii")).Insist(HttpStatusCode.OK);
        Assert.Equal("Giao ban: \"quý II\"", page.Heading);
        Assert.Contains("Ông O'Brien nói: 'tốt';", page.Words, StringComparison.Ordinal);
        Assert.Contains("Báo Bắc Ninh", page.Words, StringComparison.Ordinal);
        Assert.Contains("Tin hoạt động", page.Words, StringComparison.Ordinal);
        Assert.Contains("07/05/2019", page.Words, StringComparison.Ordinal);
        Assert.Equal($"{site.Root}/tin-tuc/giao-ban-quy-ii", (await site.VisitAsync("/news/tin-hoat-dong/Giao-ban-quy-II-12.html")).Insist(HttpStatusCode.MovedPermanently).Location);
        (await site.VisitAsync("/tin-tuc/tin-an")).Insist(HttpStatusCode.NotFound);
        (await site.VisitAsync("/tin-tuc/chi-co-loi-dan")).Insist(HttpStatusCode.OK);
        Assert.Contains(report.Notes, note => note.Contains("nv4_en_news_rows", StringComparison.Ordinal));
        Assert.Contains(report.Notes, note => note.Contains("nv4_vi_shops_rows", StringComparison.Ordinal));
        Assert.Equal(3, (await site.TakeInAsync("nukeviet", path)).Unchanged);
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><pma_xml_export version=\"1.0\"><database name=\"x\"><table name=\"nv4_vi_news_rows\"><column name=\"id\">5</column><column name=\"title\">Tin XML</column><column name=\"alias\">tin-xml</column><column name=\"hometext\">Chữ.</column><column name=\"status\">1</column></table></database></pma_xml_export>")]
    [InlineData("<?xml version=\"1.0\"?><mysqldump><database name=\"x\"><table_data name=\"nv4_vi_news_rows\"><row><field name=\"id\">5</field><field name=\"title\">Tin XML</field><field name=\"alias\">tin-xml</field><field name=\"hometext\">Chữ.</field><field name=\"status\">1</field></row></table_data></database></mysqldump>")]
    public async Task Both_forms_of_XML_are_read(string xml)
    {
        var site = await WithRecipeAsync();

        var report = await site.TakeInAsync("nukeviet", await Portal.WriteAsync(".xml", xml));

        Assert.Equal(1, report.Added);
        (await site.VisitAsync("/tin-tuc/tin-xml")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_dump_without_news_or_cut_within_a_text_ends_in_a_sentence()
    {
        var site = await WithRecipeAsync();

        Assert.True((await site.TakeInAsync("nukeviet", await Portal.WriteAsync(".sql", "-- MySQL dump 10.13\nINSERT INTO `wp_posts` VALUES (1);\n"))).IsWrongFile);
        Assert.NotNull((await site.TakeInAsync("nukeviet", await Portal.WriteAsync(".sql", Sql[..Sql.IndexOf("Lời dẫn là", StringComparison.Ordinal)]))).Stopped);
    }
}
