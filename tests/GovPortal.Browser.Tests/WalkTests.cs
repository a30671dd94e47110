using System.Globalization;
using System.Text.RegularExpressions;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Storage.Tenancy;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>The whole life of a text, led by the people who lead it: invited, written, argued about, published, taken back. On sites of their own: a second publisher changes what the first may do alone.</summary>
public sealed class WalkTests(DemoPortal portal) : BrowserTest(portal)
{
    [Fact]
    public async Task A_text_goes_from_an_invitation_to_the_public_and_back_and_again()
    {
        const string Root = "/so-cong-thuong";
        var (author, publisher, citizen) = (await JoinAsync(Root, Role.Author, "Ngô Thị Lành"), await JoinAsync(Root, Role.Publisher, "Vũ Đức Thắng"), await OpenAsync(DemoPortal.Phone));

        // Written: text from Word, a picture, kept while it is typed.
        await author.Page.GetByRole(AriaRole.Link, new() { Name = "Viết bài mới" }).First.ClickAsync();
        await author.Page.FillAsync("[name=Title]", "Trợ giúp pháp lý lưu động tháng 12");
        await author.PasteAsync("<p class=MsoNormal><b>Lịch</b> trợ giúp tại <span style='mso-x:1'>các xã</span><o:p></o:p></p>");
        await author.Page.Locator(".gp-is-ready").ClickAsync();
        await author.Page.SetInputFilesAsync("[name=Picture]", new FilePayload { Name = "Buổi trợ giúp.png", MimeType = "image/png", Buffer = Samples.Png(960, 540) });
        await author.Page.FillAsync("[name=PictureAlt]", "Trợ giúp viên nói chuyện với người dân");
        await author.Page.GetByText("Đã lưu tạm lúc").WaitForAsync();
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu bản nháp" }).ClickAsync();
        await author.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();
        var form = new Uri(author.Page.Url).AbsolutePath;
        var desk = form.Replace("/tin-tuc/", "/muc/", StringComparison.Ordinal);

        // Two at once: the second to save sees both texts.
        await publisher.GoAsync(form);
        Assert.Contains("Ngô Thị Lành", await publisher.Page.Locator("[data-gp-other]").InnerTextAsync(), StringComparison.Ordinal);
        await publisher.EditorAsync();
        await publisher.Page.FillAsync("[name=Summary]", "Miễn phí cho người được trợ giúp.");
        await publisher.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu bản nháp" }).ClickAsync();
        await publisher.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();
        await author.WriteAsync("Lịch trợ giúp pháp lý tại các xã miền núi.");
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu bản nháp" }).ClickAsync();
        Assert.Contains("Miễn phí", await author.Page.Locator(".gp-collision").InnerTextAsync(), StringComparison.Ordinal);
        await author.Page.Locator(".gp-collision button[name=Over]").ClickAsync();
        await author.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();

        // Argued about.
        await PressAsync(author, desk, "submit");
        await publisher.GoAsync(Root + "/quan-tri");
        await publisher.Page.GetByRole(AriaRole.Link, new() { Name = "Trợ giúp pháp lý lưu động" }).First.ClickAsync();
        await publisher.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("So với") }).First.ClickAsync();
        Assert.True(await publisher.Page.Locator("ins").CountAsync() > 0);
        await publisher.GoAsync(desk);
        await publisher.Page.Locator("summary", new() { HasText = "Trả lại để sửa" }).ClickAsync();
        await publisher.Page.FillAsync("#ly-do-tra", "Thiếu địa điểm ở từng xã.");
        await publisher.Page.Locator("[data-act=send-back]").ClickAsync();
        await publisher.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();
        await author.GoAsync(Root + "/quan-tri");
        Assert.Contains("Thiếu địa điểm ở từng xã.", await author.Page.Locator(".gp-board__part--urgent").InnerTextAsync(), StringComparison.Ordinal);
        await author.GoAsync(form);
        await author.WriteAsync("Lịch trợ giúp pháp lý tại nhà văn hóa các xã miền núi.");
        await author.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi duyệt" }).ClickAsync();
        await author.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();

        // Approved for a time, public at that time, and found.
        await publisher.GoAsync(desk);
        await publisher.Page.Locator("summary", new() { HasText = "hẹn giờ đăng" }).ClickAsync();
        await publisher.Page.FillAsync("[name=GoesLiveAt]", Wall(Root, TimeSpan.FromMinutes(3)));
        await publisher.Page.Locator("[data-act=schedule]").ClickAsync();
        await publisher.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();
        var address = Root + "/tin-tuc/tro-giup-phap-ly-luu-dong-thang-12";
        Assert.Equal(404, (await citizen.GoAsync(address)).Status);
        Portal.Clock.Advance(TimeSpan.FromMinutes(4));
        await Eventually.BecomesTrueAsync("what was scheduled is public", async () => (await citizen.GoAsync(address)).Status == 200);
        Assert.Contains("nhà văn hóa các xã miền núi", await MainOfAsync(citizen), StringComparison.Ordinal);
        Assert.True(await citizen.Page.GetByAltText("Trợ giúp viên nói chuyện với người dân").IsVisibleAsync());
        await Eventually.BecomesTrueAsync("it is found without diacritics", async () =>
        {
            await citizen.GoAsync(Root + "/tim-kiem?q=tro+giup+phap+ly+luu+dong");
            return (await MainOfAsync(citizen)).Contains("Trợ giúp pháp lý lưu động tháng 12", StringComparison.Ordinal);
        });

        // Corrected, withdrawn, and restored.
        await publisher.GoAsync(form);
        await publisher.WriteAsync("Lịch trợ giúp pháp lý tại nhà văn hóa 12 xã miền núi.");
        await publisher.Page.FillAsync("[name=Note]", "Bổ sung số xã");
        await publisher.Page.Locator("button[formaction*=Submit], button[formaction*=Publish]").First.ClickAsync();
        await publisher.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();
        await citizen.GoAsync(address);
        Assert.Contains("Bổ sung số xã", await MainOfAsync(citizen), StringComparison.Ordinal);

        await publisher.GoAsync(desk + "/go");
        await publisher.Page.FillAsync("[name=Notice]", "Lịch hoãn vì mưa lũ");
        await publisher.Page.Locator("main form button").ClickAsync();
        await publisher.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();
        await citizen.GoAsync(address);
        Assert.Contains("Lịch hoãn vì mưa lũ", await MainOfAsync(citizen), StringComparison.Ordinal);
        Assert.DoesNotContain("12 xã", await MainOfAsync(citizen), StringComparison.Ordinal);

        await publisher.GoAsync(desk);
        await publisher.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("So với") }).First.ClickAsync();
        await publisher.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Khôi phục bản") }).ClickAsync();
        await publisher.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();
        await PressAsync(publisher, desk, "publish");
        await citizen.GoAsync(address);
        Assert.Contains("nhà văn hóa các xã miền núi", await MainOfAsync(citizen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_wait_is_published_by_one_and_approved_by_another_afterwards()
    {
        const string Root = "/so-tai-chinh";
        var (here, other, citizen) = (await JoinAsync(Root, Role.Publisher, "Lưu Bích Hảo"), await JoinAsync(Root, Role.Publisher, "Đào Văn Phúc"), await OpenAsync(DemoPortal.Phone));
        await here.GoAsync(Root + "/quan-tri/tin-tuc/moi");
        await here.Page.FillAsync("[name=Title]", "Cảnh báo tin nhắn giả mạo cơ quan thuế");
        await here.WriteAsync("Không bấm vào liên kết lạ.");
        await here.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu bản nháp" }).ClickAsync();
        await here.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();
        await here.GoAsync(new Uri(here.Page.Url).AbsolutePath.Replace("/tin-tuc/", "/muc/", StringComparison.Ordinal));
        Assert.Equal(0, await here.Page.Locator("[data-act=publish]").CountAsync());

        await here.Page.Locator("summary", new() { HasText = "Đăng khẩn" }).ClickAsync();
        await here.Page.FillAsync("#ly-do-gap", "Người dân đang bị lừa.");
        await here.Page.Locator("[data-act=publish-urgently]").ClickAsync();
        await here.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();
        Assert.Equal(200, (await citizen.GoAsync(Root + "/tin-tuc/canh-bao-tin-nhan-gia-mao-co-quan-thue")).Status);

        await other.GoAsync(Root + "/quan-tri");
        Assert.Contains("Người dân đang bị lừa.", await other.Page.Locator(".gp-board__part--urgent").First.InnerTextAsync(), StringComparison.Ordinal);
        await other.Page.GetByRole(AriaRole.Link, new() { Name = "Cảnh báo tin nhắn giả mạo" }).First.ClickAsync();
        await other.Page.Locator("[data-act=approve-urgent]").ClickAsync();
        await other.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();
        await other.GoAsync(Root + "/quan-tri");
        Assert.Equal(0, await other.Page.GetByText("Người dân đang bị lừa.").CountAsync());
    }

    [Fact]
    public async Task Somebody_new_publishes_an_article_with_a_picture_in_at_most_twelve_clicks()
    {
        const string Root = "/so-khoa-hoc-va-cong-nghe";
        var window = await JoinAsync(Root, Role.Publisher, "Hà Kiều Trinh");
        var clicks = 0;
        async Task ClickAsync(ILocator where)
        {
            clicks++;
            await where.ClickAsync();
        }

        await ClickAsync(window.Page.GetByRole(AriaRole.Link, new() { Name = "Viết bài mới" }).First);
        await ClickAsync(window.Page.Locator("[name=Title]"));
        await window.Page.Keyboard.TypeAsync("Khai trương phòng khám đa khoa khu vực");
        await ClickAsync(await window.EditorAsync());
        await window.Page.Keyboard.TypeAsync("Phòng khám mở cửa từ 7 giờ sáng các ngày trong tuần.");
        var chooser = await window.Page.RunAndWaitForFileChooserAsync(() => ClickAsync(window.Page.Locator("[name=Picture]")));

        // Choosing a file in the system's own window: the file, then “open”.
        clicks += 2;
        await chooser.SetFilesAsync(new FilePayload { Name = "Phòng khám.png", MimeType = "image/png", Buffer = Samples.Png(1200, 675) });
        await ClickAsync(window.Page.Locator("[name=PictureAlt]"));
        await window.Page.Keyboard.TypeAsync("Mặt trước phòng khám mới");
        await ClickAsync(window.Page.Locator("button[formaction*=Publish]"));
        await window.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();
        await ClickAsync(window.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Xem trên trang") }));

        Assert.True(await window.Page.GetByAltText("Mặt trước phòng khám mới").IsVisibleAsync());
        Assert.InRange(clicks, 1, 12);
    }

    private static async Task PressAsync(Window window, string page, string act)
    {
        await window.GoAsync(page);
        await window.Page.Locator($"[data-act={act}]").ClickAsync();
        await window.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();
    }

    private static Task<string> MainOfAsync(Window window) => window.Page.Locator("main").InnerTextAsync();

    private string Wall(string root, TimeSpan ahead) =>
        Portal.Services.GetRequiredService<TenantDirectory>().FindByName(root[1..])!.WallField(Portal.Clock.GetUtcNow() + ahead).ToString(CultureInfo.InvariantCulture);
}
