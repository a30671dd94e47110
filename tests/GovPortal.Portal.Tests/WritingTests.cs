using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What keeps the words of those who write: what they type is kept, people know of each other, no text covers another.</summary>
public abstract class WritingTests(PortalFixture portal) : PortalTest(portal)
{
    private const string New = "/quan-tri/tin-tuc/moi";

    [Fact]
    public async Task What_was_typed_and_not_saved_is_offered_and_taken_up()
    {
        var site = await WithRecipeAsync();
        var (author, other) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Author));

        var answer = await BeatAsync(author, site, New, new() { ["Title"] = "Bài viết dở", ["Body"] = "<p>Mới được một nửa.</p>" });
        var form = (await author.GetAsync(site.Root + New)).Insist(HttpStatusCode.OK);
        var takenUp = (await author.GetAsync(form.Html.QuerySelector("[data-gp-offered] a")!.GetAttribute("href")!)).Insist(HttpStatusCode.OK);

        Assert.Matches("^[0-9]{2}:[0-9]{2}$", answer.Json.GetProperty("savedAt").GetString());
        Assert.Equal("Bài viết dở", takenUp.Html.QuerySelector("[name=Title]")!.GetAttribute("value"));
        Assert.Contains("Mới được một nửa.", takenUp.Html.QuerySelector("[name=Body]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await other.GetAsync(site.Root + New)).Html.QuerySelector("[data-gp-offered]"));
    }

    [Fact]
    public async Task A_proper_save_lets_go_of_what_was_kept()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var form = (await author.FillAsync(site.Root + New, Form("Bài có lưu tạm", "Bản đầu."))).Location!;

        await BeatAsync(author, site, form, new() { ["Title"] = "Bài có lưu tạm", ["Body"] = "Bản hai" });
        Assert.NotNull((await author.GetAsync(form)).Html.QuerySelector("[data-gp-offered]"));
        (await author.FillAsync(form, Form("Bài có lưu tạm", "Bản hai."))).Insist(HttpStatusCode.Redirect);

        Assert.Null((await author.GetAsync(form)).Html.QuerySelector("[data-gp-offered]"));
    }

    [Fact]
    public async Task What_was_kept_can_be_thrown_away()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);

        await BeatAsync(author, site, New, new() { ["Title"] = "Bài bỏ đi" });
        (await author.FillAsync(site.Root + New, new Dictionary<string, string>(), "[data-gp-offered] button")).Insist(HttpStatusCode.Redirect);
        Assert.Null((await author.GetAsync(site.Root + New)).Html.QuerySelector("[data-gp-offered]"));
    }

    [Fact]
    public async Task A_form_sent_twice_is_saved_once()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var key = (await author.GetAsync(site.Root + New)).Html.QuerySelector("[name=Key]")!.GetAttribute("value")!;
        var form = new Dictionary<string, string>(Form("Bấm lưu hai lần", "Chỉ một bài.")) { ["Key"] = key };

        var answers = await Task.WhenAll(author.FillAsync(site.Root + New, form), author.FillAsync(site.Root + New, form));
        var later = await author.FillAsync(site.Root + New, form);

        Assert.Single(answers.Append(later).Select(a => a.Insist(HttpStatusCode.Redirect).Location).Distinct());
        Assert.Single((await author.GetAsync($"{site.Root}/quan-tri/noi-dung?q={Uri.EscapeDataString("Bấm lưu hai lần")}")).Html.QuerySelectorAll("a.gp-rows__title"));
    }

    [Fact]
    public async Task An_old_form_of_a_new_item_sent_again_with_other_words_loses_none_of_them()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var key = (await author.GetAsync(site.Root + New)).Html.QuerySelector("[name=Key]")!.GetAttribute("value")!;

        var saved = (await author.FillAsync(site.Root + New, new Dictionary<string, string>(Form("Quay lại trang trước", "Bản đầu.")) { ["Key"] = key })).Location!;
        var again = (await author.FillAsync(site.Root + New, new Dictionary<string, string>(Form("Quay lại trang trước", "Bản viết thêm.")) { ["Key"] = key })).Insist(HttpStatusCode.Redirect);
        var offered = (await author.GetAsync(again.Location!)).Html.QuerySelector("[data-gp-offered] a")!.GetAttribute("href")!;

        Assert.Equal(saved, again.Location);
        Assert.Contains("Bản viết thêm.", (await author.GetAsync(offered)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opens_an_item_that_somebody_edits_is_told_and_may_take_over()
    {
        var site = await WithRecipeAsync();
        var (anh, duc) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Author));
        var form = (await anh.FillAsync(site.Root + New, Form("Bài một người giữ", "Bản đầu."))).Location!;
        await anh.GetAsync(form);

        var met = (await duc.GetAsync(form)).Insist(HttpStatusCode.OK);
        Assert.Contains("Nguyễn Thị Ánh đang sửa từ", met.Html.QuerySelector("[data-gp-other]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await BeatAsync(anh, site, form, null)).Json.GetProperty("other").ValueKind);
        await LeaveAsync(duc, site, form);
        Assert.NotNull((await duc.GetAsync(form)).Html.QuerySelector("[data-gp-other]"));

        (await duc.FillAsync(form, new Dictionary<string, string>(), "[data-gp-other] button")).Insist(HttpStatusCode.Redirect);
        Assert.Null((await duc.GetAsync(form)).Html.QuerySelector("[data-gp-other]"));
        var told = await BeatAsync(anh, site, form, new() { ["Title"] = "Bài một người giữ", ["Body"] = "Phần của Ánh" });
        Assert.Equal("Nguyễn Thị Ánh", told.Json.GetProperty("other").GetProperty("name").GetString());
        Assert.NotNull((await anh.GetAsync(form)).Html.QuerySelector("[data-gp-offered]"));

        await LeaveAsync(duc, site, form);
        Assert.Null((await anh.GetAsync(form)).Html.QuerySelector("[data-gp-other]"));
    }

    [Fact]
    public async Task Who_is_not_seen_for_two_minutes_holds_nothing_and_what_nobody_comes_back_to_is_gone_after_thirty_days()
    {
        await using var own = new SqlitePortal();
        await own.StartAsync();
        var site = await own.WithRecipeAsync("commune");
        var (anh, duc) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Author));
        var form = (await anh.FillAsync(site.Root + New, Form("Bài bị bỏ quên", "Bản đầu."))).Location!;
        await BeatAsync(anh, site, New, new() { ["Title"] = "Bài để quên" });
        await anh.GetAsync(form);
        Assert.NotNull((await duc.GetAsync(form)).Html.QuerySelector("[data-gp-other]"));

        own.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Null((await duc.GetAsync(form)).Html.QuerySelector("[data-gp-other]"));
        Assert.NotNull((await anh.GetAsync(site.Root + New)).Html.QuerySelector("[data-gp-offered]"));

        own.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Null((await (await site.SignInAsAsync(Role.Author)).GetAsync(site.Root + New)).Html.QuerySelector("[data-gp-offered]"));
    }

    [Fact]
    public async Task Two_who_saved_one_item_see_both_texts_and_no_version_is_lost()
    {
        var site = await WithRecipeAsync();
        var (hoa, duc) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Author));
        var form = (await hoa.FillAsync(site.Root + New, Form("Bài hai người sửa", "Họp lúc 8 giờ."))).Location!;
        var seen = (await duc.GetAsync(form)).Html.QuerySelector("input[name=Revision]")!.GetAttribute("value")!;
        (await hoa.FillAsync(form, Form("Bài hai người sửa", "Họp lúc 9 giờ."))).Insist(HttpStatusCode.Redirect);

        var mine = new Dictionary<string, string>(Form("Bài hai người sửa", "Họp lúc 10 giờ.")) { ["Revision"] = seen };
        var met = (await duc.FillAsync(form, mine)).Insist(HttpStatusCode.OK);
        var both = met.Html.QuerySelectorAll(".gp-collision__both > div").Select(d => d.TextContent).ToArray();
        Assert.Contains("9", both[0], StringComparison.Ordinal);
        Assert.Contains("10", both[1], StringComparison.Ordinal);
        Assert.NotNull((await duc.GetAsync(form)).Html.QuerySelector("[data-gp-offered]"));

        var over = met.Html.QuerySelector("button[name=Over]")!.GetAttribute("value")!;
        (await duc.FillAsync(form, new Dictionary<string, string>(mine) { ["Over"] = over }, ".gp-savebar button[type=submit]", to: form)).Insist(HttpStatusCode.Redirect);
        var newest = await duc.GetAsync(form);
        Assert.Contains("10 giờ", newest.Html.QuerySelector("[name=Body]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("9", (await duc.GetAsync($"{form.Replace("tin-tuc", "muc", StringComparison.Ordinal)}/so-sanh/2/3")).Insist(HttpStatusCode.OK).Html.QuerySelector(".gp-compare__text del")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_pasted_comes_back_clean_and_says_how_many_pictures_are_missing()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);

        var answer = await AskAsync(author, site, "lam-sach", new { html = "<p class=MsoNormal>Chữ<o:p></o:p></p><img src='file:///C:/a.jpg'><script>x()</script>" });

        Assert.Equal("<p>Chữ</p><span class=\"gp-missing-picture\"></span>", answer.Json.GetProperty("html").GetString());
        Assert.Equal(1, answer.Json.GetProperty("picturesLeftOut").GetInt32());
        Assert.Equal("Ảnh không đưa vào được: file:///C:/a.jpg (sau chữ “Chữ”)", Assert.Single(answer.Json.GetProperty("leftOut").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("A &amp; B &lt;a@b.vn&gt;", "<p>A &amp; B &lt;a@b.vn&gt;</p>")]
    [InlineData("Liên hệ: <a.nguyen@example.vn>, nếu x<y và y>z.", "<p>Liên hệ: &lt;a.nguyen@example.vn&gt;, nếu x&lt;y và y&gt;z.</p>")]
    [InlineData("<p>giá List<String> và <b.x@y.vn></p>", "<p>giá List&lt;String&gt; và &lt;b.x@y.vn&gt;</p>")]
    public async Task Words_that_look_like_markup_stay_when_they_are_pasted(string html, string clean)
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);

        Assert.Equal(clean, (await AskAsync(author, site, "lam-sach", new { html })).Json.GetProperty("html").GetString());
    }

    [Fact]
    public async Task What_nests_too_deep_comes_back_as_its_words_with_a_sentence_and_is_not_checked()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        var deep = string.Concat(Enumerable.Repeat("<div>", 10_000)) + "Chữ";

        var answer = await AskAsync(author, site, "lam-sach", new { html = deep });
        Assert.Equal("<p>Chữ</p>", answer.Json.GetProperty("html").GetString());
        Assert.Contains("128", Assert.Single(answer.Json.GetProperty("leftOut").EnumerateArray()).GetString(), StringComparison.Ordinal);
        (await SendAsync(author, site, "kiem-tra", New, new { html = deep })).Insist(HttpStatusCode.UnprocessableEntity);

        var refused = (await author.FillAsync(site.Root + New, Form("Bài lồng sâu", deep))).Insist(HttpStatusCode.OK);
        Assert.Contains("128 / 30000", refused.Html.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(deep, refused.Html.QuerySelector("[name=Body]")!.TextContent);
    }

    [Fact]
    public async Task Nothing_is_kept_for_an_item_of_another_site_or_from_another_page()
    {
        var (a, b) = (await WithRecipeAsync(), await WithRecipeAsync());
        var id = await a.PublishArticleAsync("Bài của xã A");
        var author = await b.SignInAsAsync(Role.Author);

        var foreign = await SendAsync(author, b, "tu-luu", New, new { form = "article", key = "1", item = id, fields = new Dictionary<string, string>() });
        var forged = await author.SendAsync(HttpMethod.Post, $"{b.Root}/quan-tri/soan-thao/tu-luu", content: JsonContent.Create(new { form = "article", key = "1" }));

        Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
    }

    private static Task<Answer> BeatAsync(Visitor visitor, TestSite site, string form, Dictionary<string, string>? fields) =>
        SendAsync(visitor, site, "tu-luu", form, page => new
        {
            form = page.Html.QuerySelector("[data-gp-writing]")!.GetAttribute("data-gp-writing"),
            key = page.Html.QuerySelector("[data-gp-key]")!.GetAttribute("data-gp-key"),
            item = long.TryParse(page.Html.QuerySelector("[data-gp-item]")?.GetAttribute("data-gp-item"), CultureInfo.InvariantCulture, out var id) ? id : (long?)null,
            revision = int.TryParse(page.Html.QuerySelector("[name=Revision]")!.GetAttribute("value"), CultureInfo.InvariantCulture, out var revision) ? revision : (int?)null,
            fields,
        }, HttpStatusCode.OK);

    // What the page sends when it is left.
    private static async Task LeaveAsync(Visitor visitor, TestSite site, string form)
    {
        var page = (await visitor.GetAsync(form)).Insist(HttpStatusCode.OK);
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["id"] = page.Html.QuerySelector("[data-gp-item]")!.GetAttribute("data-gp-item")!,
            ["__RequestVerificationToken"] = page.Html.QuerySelector("form[data-gp-writing] [name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });
        (await visitor.SendAsync(HttpMethod.Post, $"{site.Root}/quan-tri/soan-thao/roi-di", content: content)).Insist(HttpStatusCode.NoContent);
    }

    private static Task<Answer> AskAsync(Visitor visitor, TestSite site, string act, object what) => SendAsync(visitor, site, act, New, _ => what, HttpStatusCode.OK);

    private static Task<Answer> SendAsync(Visitor visitor, TestSite site, string act, string form, object what) => SendAsync(visitor, site, act, form, _ => what, null);

    private static async Task<Answer> SendAsync(Visitor visitor, TestSite site, string act, string form, Func<Answer, object> what, HttpStatusCode? insist)
    {
        var page = (await visitor.GetAsync(form.StartsWith(site.Root, StringComparison.Ordinal) ? form : site.Root + form)).Insist(HttpStatusCode.OK);
        using var content = JsonContent.Create(what(page));
        content.Headers.Add("RequestVerificationToken", page.Html.QuerySelector("form[data-gp-writing] [name=__RequestVerificationToken]")!.GetAttribute("value"));
        var answer = await visitor.SendAsync(HttpMethod.Post, $"{site.Root}/quan-tri/soan-thao/{act}", content: content);
        return insist is { } status ? answer.Insist(status) : answer;
    }

    private static Dictionary<string, string> Form(string title, string body) => new() { ["Title"] = title, ["Body"] = body };
}

public sealed class WritingOnSqliteTests(SqlitePortal portal) : WritingTests(portal);

public sealed class WritingOnPostgresTests(PostgresPortal portal) : WritingTests(portal);
