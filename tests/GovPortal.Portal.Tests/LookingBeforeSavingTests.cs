using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>The banners of a site, and the look at a site before it is saved: what is not saved, nobody else sees.</summary>
public abstract class LookingBeforeSavingTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Home = "/quan-tri/trang-chu";
    private const string Menu = "/quan-tri/trinh-don";
    private const string Banners = "/quan-tri/bieu-ngu";

    // The smallest PNG there is.
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_banner_needs_words_and_is_shown_on_its_days_only()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);

        var silent = await SendBannerAsync(administrator, site, new() { ["Rows[0].Alt"] = "" });
        await SendBannerAsync(administrator, site, new() { ["Rows[0].Alt"] = "Tuần lễ chuyển đổi số", ["Rows[0].Url"] = "/tin-tuc", ["Rows[0].Picture"] = PictureIn(silent), ["Rows[0].From"] = "2026-03-02", ["Rows[0].Until"] = "2026-03-02" }, hasFile: false);
        var today = await site.VisitAsync("/");
        await SendBannerAsync(administrator, site, new() { ["Rows[0].Alt"] = "Tuần lễ chuyển đổi số", ["Rows[0].Picture"] = PictureIn(silent), ["Rows[0].From"] = "2026-03-03" }, hasFile: false);

        Assert.Contains("Biểu ngữ số 1: hãy viết nội dung của ảnh", silent.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        var shown = today.Html.QuerySelector(".gp-banners a")!;
        Assert.Equal($"{site.Root}/tin-tuc", shown.GetAttribute("href"));
        Assert.Equal("Tuần lễ chuyển đổi số", shown.QuerySelector("img")!.GetAttribute("alt"));
        Assert.Equal(HttpStatusCode.OK, (await Portal.NewVisitor().GetAsync(shown.QuerySelector("img")!.GetAttribute("src")!)).Status);
        Assert.Null((await site.VisitAsync("/")).Html.QuerySelector(".gp-banners"));
    }

    [Fact]
    public async Task What_is_no_picture_is_told_by_its_bytes_and_a_sixth_banner_finds_no_room()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var five = Enumerable.Range(0, 5).ToDictionary(n => $"Rows[{n}].Alt", n => $"Biểu ngữ thứ {n}");

        var script = await SendBannerAsync(administrator, site, new() { ["Rows[0].Alt"] = "Ảnh lạ" }, "<svg onload='x()'/>"u8.ToArray());
        var sixth = (await administrator.PostAsync($"{site.Root}{Banners}?handler=Arrange", five.Append(new("Move", "add")))).Insist(HttpStatusCode.OK);

        Assert.Contains("Không nhận tệp HTML, SVG", script.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Contains("tối đa 5 mục", sixth.Words, StringComparison.Ordinal);
        Assert.Equal(5, sixth.Html.QuerySelectorAll("[data-gp-row]").Length);
    }

    [Fact]
    public async Task A_preview_shows_what_is_not_saved_to_nobody_else_and_is_never_kept()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var form = await administrator.GetAsync(site.Root + Menu);
        var before = await site.VisitAsync("/");

        var preview = (await administrator.FillAsync(site.Root + Menu, new Dictionary<string, string> { ["Rows[0].Label"] = "Mục chưa lưu" }, to: $"{site.Root}{Menu}?handler=Preview")).Insist(HttpStatusCode.OK);
        var after = await site.VisitAsync("/");

        Assert.Contains("Mục chưa lưu", RowForm.Lines(preview));
        Assert.True(preview.Html.Body!.HasAttribute("inert"));
        Assert.Contains("frame-ancestors 'self'", preview.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("no-store", preview.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Contains("frame-src 'self'", form.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", after.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal(before.ETag, after.ETag);
        Assert.DoesNotContain("Mục chưa lưu", (await administrator.GetAsync(site.Root + "/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Tenant.Settings.Menu, entry => entry.Label == "Mục chưa lưu");
    }

    [Fact]
    public async Task Only_who_manages_the_site_arranges_it_or_looks_at_it_unsaved()
    {
        var (site, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var (publisher, stranger, nobody) = (await site.SignInAsAsync(Role.Publisher), await other.SignInAsAsync(Role.SiteAdministrator), Portal.NewVisitor());

        foreach (var path in new[] { Home, Menu, Banners, "/quan-tri/chuyen-muc", "/quan-tri/linh-vuc" })
        {
            foreach (var handler in new[] { "", "?handler=Preview", "?handler=Arrange", "?handler=Reset" })
            {
                Assert.Contains("khong-co-quyen", (await publisher.SendAsync(HttpMethod.Post, site.Root + path + handler)).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
                Assert.Contains("khong-co-quyen", (await stranger.SendAsync(HttpMethod.Post, site.Root + path + handler)).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
                Assert.Contains("/dang-nhap", (await nobody.SendAsync(HttpMethod.Post, site.Root + path + handler)).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Of_two_who_arrange_at_once_the_second_is_told_and_keeps_what_they_filled_in()
    {
        var site = await WithRecipeAsync();
        var (hoa, duc) = (await site.SignInAsAsync(Role.SiteAdministrator), await site.SignInAsAsync(Role.SiteAdministrator));
        var opened = await duc.GetAsync(site.Root + Menu);

        await RowForm.SaveAsync(hoa, site, Menu, new() { ["Rows[0].Label"] = "Của Hoa" });
        var late = (await duc.PostAsync(site.Root + Menu, RowForm.Fields(opened, new() { ["Rows[0].Label"] = "Của Đức" }))).Insist(HttpStatusCode.OK);

        Assert.Contains("Người khác vừa đổi phần này", late.Words, StringComparison.Ordinal);
        Assert.Contains("Của Đức", late.Text, StringComparison.Ordinal);
        Assert.Equal("Của Hoa", site.Tenant.Settings.Menu[0].Label);
    }

    private static async Task<Answer> SendBannerAsync(Visitor administrator, TestSite site, Dictionary<string, string> fields, byte[]? file = null, bool hasFile = true)
    {
        var page = await administrator.GetAsync(site.Root + Banners);
        using var form = new MultipartFormDataContent();
        foreach (var name in new[] { "Seen", "__RequestVerificationToken" })
        {
            form.Add(new StringContent(page.Html.QuerySelector($"#bo-cuc [name={name}]")!.GetAttribute("value")!), name);
        }

        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        if (hasFile)
        {
            form.Add(new ByteArrayContent(file ?? Dot), "Rows[0].Upload", "anh.png");
        }

        return await administrator.SendAsync(HttpMethod.Post, site.Root + Banners, content: form);
    }

    private static string PictureIn(Answer form) => form.Html.QuerySelector("[name='Rows[0].Picture']")!.GetAttribute("value")!;
}

public sealed class LookingBeforeSavingOnSqliteTests(SqlitePortal portal) : LookingBeforeSavingTests(portal);

public sealed class LookingBeforeSavingOnPostgresTests(PostgresPortal portal) : LookingBeforeSavingTests(portal);
