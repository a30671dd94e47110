using System.Net;
using GovPortal.Core.Security;
using GovPortal.Core.Text;
using GovPortal.Documents;
using GovPortal.News;
using GovPortal.Procedures;
using GovPortal.Publishing.Content;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Categories and fields are named, ordered, merged and parted without touching a text.</summary>
public abstract class CategoryTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Categories = "/quan-tri/chuyen-muc";
    private const string Fields = "/quan-tri/linh-vuc";

    [Fact]
    public async Task A_category_renamed_keeps_its_articles_and_its_address()
    {
        var site = await WithRecipeAsync();
        await PublishAsync(site, "Bài thứ nhất", "Thông báo");
        await PublishAsync(site, "Bài thứ hai", "Sự kiện");
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK);

        await SaveAsync(administrator, site, Categories, ("Thông báo", "Label", "Thông báo của xã"));
        await PublishAsync(site, "Bài thứ ba", "Thông báo của xã");
        await PublishAsync(site, "Bài thứ tư", "Thông báo");
        var list = await site.VisitAsync("/tin-tuc?chuyen-muc=thong-bao");

        Assert.Contains("Thông báo của xã", list.Heading, StringComparison.Ordinal);
        Assert.Equal(3, list.Html.QuerySelectorAll(".gp-card").Length);
        Assert.All(list.Html.QuerySelectorAll(".gp-card .gp-meta span"), label => Assert.Equal("Thông báo của xã", label.TextContent));
        Assert.Contains("Thông báo của xã", (await site.VisitAsync("/tin-tuc/bai-thu-nhat")).Html.QuerySelector(".gp-crumbs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([("Thông báo của xã", 3), ("Sự kiện", 1)], (await RowsAsync(administrator, site, Categories)).OrderByDescending(row => row.Count));
    }

    [Fact]
    public async Task Of_two_merged_categories_the_old_address_leads_to_the_kept_one_until_they_are_parted()
    {
        var site = await WithRecipeAsync();
        await PublishAsync(site, "Bài thứ nhất", "Thông báo");
        await PublishAsync(site, "Bài thứ hai", "Thông tin");
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);

        await SaveAsync(administrator, site, Categories, ("Thông tin", "Into", "thong-bao"));
        await PublishAsync(site, "Bài thứ ba", "Thông tin");
        var old = await site.VisitAsync("/tin-tuc?chuyen-muc=thong-tin");
        var together = await site.VisitAsync("/tin-tuc?chuyen-muc=thong-bao");
        var crumbs = (await site.VisitAsync("/tin-tuc/bai-thu-hai")).Html.QuerySelector(".gp-crumbs")!.TextContent;
        await SaveAsync(administrator, site, Categories, ("Thông báo", "Part", "thong-tin"));
        var parted = await site.VisitAsync("/tin-tuc?chuyen-muc=thong-tin");

        Assert.Equal($"{site.Root}/tin-tuc?chuyen-muc=thong-bao", old.Insist(HttpStatusCode.MovedPermanently).Location);
        Assert.Equal(3, together.Html.QuerySelectorAll(".gp-card").Length);
        Assert.DoesNotContain("Thông tin", crumbs, StringComparison.Ordinal);
        Assert.Equal(["Bài thứ ba", "Bài thứ hai"], parted.Insist(HttpStatusCode.OK).Html.QuerySelectorAll(".gp-card h2, .gp-card h3").Select(title => title.TextContent.Trim()).Order());
        Assert.Equal([("Thông báo", 1), ("Thông tin", 2)], await RowsAsync(administrator, site, Categories));
    }

    [Fact]
    public async Task Only_an_empty_category_can_be_taken_away_and_no_two_are_called_alike()
    {
        var site = await WithRecipeAsync();
        await PublishAsync(site, "Bài thứ nhất", "Thông báo");
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);

        var first = await administrator.GetAsync(site.Root + Categories);
        var alike = (await administrator.PostAsync(site.Root + Categories, RowForm.Fields(first, new() { ["Rows[1].Label"] = "thông  Báo" }))).Insist(HttpStatusCode.OK);
        var nameless = (await administrator.PostAsync(site.Root + Categories, RowForm.Fields(first, new() { ["Rows[1].Label"] = " – " }))).Insist(HttpStatusCode.OK);
        var toItself = (await administrator.PostAsync(site.Root + Categories, RowForm.Fields(first, new() { ["Rows[0].Into"] = "thong-bao" }))).Insist(HttpStatusCode.OK);
        (await administrator.PostAsync(site.Root + Categories, RowForm.Fields(first, new() { ["Rows[1].Label"] = "Chuyển đổi số" }))).Insist(HttpStatusCode.Redirect);
        var added = await administrator.GetAsync(site.Root + Categories);
        var without = (await administrator.PostAsync($"{site.Root}{Categories}?handler=Arrange", RowForm.Fields(added, new() { ["Move"] = "remove 1" }))).Insist(HttpStatusCode.OK);
        (await administrator.PostAsync(site.Root + Categories, RowForm.Fields(without, []))).Insist(HttpStatusCode.Redirect);

        Assert.Contains("Đã có “thông Báo”", alike.Words, StringComparison.Ordinal);
        Assert.Contains("Dòng 2: hãy viết tên", nameless.Words, StringComparison.Ordinal);
        Assert.Contains("Hãy chọn mục khác", toItself.Words, StringComparison.Ordinal);
        Assert.Equal(["remove 1"], added.Html.QuerySelectorAll("[data-gp-move^=remove]").Select(button => button.GetAttribute("value")));
        Assert.Equal(["Thông báo"], site.Tenant.Settings.Categories.Select(category => category.Label));
    }

    [Fact]
    public async Task What_one_site_renames_stays_as_it_was_on_another()
    {
        var (site, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        await PublishAsync(site, "Bài của xã", "Thông báo");
        await PublishAsync(other, "Bài xã bên", "Thông báo");
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);

        await SaveAsync(administrator, site, Categories, ("Thông báo", "Label", "Tin nhanh"));

        Assert.Contains("Tin nhanh", (await site.VisitAsync("/tin-tuc?chuyen-muc=thong-bao")).Heading, StringComparison.Ordinal);
        Assert.Contains("Thông báo", (await other.VisitAsync("/tin-tuc?chuyen-muc=thong-bao")).Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opens_an_article_of_a_renamed_category_reads_the_new_name_and_changes_nothing_by_saving()
    {
        var site = await WithRecipeAsync();
        var id = await PublishAsync(site, "Bài thứ nhất", "Thông báo");
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);

        await SaveAsync(administrator, site, Categories, ("Thông báo", "Label", "Tin nhanh"));
        var form = await administrator.GetAsync($"{site.Root}/quan-tri/tin-tuc/{id}");

        Assert.Equal("Tin nhanh", form.Html.QuerySelector("#Category")!.GetAttribute("value"));
        Assert.Equal("Tin nhanh", form.Html.QuerySelector("#categories option")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_field_is_renamed_merged_and_ordered_for_procedures_and_documents_alike()
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(ProcedureUnder("1.000001", "Đất đai", "Môi trường"), "1.000001");
        await site.PublishAsync(ProcedureUnder("1.000002", "Môi trường"), "1.000002");
        await site.PublishAsync(new LegalDocument { Type = "Quyết định", Number = "01/QĐ-UBND", Abstract = "Về bảng giá đất", Issuer = "UBND xã", Field = "moi-truong", FieldLabel = "Môi trường" }, "quyet-dinh-01-qd-ubnd");
        await site.PublishAsync(ProcedureUnder("1.000003", "Hộ tịch"), "1.000003");
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);

        await SaveAsync(administrator, site, Fields, ("Đất đai", "Label", "Nông nghiệp và Môi trường"), ("Môi trường", "Into", "dat-dai"));
        var moved = await administrator.GetAsync(site.Root + Fields);
        var last = Labels(moved).IndexOf("Hộ tịch");
        (await administrator.PostAsync(site.Root + Fields, RowForm.Fields((await administrator.PostAsync($"{site.Root}{Fields}?handler=Arrange", RowForm.Fields(moved, new() { ["Move"] = $"before {last} 0" }))).Insist(HttpStatusCode.OK), []))).Insist(HttpStatusCode.Redirect);
        var list = await site.VisitAsync("/thu-tuc?linh-vuc=dat-dai");

        Assert.Equal([("Hộ tịch", 1), ("Nông nghiệp và Môi trường", 3)], await RowsAsync(administrator, site, Fields));
        Assert.Equal(2, list.Html.QuerySelectorAll(".gp-row").Length);
        Assert.All(list.Html.QuerySelectorAll(".gp-row .gp-meta span:nth-of-type(2)"), field => Assert.Equal("Nông nghiệp và Môi trường", field.TextContent));
        Assert.Equal($"{site.Root}/thu-tuc?linh-vuc=dat-dai", (await site.VisitAsync("/thu-tuc?linh-vuc=moi-truong")).Insist(HttpStatusCode.MovedPermanently).Location);
        Assert.Equal($"{site.Root}/van-ban?linh-vuc=dat-dai", (await site.VisitAsync("/van-ban?linh-vuc=moi-truong")).Insist(HttpStatusCode.MovedPermanently).Location);
        Assert.Contains("Nông nghiệp và Môi trường", (await site.VisitAsync("/thu-tuc/1.000002")).Html.QuerySelector(".gp-crumbs")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nông nghiệp và Môi trường", (await site.VisitAsync("/van-ban/quyet-dinh-01-qd-ubnd")).Words, StringComparison.Ordinal);
        Assert.Equal("Hộ tịch", (await site.VisitAsync("/thu-tuc")).Html.QuerySelector("a[href*='linh-vuc=']")!.FirstChild!.TextContent.Trim());
    }

    [Fact]
    public async Task Search_finds_what_was_renamed_by_its_new_name()
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(ProcedureUnder("1.000001", "Đất đai"), "1.000001");
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        await Eventually.BecomesTrueAsync("the procedure is found", () => FindsAsync("dat+dai", "Đất đai"));

        await SaveAsync(administrator, site, Fields, ("Đất đai", "Label", "Quy hoạch lãnh thổ"));

        await Eventually.BecomesTrueAsync("its new field finds it", () => FindsAsync("quy+hoach+lanh+tho", "Quy hoạch lãnh thổ"));

        async Task<bool> FindsAsync(string words, string field) => (await site.VisitAsync("/thu-tuc?q=" + words)).Html.QuerySelector(".gp-row .gp-meta")?.TextContent.Contains(field, StringComparison.Ordinal) == true;
    }

    [Fact]
    public async Task The_list_is_seen_with_unsaved_names_by_nobody_else()
    {
        var site = await WithRecipeAsync();
        await PublishAsync(site, "Bài thứ nhất", "Thông báo");
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var form = await administrator.GetAsync(site.Root + Categories);

        var preview = (await administrator.PostAsync($"{site.Root}{Categories}?handler=Preview", RowForm.Fields(form, new() { ["Rows[0].Label"] = "Tin chưa lưu" }))).Insist(HttpStatusCode.OK);

        Assert.True(preview.Html.Body!.HasAttribute("inert"));
        Assert.Contains("Tin chưa lưu", preview.Html.QuerySelector(".gp-card .gp-meta")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Tin chưa lưu", (await site.VisitAsync("/tin-tuc")).Text, StringComparison.Ordinal);
        Assert.Empty(site.Tenant.Settings.Categories);
    }

    private static Procedure ProcedureUnder(string code, params string[] fields) => new() { Code = code, Name = "Thủ tục " + code, Fields = [.. fields.Select(field => new CodedName(null, field))] };

    private static Task<long> PublishAsync(TestSite site, string title, string category) =>
        site.PublishAsync(new Article { Title = title, Body = "<p>Nội dung.</p>", Category = VietnameseText.Slug(category), CategoryLabel = category });

    /// <summary>Sets fields of the rows that are called so.</summary>
    private static async Task SaveAsync(Visitor administrator, TestSite site, string path, params (string Label, string Field, string Value)[] changes)
    {
        var page = await administrator.GetAsync(site.Root + path);
        var labels = Labels(page);
        (await administrator.PostAsync(site.Root + path, RowForm.Fields(page, changes.ToDictionary(change => $"Rows[{labels.IndexOf(change.Label)}].{change.Field}", change => change.Value)))).Insist(HttpStatusCode.Redirect);
    }

    private static List<string> Labels(Answer page) => [.. page.Html.QuerySelectorAll("[data-gp-row] input[name$='.Label']").Select(input => input.GetAttribute("value")!)];

    private static async Task<IReadOnlyList<(string Label, int Count)>> RowsAsync(Visitor administrator, TestSite site, string path)
    {
        var page = await administrator.GetAsync(site.Root + path);
        return [.. Labels(page).Zip(page.Html.QuerySelectorAll("[data-gp-row] summary .gp-small").Select(count => int.Parse(count.TextContent.Trim().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)))];
    }
}

public sealed class CategoryOnSqliteTests(SqlitePortal portal) : CategoryTests(portal);

public sealed class CategoryOnPostgresTests(PostgresPortal portal) : CategoryTests(portal);
