using System.Net;
using GovPortal.Core.Security;
using GovPortal.News;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Categories are renamed and merged without touching an article.</summary>
public abstract class CategoryTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Categories = "/quan-tri/chuyen-muc";

    [Fact]
    public async Task A_category_renamed_keeps_its_articles_and_its_address()
    {
        var site = await WithRecipeAsync();
        await PublishAsync(site, "Bài thứ nhất", "Thông báo");
        await PublishAsync(site, "Bài thứ hai", "Sự kiện");
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK);

        (await DoAsync(administrator, site, "Rename", "thong-bao", new() { ["Label"] = "Thông báo của xã" })).Insist(HttpStatusCode.Redirect);
        await PublishAsync(site, "Bài thứ ba", "Thông báo của xã");
        await PublishAsync(site, "Bài thứ tư", "Thông báo");
        var list = await site.VisitAsync("/tin-tuc?chuyen-muc=thong-bao");

        Assert.Contains("Thông báo của xã", list.Heading, StringComparison.Ordinal);
        Assert.Equal(3, list.Html.QuerySelectorAll(".gp-card").Length);
        Assert.All(list.Html.QuerySelectorAll(".gp-card .gp-meta span"), label => Assert.Equal("Thông báo của xã", label.TextContent));
        Assert.Contains("Thông báo của xã", (await site.VisitAsync("/tin-tuc/bai-thu-nhat")).Html.QuerySelector(".gp-crumbs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["3", "1"], (await administrator.GetAsync(site.Root + Categories)).Html.QuerySelectorAll(".gp-arrange__row summary .gp-small").Select(count => count.TextContent.Trim().Split(' ')[0]));
    }

    [Fact]
    public async Task Of_two_merged_categories_the_old_address_leads_to_the_kept_one()
    {
        var site = await WithRecipeAsync();
        await PublishAsync(site, "Bài thứ nhất", "Thông báo");
        await PublishAsync(site, "Bài thứ hai", "Thông tin");
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);

        (await DoAsync(administrator, site, "Merge", "thong-tin", new() { ["Into"] = "thong-bao" })).Insist(HttpStatusCode.Redirect);
        await PublishAsync(site, "Bài thứ ba", "Thông tin");
        var old = await site.VisitAsync("/tin-tuc?chuyen-muc=thong-tin");

        Assert.Equal($"{site.Root}/tin-tuc?chuyen-muc=thong-bao", old.Insist(HttpStatusCode.MovedPermanently).Location);
        Assert.Equal(3, (await site.VisitAsync("/tin-tuc?chuyen-muc=thong-bao")).Html.QuerySelectorAll(".gp-card").Length);
        Assert.DoesNotContain("Thông tin", (await site.VisitAsync("/tin-tuc/bai-thu-hai")).Html.QuerySelector(".gp-crumbs")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_empty_category_is_deleted_and_no_two_are_called_alike()
    {
        var site = await WithRecipeAsync();
        await PublishAsync(site, "Bài thứ nhất", "Thông báo");
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);

        var used = (await DoAsync(administrator, site, "Delete", "thong-bao", [])).Insist(HttpStatusCode.OK);
        var alike = (await DoAsync(administrator, site, "Add", null, new() { ["Label"] = "thông  Báo" })).Insist(HttpStatusCode.OK);
        (await DoAsync(administrator, site, "Add", null, new() { ["Label"] = "Chuyển đổi số" })).Insist(HttpStatusCode.Redirect);
        var added = (await administrator.GetAsync(site.Root + Categories)).Words;
        (await DoAsync(administrator, site, "Delete", "chuyen-doi-so", [])).Insist(HttpStatusCode.Redirect);

        Assert.Contains("Thông báo: chuyên mục đang có bài", used.Words, StringComparison.Ordinal);
        Assert.Contains("đã có chuyên mục “Thông báo”", alike.Words, StringComparison.Ordinal);
        Assert.Contains("Chuyển đổi số", added, StringComparison.Ordinal);
        Assert.Empty(site.Tenant.Settings.Categories);
    }

    [Fact]
    public async Task What_one_site_renames_stays_as_it_was_on_another()
    {
        var (site, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        await PublishAsync(site, "Bài của xã", "Thông báo");
        await PublishAsync(other, "Bài xã bên", "Thông báo");
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);

        (await DoAsync(administrator, site, "Rename", "thong-bao", new() { ["Label"] = "Tin nhanh" })).Insist(HttpStatusCode.Redirect);

        Assert.Contains("Tin nhanh", (await site.VisitAsync("/tin-tuc?chuyen-muc=thong-bao")).Heading, StringComparison.Ordinal);
        Assert.Contains("Thông báo", (await other.VisitAsync("/tin-tuc?chuyen-muc=thong-bao")).Heading, StringComparison.Ordinal);
    }

    private static Task<long> PublishAsync(TestSite site, string title, string category) =>
        site.PublishAsync(new Article { Title = title, Body = "<p>Nội dung.</p>", Category = GovPortal.Core.Text.VietnameseText.Slug(category), CategoryLabel = category });

    private static Task<Answer> DoAsync(Visitor administrator, TestSite site, string handler, string? value, Dictionary<string, string> fields)
    {
        var all = new Dictionary<string, string>(fields);
        if (value is not null)
        {
            all["Value"] = value;
        }

        return administrator.PostAsync($"{site.Root}{Categories}?handler={handler}", all);
    }
}

public sealed class CategoryOnSqliteTests(SqlitePortal portal) : CategoryTests(portal);

public sealed class CategoryOnPostgresTests(PostgresPortal portal) : CategoryTests(portal);
