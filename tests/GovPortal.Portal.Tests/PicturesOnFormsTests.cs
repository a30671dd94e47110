using System.Net;
using GovPortal.Content;
using GovPortal.Core.Security;
using GovPortal.Documents;
using GovPortal.News;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Pictures as editors give them to what they write: chosen, kept, described, removed.</summary>
public abstract class PicturesOnFormsTests(PortalFixture portal) : PortalTest(portal)
{
    private const string New = "/quan-tri/tin-tuc/moi";

    [Fact]
    public async Task A_picture_without_words_is_kept_with_the_form_until_they_are_written()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);

        var refused = (await SendAsync(publisher, site.Root + New, Article("Bài có ảnh chưa tả"), "Publish", Samples.Jpeg(500, 300))).Insist(HttpStatusCode.OK);
        var kept = refused.Html.QuerySelector("[name=StoredPicture]")!.GetAttribute("value")!;
        var published = (await SendAsync(publisher, site.Root + New, new(Article("Bài có ảnh chưa tả")) { ["StoredPicture"] = kept, ["PictureAlt"] = "Cán bộ tiếp công dân" }, "Publish")).Insist(HttpStatusCode.Redirect);
        var shown = (await site.VisitAsync("/tin-tuc/bai-co-anh-chua-ta")).Insist(HttpStatusCode.OK).Html.QuerySelector(".gp-figure img")!;

        Assert.Contains("Ảnh minh họa (chan-dung.jpg) chưa có mô tả", refused.Words, StringComparison.Ordinal);
        Assert.NotNull(refused.Html.QuerySelector(".gp-picture-field__face:not([hidden])"));
        Assert.Contains(kept, shown.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal("Cán bộ tiếp công dân", shown.GetAttribute("alt"));
        Assert.Contains("/quan-tri/tin-tuc/", published.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_without_words_goes_no_further_from_the_page_of_its_item_either()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var id = await site.DraftAsync(new Article { Title = "Bài từ nơi khác", Body = $"<p>Chữ.</p><p><img src=\"{site.Root}/tep/0123456789abcdef/le-hoi.jpg\"></p>" });

        var refused = (await publisher.FillAsync($"{site.Root}/quan-tri/muc/{id}", new Dictionary<string, string>(), "button[data-act=publish]")).Insist(HttpStatusCode.OK);

        Assert.Contains("le-hoi.jpg", refused.Html.QuerySelector(".gp-errors")!.TextContent, StringComparison.Ordinal);
        (await site.VisitAsync("/tin-tuc/bai-tu-noi-khac")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_draft_is_saved_with_pictures_that_have_no_words_and_goes_no_further()
    {
        var site = await WithRecipeAsync();
        var (author, publisher) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Publisher));
        var text = $"<p>Chữ.</p><p><img src=\"{site.Root}/tep/0123456789abcdef/le-hoi.jpg\"> <img src=\"{site.Root}/tep/0123456789abcdef/ruoc-kieu.jpg\" alt=\" \"></p>";

        var form = (await SendAsync(author, site.Root + New, Article("Bài nháp có ảnh", text), "", Samples.Jpeg(500, 301))).Insist(HttpStatusCode.Redirect).Location!;
        var submitted = (await SendAsync(author, form, Article("Bài nháp có ảnh", text), "Submit")).Insist(HttpStatusCode.OK);
        var page = (await SendAsync(publisher, $"{site.Root}/quan-tri/trang-tinh/moi", new() { ["Title"] = "Trang có ảnh", ["Body"] = "<p>Chữ.</p>", ["BodyEn"] = text }, "Publish")).Insist(HttpStatusCode.OK);
        var document = (await SendAsync(publisher, $"{site.Root}/quan-tri/van-ban/moi", new() { ["Type"] = "Quyết định", ["Number"] = "1/QĐ", ["Abstract"] = "Về ảnh", ["Issuer"] = "Xã", ["Body"] = text }, "Publish")).Insist(HttpStatusCode.OK);

        foreach (var answer in new[] { submitted, page, document })
        {
            Assert.Contains("chưa có mô tả: le-hoi.jpg, ruoc-kieu.jpg.", answer.Html.QuerySelector(".gp-errors")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("Ảnh minh họa (chan-dung.jpg)", submitted.Words, StringComparison.Ordinal);
        Assert.Null((await author.GetAsync(form)).Html.QuerySelector("[data-gp-pick-remark]")!.GetAttribute("hidden"));
    }

    [Fact]
    public async Task What_readers_have_already_may_be_corrected_and_what_is_new_in_it_must_speak()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        const string Old = "<p>Chữ.</p><p><img src=\"/tep/0123456789abcdef/anh-cu.jpg\"></p>";
        var id = await site.PublishAsync(new Article { Title = "Bài nhập về có ảnh cũ", Body = Old, Picture = "/tep/0123456789abcdef/dai-dien.jpg" });
        var form = $"{site.Root}/quan-tri/tin-tuc/{id}";

        var newer = (await SendAsync(publisher, form, Article("Bài nhập về có ảnh cũ", Old + "<p><img src=\"/tep/0123456789abcdef/anh-moi.jpg\"></p>"), "Publish")).Insist(HttpStatusCode.OK);
        (await SendAsync(publisher, form, Article("Bài nhập về đã sửa chữ", Old), "Publish")).Insist(HttpStatusCode.Redirect);

        Assert.Contains("chưa có mô tả: anh-moi.jpg.", newer.Html.QuerySelector(".gp-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bài nhập về đã sửa chữ", (await site.VisitAsync($"/tin-tuc/{(await site.ItemAsync(id)).Slug}")).Heading);
    }

    [Fact]
    public async Task The_picture_of_an_article_comes_from_the_library_too_and_can_be_removed()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var path = (await publisher.UploadAsync(site, "Trụ sở.jpg", Samples.Jpeg(420, 300))).Insist(HttpStatusCode.Created).Json.GetProperty("path").GetString()!;

        var page = (await publisher.GetAsync(site.Root + New)).Html;
        var form = (await SendAsync(publisher, site.Root + New, new(Article("Bài lấy ảnh thư viện")) { ["StoredPicture"] = path, ["PictureAlt"] = "Trụ sở" }, "Publish")).Insist(HttpStatusCode.Redirect).Location!;
        var chosen = (await site.VisitAsync("/tin-tuc/bai-lay-anh-thu-vien")).Html.QuerySelector(".gp-figure img");
        (await publisher.FillAsync(form, new Dictionary<string, string> { ["RemovesPicture"] = "true" }, "button[formaction='?handler=Publish']")).Insist(HttpStatusCode.Redirect);

        Assert.Equal($"{site.Root}/quan-tri/thu-vien/chon", page.QuerySelector("[data-gp-pick=picture]")!.GetAttribute("data-gp-library"));
        Assert.Contains(path, chosen!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Null((await site.VisitAsync("/tin-tuc/bai-lay-anh-thu-vien")).Html.QuerySelector(".gp-figure"));
        Assert.Null((await site.NewestAsync<Article>(long.Parse(form.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture))).PictureAlt);
    }

    [Fact]
    public async Task What_was_chosen_and_not_saved_is_taken_up_with_the_rest()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var form = (await SendAsync(author, site.Root + New, new(Article("Bài giữ ảnh")) { ["StoredPicture"] = "/tep/0123456789abcdef/mot.jpg", ["PictureAlt"] = "Một" }, "")).Insist(HttpStatusCode.Redirect).Location!;

        var again = (await author.GetAsync(form)).Html.QuerySelector("[name=StoredPicture]")!;

        Assert.Equal("/tep/0123456789abcdef/mot.jpg", again.GetAttribute("value"));
        Assert.NotEqual("hidden", again.GetAttribute("type"));
    }

    [Theory]
    [InlineData("/quan-tri/van-ban/moi", "template", "file")]
    [InlineData("/quan-tri/bieu-ngu", "li", "picture")]
    public async Task Files_of_documents_and_banners_come_from_the_library_too(string path, string inside, string kind)
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);

        var page = kind == "file" ? (await administrator.GetAsync(site.Root + path)).Insist(HttpStatusCode.OK)
            : (await administrator.FillAsync(site.Root + path, new Dictionary<string, string> { ["Move"] = "add" }, "#bo-cuc [name=Move][value=add]")).Insist(HttpStatusCode.OK);

        Assert.Contains($"data-gp-pick=\"{kind}\"", page.Html.QuerySelector($"form {inside}:has([data-gp-pick]), form {inside}")!.OuterHtml + page.Text, StringComparison.Ordinal);
        Assert.Contains("Admin/pick.js", page.Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Article(string title, string body = "<p>Nội dung của bài.</p>") => new() { ["Title"] = title, ["Body"] = body };

    /// <param name="handler">What the pressed button does; empty saves a draft.</param>
    private static async Task<Answer> SendAsync(Visitor visitor, string form, Dictionary<string, string> fields, string handler, byte[]? picture = null)
    {
        var page = (await visitor.GetAsync(form)).Insist(HttpStatusCode.OK).Html;
        using var content = picture is null ? new MultipartFormDataContent() : Samples.Parts(("Picture", "Chân dung.jpg", picture));
        foreach (var name in new[] { "__RequestVerificationToken", "Key", "Revision" })
        {
            content.Add(new StringContent(page.QuerySelector($"form[data-gp-writing] [name={name}]")!.GetAttribute("value") ?? ""), name);
        }

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        return await visitor.SendAsync(HttpMethod.Post, form + (handler.Length > 0 ? $"?handler={handler}" : ""), content: content);
    }
}

public sealed class PicturesOnFormsOnSqliteTests(SqlitePortal portal) : PicturesOnFormsTests(portal);

public sealed class PicturesOnFormsOnPostgresTests(PostgresPortal portal) : PicturesOnFormsTests(portal);
