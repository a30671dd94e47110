using System.Net;
using GovPortal.Core.Security;
using GovPortal.Documents;
using GovPortal.News;
using GovPortal.Procedures;
using GovPortal.Publishing.Content;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What readers filter by is picked from what exists; bringing in a new one is a permission; whoever approves sees what goes public.</summary>
public abstract class ChoosingStructureTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task An_author_picks_a_category_and_cannot_bring_one_in()
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Bài đã có chuyên mục");
        var author = await site.SignInAsAsync(Role.Author);
        var form = $"{site.Root}/quan-tri/tin-tuc/moi";

        var offered = (await author.GetAsync(form)).Html.QuerySelectorAll("select#Category option").Select(option => option.GetAttribute("value"));
        var refused = (await author.FillAsync(form, Written("Thông bao mới"))).Insist(HttpStatusCode.OK);
        var taken = (await author.FillAsync(form, Written("thong bao"))).Insist(HttpStatusCode.Redirect).Location!;

        Assert.Contains("Thông báo", offered);
        Assert.Equal("#Category", Assert.Single(refused.Html.QuerySelectorAll(".gp-errors a")).GetAttribute("href"));
        Assert.Contains("“Thông bao mới” chưa có trong danh sách", refused.Words, StringComparison.Ordinal);
        Assert.Equal("Thông báo", (await site.NewestAsync<Article>(long.Parse(taken.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture))).CategoryLabel);

        static Dictionary<string, string> Written(string category) => new() { ["Title"] = "Bài viết mới", ["Body"] = "<p>Nội dung.</p>", ["Category"] = category };
    }

    [Fact]
    public async Task Kinds_fields_agencies_and_people_of_forms_are_picked_too_and_each_fault_stands_at_its_field()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);

        var document = (await author.FillAsync($"{site.Root}/quan-tri/van-ban/moi", new Dictionary<string, string> { ["Type"] = "Quyêt đinhh", ["Abstract"] = "Về việc gõ nhầm", ["Issuer"] = "Cơ quan không có", ["Field"] = "Lĩnh vực lạ" })).Insist(HttpStatusCode.OK);
        var procedure = (await author.FillAsync($"{site.Root}/quan-tri/thu-tuc/moi", new Dictionary<string, string> { ["Code"] = "1.008881", ["Name"] = "Thủ tục gõ nhầm", ["Fields[0].Name"] = "Lĩnh vực lạ", ["Executing[0].Name"] = "Cơ quan không có", ["PromulgatingName"] = "Bộ lạ" })).Insist(HttpStatusCode.OK);

        Assert.Equal(["#Field", "#Issuer", "#Type"], document.Html.QuerySelectorAll(".gp-errors a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.Equal(["#Executing[0].Name", "#Fields[0].Name", "#PromulgatingName"], procedure.Html.QuerySelectorAll(".gp-errors a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal));
        (await author.FillAsync($"{site.Root}/quan-tri/van-ban/moi", new Dictionary<string, string> { ["Type"] = "Quyết định", ["Abstract"] = "Về việc chọn đúng", ["Issuer"] = site.Tenant.Title })).Insist(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_stood_in_an_item_before_hinders_nobody()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishAsync(new LegalDocument { Type = "Loại cũ", Number = "4/QĐ-UBND", Abstract = "Về việc cũ", Issuer = "Cơ quan đã giải thể", Field = "linh-vuc-cu", FieldLabel = "Lĩnh vực cũ" });
        var author = await site.SignInAsAsync(Role.Author);

        (await author.FillAsync($"{site.Root}/quan-tri/van-ban/{id}", new Dictionary<string, string> { ["Abstract"] = "Về việc cũ, đã sửa" })).Insist(HttpStatusCode.Redirect);

        var it = await site.NewestAsync<LegalDocument>(id);
        Assert.Equal(("Loại cũ", "Cơ quan đã giải thể", "linh-vuc-cu"), (it.Type!, it.Issuer, it.Field!));
    }

    [Fact]
    public async Task Whoever_approves_sees_address_category_days_files_and_hosts_that_the_site_never_led_to()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var file = await site.StoreFileAsync("bản kê", "ban-ke.txt", "text/plain");
        await site.PublishArticleAsync("Đã dẫn tới cổng", "<p><a href=\"https://dichvucong.gov.vn/\">Cổng</a></p>");
        var id = await site.DraftAsync(new Article
        {
            Title = "Bài chờ duyệt",
            Category = "tin-la",
            CategoryLabel = "Tin lạ",
            Body = $"<p><a href=\"https://dichvucong.gov.vn/p\">Cổng</a> <a href=\"https://trang-la.example.com/x\">Trang lạ</a> <a href=\"{file}\">Bản kê</a></p>",
        });

        var card = (await publisher.GetAsync($"{site.Root}/quan-tri/muc/{id}")).Insist(HttpStatusCode.OK).Html.QuerySelector("[data-going]")!;

        Assert.Equal($"{site.Root}/tin-tuc/bai-cho-duyet", card.QuerySelector("[data-going-address]")!.TextContent);
        Assert.Equal(["trang-la.example.com"], card.QuerySelectorAll("[data-new-hosts] li").Select(host => host.TextContent));
        Assert.Equal(["Tin lạ"], card.QuerySelectorAll("[data-new-terms] li").Select(term => term.TextContent));
        Assert.Contains("ban-ke", card.QuerySelector(".gp-going__files")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lần đầu công khai", card.TextContent, StringComparison.Ordinal);

        (await publisher.FillAsync($"{site.Root}/quan-tri/muc/{id}", new Dictionary<string, string>(), "button[data-act=publish]")).Insist(HttpStatusCode.Redirect);
        Assert.Null((await publisher.GetAsync($"{site.Root}/quan-tri/muc/{id}")).Html.QuerySelector("[data-going]"));
    }
}

public sealed class ChoosingStructureOnSqliteTests(SqlitePortal portal) : ChoosingStructureTests(portal);

public sealed class ChoosingStructureOnPostgresTests(PostgresPortal portal) : ChoosingStructureTests(portal);
