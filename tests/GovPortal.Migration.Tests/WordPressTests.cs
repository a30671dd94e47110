using System.Net;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Testing;

[assembly: AssemblyFixture(typeof(SqlitePortal))]
[assembly: AssemblyFixture(typeof(PostgresPortal))]

namespace GovPortal.Migration.Tests;

/// <summary>What agencies published with WordPress, taken in. It is Monday, 2 March 2026.</summary>
public abstract class WordPressTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Words = "<p>Sở tổ chức hội nghị đường Đặng Thùy Trâm.</p>";

    [Fact]
    public async Task Posts_become_articles_and_old_addresses_lead_to_them()
    {
        var site = await WithRecipeAsync();
        var path = await Portal.WriteAsync(".xml", ForeignExports.Wxr(ForeignExports.WxrItem(11, "post", "Hội nghị cải cách hành chính", Words, more: "<category domain=\"category\" nicename=\"tin-tuc\"><![CDATA[Tin chỉ đạo]]></category><wp:comment/><wp:comment/>")));

        var report = await site.TakeInAsync("wordpress", path);

        Assert.Equal((1, 1, 0), (report.Records, report.Added, report.Refused));
        var page = (await site.VisitAsync("/tin-tuc/bai-11")).Insist(HttpStatusCode.OK);
        Assert.Equal("Hội nghị cải cách hành chính", page.Heading);
        Assert.Contains("Tin chỉ đạo", page.Words, StringComparison.Ordinal);
        Assert.Contains("07/05/2019", page.Words, StringComparison.Ordinal);
        Assert.Contains(report.Notes, note => note.StartsWith("2 comments", StringComparison.Ordinal));
        var old = (await site.VisitAsync("/2019/05/bai-11?utm=1")).Insist(HttpStatusCode.MovedPermanently);
        Assert.Equal($"{site.Root}/tin-tuc/bai-11?utm=1", old.Location);
        Assert.Contains(report.Redirects, one => one.From == "/2019/05/bai-11" && one.To == "/tin-tuc/bai-11");
        (await site.VisitAsync("/2019/05/khong-co")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pages_stand_in_their_tree_and_drafts_are_shown_to_nobody()
    {
        var site = await WithRecipeAsync();
        var path = await Portal.WriteAsync(".xml", ForeignExports.Wxr(
            ForeignExports.WxrItem(2, "page", "Phòng chuyên môn", "<p>Các phòng.</p>", more: "<wp:post_parent>1</wp:post_parent>"),
            ForeignExports.WxrItem(1, "page", "Bộ máy tổ chức", "<p>Bộ máy.</p>", more: "<wp:post_parent>0</wp:post_parent>"),
            ForeignExports.WxrItem(3, "post", "Bài chưa duyệt", Words, status: "draft"),
            ForeignExports.WxrItem(4, "nav_menu_item", "Trang chủ", ""),
            ForeignExports.WxrItem(5, "nav_menu_item", "Liên hệ", "")));

        var report = await site.TakeInAsync("wordpress", path);

        Assert.Equal(3, report.Added);
        Assert.Contains("Phòng chuyên môn", (await site.VisitAsync("/bai-1")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Contains("Bộ máy tổ chức", (await site.VisitAsync("/bai-2")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        (await site.VisitAsync("/tin-tuc/bai-3")).Insist(HttpStatusCode.NotFound);
        Assert.Contains("Bài chưa duyệt", (await (await site.SignInAsAsync(Role.SiteAdministrator)).GetAsync($"{site.Root}/quan-tri/noi-dung")).Text, StringComparison.Ordinal);
        Assert.Single(report.Notes, note => note.Contains("nav_menu_item", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Importing_again_changes_nothing_and_undoes_no_correction()
    {
        var site = await WithRecipeAsync();
        var path = await Portal.WriteAsync(".xml", ForeignExports.Wxr(ForeignExports.WxrItem(11, "post", "Hội nghị", Words)));
        await site.TakeInAsync("wordpress", path);
        var again = await site.TakeInAsync("wordpress", path);
        Assert.Equal((0, 0, 1), (again.Added, again.Changed, again.Unchanged));
        var id = (await site.LogAsync())[^1].ItemId;
        await site.CorrectAsync(id, (await site.NewestAsync<Article>(id)) with { Title = "Hội nghị (đã sửa)" });

        var changed = await Portal.WriteAsync(".xml", ForeignExports.Wxr(ForeignExports.WxrItem(11, "post", "Hội nghị lần hai", "<p>Nội dung mới của nguồn.</p>")));
        var third = await site.TakeInAsync("wordpress", changed);

        var page = await site.VisitAsync("/tin-tuc/bai-11");
        Assert.Equal("Hội nghị (đã sửa)", page.Heading);
        Assert.Contains("Nội dung mới của nguồn.", page.Words, StringComparison.Ordinal);
        Assert.Equal("title", Assert.Single(third.KeptFields).Field);
    }

    [Fact]
    public async Task Pictures_come_from_a_folder_once_and_what_is_missing_is_told()
    {
        var site = await WithRecipeAsync();
        var folder = Directory.CreateDirectory(Portal.NewFile("")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "2019"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "2019", "hop.png"), Samples.Png(640, 360));
        var path = await Portal.WriteAsync(".xml", ForeignExports.Wxr(ForeignExports.WxrItem(11, "post", "Hội nghị",
            "<p>Ảnh: <img src=\"https://so-cu.example.vn/wp-content/uploads/2019/hop.png\" alt=\"Phiên họp\"> và <img src=\"/wp-content/../../etc/passwd\" alt=\"\"></p>[gallery ids=\"1,2\"]")));

        var report = await site.TakeInAsync("wordpress", path, files: folder);

        var page = await site.VisitAsync("/tin-tuc/bai-11");
        Assert.Contains("/tep/", page.Html.QuerySelector("main img[alt='Phiên họp']")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Contains(report.Remarks, note => note.Remark.Contains("file not found", StringComparison.Ordinal));
        Assert.Contains(report.Remarks, note => note.Remark.Contains("gallery", StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
        Assert.Equal(1, (await site.TakeInAsync("wordpress", path, files: Portal.DataPath)).Unchanged);
    }

    [Fact]
    public async Task Files_inside_the_own_network_are_never_fetched()
    {
        var site = await WithRecipeAsync();
        var path = await Portal.WriteAsync(".xml", ForeignExports.Wxr(ForeignExports.WxrItem(11, "post", "Hội nghị", $"<p>Ảnh <img src=\"{Portal.Address}health/live\" alt=\"\"></p>")));

        var report = await site.TakeInAsync("wordpress", path);

        Assert.Contains(report.Remarks, note => note.Remark.Contains("has no public address", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_that_are_cut_short_or_made_to_do_harm_end_in_a_sentence()
    {
        var site = await WithRecipeAsync();
        var whole = ForeignExports.Wxr(ForeignExports.WxrItem(1, "post", "Một", Words), ForeignExports.WxrItem(2, "post", "Hai", Words));
        var cut = await site.TakeInAsync("wordpress", await Portal.WriteAsync(".xml", whole[..whole.IndexOf("bai-2/", StringComparison.Ordinal)]));
        var entities = await site.TakeInAsync("wordpress", await Portal.WriteAsync(".xml", whole.Replace("<rss", "<!DOCTYPE rss [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]><rss", StringComparison.Ordinal)));

        Assert.NotNull(cut.Stopped);
        Assert.NotNull(entities.Stopped);
        Assert.Equal(0, entities.Added);
    }

    [Fact]
    public async Task The_public_test_export_is_taken_in_whole()
    {
        Assert.SkipWhen(Repository.Data is null, Repository.NoData);
        var site = await WithRecipeAsync();
        var path = Repository.DataFile("importers/theme-unit-test.wxr.xml");

        var report = await site.TakeInAsync("wordpress", path, files: Portal.DataPath);

        Assert.Null(report.Stopped);
        Assert.Equal(report.Records, report.Added + report.Refused);
        Assert.InRange(report.Records, 77, 90);
        Assert.InRange(report.Refused, 0, 12);
        var again = await site.TakeInAsync("wordpress", path, files: Portal.DataPath);
        Assert.Equal((0, 0), (again.Added, again.Changed));
    }

    [Fact]
    public async Task A_command_takes_it_in_and_writes_the_old_addresses_down()
    {
        var site = await WithRecipeAsync();
        var path = await Portal.WriteAsync(".xml", ForeignExports.Wxr(ForeignExports.WxrItem(11, "post", "Hội nghị", Words)));
        var report = Portal.NewFile(".json");

        (await Portal.RunAsync("import", "wordpress", path)).Insist(2);
        var done = (await Portal.RunAsync("import", "wordpress", path, "--tenant", site.Name, "--report", report)).Insist(0);

        Assert.Contains("1 records: 1 taken in", done.Output, StringComparison.Ordinal);
        Assert.Contains("/2019/05/bai-11,/tin-tuc/bai-11", await File.ReadAllTextAsync(report + ".redirects.csv"), StringComparison.Ordinal);
    }
}

public sealed class WordPressOnSqliteTests(SqlitePortal portal) : WordPressTests(portal);

public sealed class WordPressOnPostgresTests(PostgresPortal portal) : WordPressTests(portal);
