
namespace GovPortal.Browser.Tests;

/// <summary>Laws for every kind of page, on a phone and on a desk: accessible, within the screen, quiet.</summary>
public sealed class EveryPageTests(DemoPortal portal) : BrowserTest(portal)
{
    private static readonly string[] Public =
    [
        "/", "/so-y-te/", "/phuong-kinh-bac/", "/xa-bao-dai/", "/en/", "/tin-tuc", "/so-tu-phap/thu-tuc", "/so-tu-phap/thu-tuc/1.001193", "/so-tu-phap/thu-tuc/1.001193/nop-ho-so", "/so-tu-phap/en/thu-tuc/1.001193/nop-ho-so?xa=xa-bao-dai", "/van-ban",
        "/tim-kiem", "/tim-kiem?q=khai+sinh", "/so-y-te/tim-kiem?q=zzzzqqq", "/gioi-thieu", "/lien-he", "/kiem-tra-chu-ky", "/so-do", "/tra-cuu", "/mot-cua", "/dang-nhap", "/khong-co-trang-nay",
        "/xep-hang", "/xep-hang/2025", "/xep-hang/2025/so-y-te", "/xep-hang/2025/tinh-lai", "/xep-hang/do-phu",
        "/lich-cong-tac", "/en/lich-cong-tac", "/so-y-te/lich-cong-tac",
        "/cuoc-song", "/en/cuoc-song", "/so-y-te/cuoc-song", "/cuoc-song/nha-co-em-be", "/tim-kiem?q=lam+giay+khai+sinh+can+giay+to+gi+o+dau",
        "/so-y-te/co-cau", "/so-y-te/en/co-cau", "/so-y-te/can-bo", "/can-bo", "/can-bo?q=giam+doc", "/xa-bao-dai/canh-bao", "/xa-bao-dai/en/canh-bao",
        "/hoi-dap", "/en/hoi-dap", "/hoi-dap/gui", "/gop-y", "/hoi-dap/theo-doi", "/huu-ich?trang=/gioi-thieu", "/lay-y-kien", "/en/lay-y-kien",
        "/cong-khai", "/en/cong-khai", "/so-y-te/cong-khai", "/cong-khai?muc=thuc-hien-du-toan", "/su-kien", "/en/su-kien", "/su-kien?nam=2015", "/thu-vien-anh",
    ];

    private static readonly string[] Desk = ["/quan-tri", "/quan-tri/noi-dung", "/quan-tri/lich", "/quan-tri/thu-vien", "/quan-tri/nhat-ky", "/quan-tri/lien-ket-hong", "/quan-tri/nguoi-dung", "/quan-tri/nguoi-dung/moi", "/tai-khoan", "/tai-khoan/xac-thuc", "/so-y-te/quan-tri", "/quan-tri/tin-tuc/moi", "/quan-tri/lich-cong-tac/moi", "/quan-tri/trang", "/quan-tri/trang/moi", "/quan-tri/trang/sap-xep", "/quan-tri/thiet-lap", "/quan-tri/xep-hang", "/so-y-te/quan-tri/khao-sat", "/so-y-te/quan-tri/mot-cua?ds=All", "/so-y-te/quan-tri/mot-cua/tiep-nhan", "/so-y-te/quan-tri/mot-cua/dich-vu", "/so-y-te/quan-tri/mot-cua/lien-thong", "/quan-tri/can-bo/moi", "/quan-tri/co-cau/moi", "/quan-tri/canh-bao", "/quan-tri/canh-bao/moi", "/quan-tri/cuoc-song/moi", "/quan-tri/tu-tim-kiem", "/quan-tri/cau-hoi", "/quan-tri/hoi-dap?ds=All", "/quan-tri/hoi-dap/thong-ke", "/quan-tri/huu-ich", "/quan-tri/cau-hoi/moi", "/quan-tri/lay-y-kien", "/quan-tri/lay-y-kien/moi", "/quan-tri/quy-dinh", "/quan-tri/cong-khai/moi", "/quan-tri/su-kien/moi", "/quan-tri/thu-vien-anh/moi", "/quan-tri/thu-vien?xem=thieu-mo-ta"];

    private static readonly int[] Widths = [DemoPortal.Desk, DemoPortal.Phone];

    public static TheoryData<string> PublicPages => [.. Public];

    public static TheoryData<string> DeskPages => [.. Desk];

    [Theory, MemberData(nameof(PublicPages))]
    public async Task A_public_page_is_accessible_and_fits(string path)
    {
        foreach (var width in Widths)
        {
            var window = await OpenAsync(width);
            await window.GoAsync(path);
            await window.SeeAsync();
        }
    }

    [Theory, InlineData("/tin-tuc", ".gp-card a"), InlineData("/van-ban", "main table a, main .gp-row a"), InlineData("/lich-cong-tac", "main table a"), InlineData("/xa-bao-dai/canh-bao", "main .gp-row a"), InlineData("/so-y-te/can-bo", ".gp-person a"), InlineData("/so-y-te/co-cau", ".gp-units a"), InlineData("/su-kien", ".gp-event a"), InlineData("/thu-vien-anh", ".gp-card a")]
    public async Task An_item_reached_from_its_list_is_accessible_and_fits(string list, string link)
    {
        foreach (var width in Widths)
        {
            var window = await OpenAsync(width);
            await window.GoAsync(list);
            await window.Page.Locator(link).First.ClickAsync();
            await window.Page.WaitForURLAsync($"**{list}/**");
            await window.SeeAsync();
        }
    }

    [Theory, MemberData(nameof(DeskPages))]
    public async Task A_page_of_the_desk_is_accessible_and_fits(string path)
    {
        foreach (var width in Widths)
        {
            var window = await OpenSignedInAsync(width);
            await window.GoAsync(path);
            Assert.EndsWith(path, window.Page.Url, StringComparison.Ordinal);
            await window.SeeAsync();
        }
    }
}
