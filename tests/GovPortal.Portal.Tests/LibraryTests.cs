using System.Net;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Sites;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>The library as editors use it.</summary>
public abstract class LibraryTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task Many_files_go_up_at_once_without_scripts_and_each_refusal_is_told()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);

        var page = (await SendFormAsync(editor, site, ("Lễ hội Lim.jpg", Samples.Jpeg(500, 300)), ("Mẫu đơn.docx", Samples.Word("Đơn")), ("hinh.svg", "<svg/>"u8.ToArray()), ("trong.pdf", []))).Insist(HttpStatusCode.OK);
        var library = (await editor.GetAsync($"{site.Root}/quan-tri/thu-vien")).Insist(HttpStatusCode.OK);

        Assert.Equal(2, page.Html.QuerySelectorAll(".gp-errors li").Length);
        Assert.Contains("hinh.svg", page.Html.QuerySelector(".gp-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("trong.pdf", page.Html.QuerySelector(".gp-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Mẫu đơn", "Lễ hội Lim"], library.Html.QuerySelectorAll(".gp-file__name").Select(e => e.TextContent));
        Assert.Contains("Thiếu mô tả", library.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_found_without_diacritics_by_all_that_is_said_of_it()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var id = await UploadAsync(editor, site, "IMG_2031.jpg", Samples.Jpeg(400, 300));
        await UploadAsync(editor, site, "Khác.jpg", Samples.Jpeg(300, 400));

        (await editor.FillAsync($"{site.Root}/quan-tri/thu-vien/{id}", new Dictionary<string, string> { ["Title"] = "Khai hội Đền Đô", ["Alt"] = "Đoàn rước kiệu", ["Caption"] = "Sáng mười lăm tháng ba", ["Credit"] = "Ảnh: Nguyễn Ánh", ["Folder"] = "Lễ hội 2026" })).Insist(HttpStatusCode.Redirect);

        foreach (var words in new[] { "den do", "RƯỚC KIỆU", "muoi lam", "nguyen anh", "le hoi 2026", "img-2031" })
        {
            var found = (await editor.GetAsync($"{site.Root}/quan-tri/thu-vien?q={Uri.EscapeDataString(words)}")).Insist(HttpStatusCode.OK);
            Assert.Equal("Khai hội Đền Đô", Assert.Single(found.Html.QuerySelectorAll(".gp-file__name")).TextContent);
        }

        Assert.Contains(await Options(editor, site), folder => folder == "Lễ hội 2026");
        Assert.Single((await editor.GetAsync($"{site.Root}/quan-tri/thu-vien?thu-muc={Uri.EscapeDataString("Lễ hội 2026")}")).Html.QuerySelectorAll(".gp-file"));
        Assert.Empty((await editor.GetAsync($"{site.Root}/quan-tri/thu-vien?loai=file")).Html.QuerySelectorAll(".gp-file"));
    }

    [Fact]
    public async Task A_focal_point_outside_the_picture_is_refused_and_nothing_typed_is_lost()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var id = await UploadAsync(editor, site, "anh.jpg", Samples.Jpeg(400, 300));

        var page = (await editor.FillAsync($"{site.Root}/quan-tri/thu-vien/{id}", new Dictionary<string, string> { ["Caption"] = "Chú thích vừa viết", ["FocusX"] = "140" })).Insist(HttpStatusCode.OK);

        Assert.Contains("Hãy nhập số từ 0 đến 100.", page.Words, StringComparison.Ordinal);
        Assert.Contains("Chú thích vừa viết", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_describe_a_file_at_once_the_second_sees_what_the_first_wrote()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var page = $"{site.Root}/quan-tri/thu-vien/{await UploadAsync(editor, site, "anh.jpg", Samples.Jpeg(400, 302))}";
        var seen = (await editor.GetAsync(page)).Html.QuerySelector("[name=Seen]")!.GetAttribute("value")!;
        (await editor.FillAsync(page, new Dictionary<string, string> { ["Alt"] = "Cổng làng Đình Bảng" })).Insist(HttpStatusCode.Redirect);

        var late = (await editor.FillAsync(page, new Dictionary<string, string> { ["Alt"] = "", ["Caption"] = "Viết ở thẻ thứ hai", ["Seen"] = seen })).Insist(HttpStatusCode.OK);
        var kept = await editor.GetAsync(page);
        var again = late.Html.QuerySelector("[name=Seen]")!.GetAttribute("value")!;
        (await editor.FillAsync(page, new Dictionary<string, string> { ["Alt"] = "", ["Caption"] = "Viết ở thẻ thứ hai", ["Seen"] = again })).Insist(HttpStatusCode.Redirect);

        Assert.Contains("Mô tả ảnh “Cổng làng Đình Bảng”", late.Html.QuerySelector(".gp-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Viết ở thẻ thứ hai", late.Text, StringComparison.Ordinal);
        Assert.Equal("Cổng làng Đình Bảng", kept.Html.QuerySelector("[name=Alt]")!.GetAttribute("value"));
        Assert.Contains("Viết ở thẻ thứ hai", (await editor.GetAsync(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_says_that_a_banner_shows_it_and_leads_there()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var taken = (await editor.UploadAsync(site, "Biểu ngữ.jpg", Samples.Jpeg(600, 200))).Insist(HttpStatusCode.Created).Json;
        await Portal.Services.GetRequiredService<SiteStructureOf>()(site.Tenant).ChangeAsync("site.banners", settings => settings.HomeBanners, seen: null,
            present => present with { HomeBanners = [new HomeBanner(taken.GetProperty("path").GetString()!, "Tuần lễ")] }, null, CancellationToken.None);

        var page = (await editor.GetAsync($"{site.Root}/quan-tri/thu-vien/{taken.GetProperty("id").GetInt64()}")).Insist(HttpStatusCode.OK);

        Assert.Equal($"{site.Root}/quan-tri/bieu-ngu", page.Html.QuerySelector(".gp-story a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_deleted_file_is_off_its_address_and_comes_back_within_thirty_days()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var taken = (await editor.UploadAsync(site, "Nhầm.jpg", Samples.Jpeg(410, 300))).Insist(HttpStatusCode.Created).Json;
        var (page, url) = ($"{site.Root}/quan-tri/thu-vien/{taken.GetProperty("id").GetInt64()}", taken.GetProperty("url").GetString()!);

        (await editor.FillAsync(page, new Dictionary<string, string>(), "form[action*=Delete] button")).Insist(HttpStatusCode.Redirect);
        (await editor.GetAsync(url)).Insist(HttpStatusCode.NotFound);
        Assert.Empty((await editor.GetAsync($"{site.Root}/quan-tri/thu-vien")).Html.QuerySelectorAll(".gp-file"));
        Assert.Single((await editor.GetAsync($"{site.Root}/quan-tri/thu-vien?xem=da-xoa")).Html.QuerySelectorAll(".gp-file"));

        (await editor.FillAsync(page, new Dictionary<string, string>(), "form[action*=Restore] button")).Insist(HttpStatusCode.Redirect);
        (await editor.GetAsync(url)).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_chooser_answers_what_the_editor_was_promised()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var id = await UploadAsync(editor, site, "Cổng làng.jpg", Samples.Jpeg(800, 450));
        await UploadAsync(editor, site, "Kế hoạch.pdf", Samples.Pdf("Ke hoach"));

        var pictures = (await editor.GetAsync($"{site.Root}/quan-tri/thu-vien/chon?q=cong+lang&loai=picture&trang=1")).Insist(HttpStatusCode.OK).Json;
        var files = (await editor.GetAsync($"{site.Root}/quan-tri/thu-vien/chon?loai=file")).Insist(HttpStatusCode.OK).Json;

        var picture = Assert.Single(pictures.GetProperty("items").EnumerateArray());
        Assert.Equal((1, 1), (pictures.GetProperty("total").GetInt32(), pictures.GetProperty("page").GetInt32()));
        Assert.Equal((id, "Cổng làng", 800, 450, "picture"), (picture.GetProperty("id").GetInt64(), picture.GetProperty("name").GetString(), picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32(), picture.GetProperty("kind").GetString()));
        Assert.True(picture.TryGetProperty("alt", out _) && picture.TryGetProperty("caption", out _));
        (await editor.GetAsync(picture.GetProperty("url").GetString()!)).Insist(HttpStatusCode.OK);
        Assert.Equal("image/webp", (await editor.GetAsync(picture.GetProperty("thumbnail").GetString()!)).Insist(HttpStatusCode.OK).MediaType);
        Assert.Equal("file", Assert.Single(files.GetProperty("items").EnumerateArray()).GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("Có chữ.docx", "Kính gửi Ủy ban nhân dân", "Có chữ, máy đọc được")]
    [InlineData("Có chữ.pdf", "Kinh gui", "Có chữ, máy đọc được")]
    [InlineData("Bản quét.pdf", null, "Không có chữ máy đọc được")]
    public async Task The_page_of_a_document_says_whether_machines_can_read_it(string name, string? words, string said)
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var id = await UploadAsync(editor, site, name, name.EndsWith(".docx", StringComparison.Ordinal) ? Samples.Word(words!) : Samples.Pdf(words));

        await Eventually.BecomesTrueAsync($"{name} is read", async () => (await editor.GetAsync($"{site.Root}/quan-tri/thu-vien/{id}")).Words.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_auditor_does_not_see_the_library()
    {
        var site = await WithRecipeAsync();
        var auditor = await site.SignInAsAsync(Role.Auditor);

        foreach (var path in new[] { "", "/chon", "/tai-len", "/1" })
        {
            Assert.Contains("khong-co-quyen", (await auditor.GetAsync($"{site.Root}/quan-tri/thu-vien{path}")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
        }
    }

    private static async Task<IEnumerable<string?>> Options(Visitor editor, TestSite site) =>
        (await editor.GetAsync($"{site.Root}/quan-tri/thu-vien")).Html.QuerySelectorAll("#gp-folders option").Select(o => o.GetAttribute("value"));

    private static async Task<long> UploadAsync(Visitor editor, TestSite site, string name, byte[] bytes) =>
        (await editor.UploadAsync(site, name, bytes)).Insist(HttpStatusCode.Created).Json.GetProperty("id").GetInt64();

    private static async Task<Answer> SendFormAsync(Visitor editor, TestSite site, params (string Name, byte[] Bytes)[] files)
    {
        var path = $"{site.Root}/quan-tri/thu-vien";
        var token = (await editor.GetAsync(path)).Html.QuerySelector(".gp-drop input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = Samples.Parts([.. files.Select(f => ("Uploads", f.Name, f.Bytes))]);
        content.Add(new StringContent(token), "__RequestVerificationToken");
        return await editor.SendAsync(HttpMethod.Post, path, content: content);
    }
}

public sealed class LibraryOnSqliteTests(SqlitePortal portal) : LibraryTests(portal);

public sealed class LibraryOnPostgresTests(PostgresPortal portal) : LibraryTests(portal);
