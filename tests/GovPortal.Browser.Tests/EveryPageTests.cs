using Deque.AxeCore.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>Laws for every kind of page, on a phone and on a desk: accessible, within the screen, quiet.</summary>
public sealed class EveryPageTests(DemoPortal portal) : BrowserTest(portal)
{
    private static readonly string[] Public =
    [
        "/", "/so-y-te/", "/phuong-kinh-bac/", "/xa-bao-dai/", "/en/", "/tin-tuc", "/so-tu-phap/thu-tuc", "/so-tu-phap/thu-tuc/1.001193", "/van-ban",
        "/tim-kiem", "/tim-kiem?q=khai+sinh", "/so-y-te/tim-kiem?q=zzzzqqq", "/gioi-thieu", "/lien-he", "/so-do", "/dang-nhap", "/khong-co-trang-nay",
    ];

    private static readonly string[] Desk = ["/quan-tri", "/quan-tri/noi-dung", "/quan-tri/lich", "/quan-tri/thu-vien", "/quan-tri/nhat-ky", "/quan-tri/lien-ket-hong", "/quan-tri/nguoi-dung", "/quan-tri/nguoi-dung/moi", "/tai-khoan", "/tai-khoan/xac-thuc", "/so-y-te/quan-tri", "/quan-tri/tin-tuc/moi", "/quan-tri/trang", "/quan-tri/trang/moi", "/quan-tri/thiet-lap"];

    public static TheoryData<string, int> PublicPages => Each(Public);

    public static TheoryData<string, int> DeskPages => Each(Desk);

    [Theory, MemberData(nameof(PublicPages))]
    public async Task A_public_page_is_accessible_and_fits(string path, int width)
    {
        var window = await OpenAsync(width);
        await window.GoAsync(path);
        await SeeAsync(window);
    }

    [Theory, InlineData("/tin-tuc", ".gp-card a"), InlineData("/van-ban", "main table a, main .gp-row a")]
    public async Task An_item_reached_from_its_list_is_accessible_and_fits(string list, string link)
    {
        foreach (var width in new[] { DemoPortal.Desk, DemoPortal.Phone })
        {
            var window = await OpenAsync(width);
            await window.GoAsync(list);
            await window.Page.Locator(link).First.ClickAsync();
            await window.Page.WaitForURLAsync($"**{list}/**");
            await SeeAsync(window);
        }
    }

    [Theory, MemberData(nameof(DeskPages))]
    public async Task A_page_of_the_desk_is_accessible_and_fits(string path, int width)
    {
        var window = await OpenAsync(width);
        await window.SignInAsync();
        await window.GoAsync(path);
        await SeeAsync(window);
    }

    private static async Task SeeAsync(Window window)
    {
        var result = await window.Page.RunAxe();
        Assert.Empty(result.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
        Assert.Equal(0, await window.Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }

    private static TheoryData<string, int> Each(string[] paths)
    {
        var data = new TheoryData<string, int>();
        foreach (var path in paths)
        {
            data.Add(path, DemoPortal.Desk);
            data.Add(path, DemoPortal.Phone);
        }

        return data;
    }
}
