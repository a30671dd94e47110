using GovPortal.Core.Security;
using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>What a browser keeps of a text while it is written: never lost, never in the way of another, gone once the text is saved.</summary>
public sealed class KeepingTextTests(DemoPortal portal) : BrowserTest(portal)
{
    private const string Root = "/so-y-te";
    private const string New = Root + "/quan-tri/tin-tuc/moi";
    private const string KeptHere = "[data-gp-kept-here]";

    [Fact]
    public async Task After_an_article_is_sent_for_review_the_next_one_begins_empty_and_becomes_another_article()
    {
        var author = await JoinAsync(Root, Role.Author, "Tạ Thị Thơm");
        await BeginAsync(author.Page, "Bài gửi duyệt thứ nhất");
        await author.WriteAsync("Nội dung thứ nhất.");
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi duyệt" }).ClickAsync();
        await author.Page.WaitForURLAsync("**/quan-tri/muc/*");
        Assert.Equal(0, await DrawersAsync(author.Page));

        await author.Page.GetByRole(AriaRole.Link, new() { Name = "Viết bài mới" }).First.ClickAsync();
        await author.EditorAsync();
        Assert.Equal("", await author.Page.InputValueAsync("[name=Title]"));
        Assert.Equal("", await author.Page.InputValueAsync("[name=Body]"));
        await NothingIsOfferedAsync(author.Page);
        await author.Page.FillAsync("[name=Title]", "Bài gửi duyệt thứ hai");
        await author.WriteAsync("Nội dung thứ hai.");
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi duyệt" }).ClickAsync();
        await author.Page.WaitForURLAsync("**/quan-tri/muc/*");

        Assert.Equal("Bài gửi duyệt thứ hai", await author.HeadingAsync());
        await author.GoAsync(Root + "/quan-tri/noi-dung?q=bai+gui+duyet+thu");
        Assert.Equal(2, await author.Page.Locator(".gp-rows__title").CountAsync());
    }

    [Fact]
    public async Task Two_tabs_with_a_new_article_each_write_an_article_of_their_own()
    {
        var author = await JoinAsync(Root, Role.Author, "Lại Văn Sâm");
        await BeginAsync(author.Page, "Bài ở thẻ một");
        await author.WriteAsync("Nội dung thẻ một.");
        var second = await author.Page.Context.NewPageAsync();
        await second.GotoAsync(New);
        await second.Locator(".gp-is-ready").WaitForAsync();
        Assert.Equal("", await second.InputValueAsync("[name=Title]"));
        await NothingIsOfferedAsync(second);

        await second.FillAsync("[name=Title]", "Bài ở thẻ hai");
        await second.Locator(".gp-writing__text").ClickAsync();
        await second.Keyboard.TypeAsync("Nội dung thẻ hai.");
        await SaveAsync(author.Page);
        await SaveAsync(second);

        Assert.NotEqual(author.Page.Url, second.Url);
        Assert.Equal("Bài ở thẻ một", await author.Page.InputValueAsync("[name=Title]"));
        Assert.Equal("Bài ở thẻ hai", await second.InputValueAsync("[name=Title]"));
        Assert.Equal(0, await DrawersAsync(second));
    }

    [Fact]
    public async Task A_text_brought_back_can_be_thrown_away_to_begin_afresh()
    {
        var author = await JoinAsync(Root, Role.Author, "Bùi Thị Mận");
        author.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await BeginAsync(author.Page, "Bài viết rồi bỏ");
        await author.Page.GetByText("Đã lưu tạm lúc").WaitForAsync();
        await author.Page.ReloadAsync();
        await author.EditorAsync();
        Assert.Equal("Bài viết rồi bỏ", await author.Page.InputValueAsync("[name=Title]"));

        await author.Page.Locator(KeptHere).GetByRole(AriaRole.Button, new() { Name = "Bỏ, viết mới từ đầu" }).ClickAsync();
        await author.Page.WaitForFunctionAsync("() => document.querySelector('.gp-is-ready [name=Title]')?.value === ''");
        await NothingIsOfferedAsync(author.Page);
        Assert.Equal(0, await DrawersAsync(author.Page));
    }

    [Fact]
    public async Task What_a_closed_tab_held_is_offered_and_brought_back_only_when_asked_for()
    {
        var author = await JoinAsync(Root, Role.Author, "Mạc Thị Bưởi");
        var closed = await author.Page.Context.NewPageAsync();
        await BeginAsync(closed, "Bài ở thẻ đã đóng");
        await closed.CloseAsync();

        await author.GoAsync(New);
        await author.EditorAsync();
        var offer = author.Page.Locator(KeptHere);
        await offer.GetByText("“Bài ở thẻ đã đóng”").WaitForAsync();
        Assert.Equal("", await author.Page.InputValueAsync("[name=Title]"));
        await offer.GetByRole(AriaRole.Button, new() { Name = "Lấy lại" }).ClickAsync();

        Assert.Equal("Bài ở thẻ đã đóng", await author.Page.InputValueAsync("[name=Title]"));
        Assert.True(await author.Page.GetByRole(AriaRole.Button, new() { Name = "Bỏ, viết mới từ đầu" }).IsVisibleAsync());
    }

    [Fact]
    public async Task A_kept_text_never_stands_over_a_newer_version_of_somebody_else()
    {
        var (author, other) = (await JoinAsync(Root, Role.Author, "Đàm Vĩnh Phú"), await OpenAsync());
        await other.SignInAsync(Root);
        await BeginAsync(author.Page, "Bài hai người sửa");
        await author.WriteAsync("Bản đầu.");
        await SaveAsync(author.Page);
        var form = new Uri(author.Page.Url).AbsolutePath;
        author.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await author.Page.RouteAsync("**/soan-thao/tu-luu", route => route.FulfillAsync(new() { Json = new { } }));
        await author.Page.FillAsync("[name=Title]", "Bài hai người sửa, ý của tôi");
        await author.GoAsync(Root + "/quan-tri");
        await other.GoAsync(form);
        await other.EditorAsync();
        await other.Page.FillAsync("[name=Title]", "Bài hai người sửa, ý của đồng nghiệp");
        await SaveAsync(other.Page);

        await author.GoAsync(form);
        await author.EditorAsync();
        Assert.Equal("Bài hai người sửa, ý của đồng nghiệp", await author.Page.InputValueAsync("[name=Title]"));
        await author.Page.Locator(KeptHere).GetByRole(AriaRole.Button, new() { Name = "Lấy lại" }).ClickAsync();
        Assert.Equal("Bài hai người sửa, ý của tôi", await author.Page.InputValueAsync("[name=Title]"));
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu bản nháp" }).ClickAsync();
        Assert.Contains("đồng nghiệp", await author.Page.Locator(".gp-collision").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task BeginAsync(IPage page, string title)
    {
        await page.GotoAsync(New);
        await page.Locator(".gp-is-ready").WaitForAsync();
        await page.FillAsync("[name=Title]", title);
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu bản nháp" }).ClickAsync();
        await page.Locator("[role=status].gp-notice--ok").WaitForAsync();
        await page.Locator(".gp-is-ready").WaitForAsync();
    }

    // Offers of other tabs come when those have had time to speak: a timer of the page that ends after the one it waits for.
    private static async Task NothingIsOfferedAsync(IPage page)
    {
        await page.EvaluateAsync("() => new Promise(done => setTimeout(done, 600))");
        Assert.Equal(0, await page.Locator($"{KeptHere}, [data-gp-offered]").CountAsync());
    }

    private static Task<int> DrawersAsync(IPage page) => page.EvaluateAsync<int>("Object.keys(localStorage).filter(name => name.startsWith('gp-writing:')).length");
}
