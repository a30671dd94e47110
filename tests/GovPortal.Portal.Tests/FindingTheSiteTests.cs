using System.Net;
using GovPortal.Sites;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

public abstract class FindingTheSiteTests(PortalFixture portal) : PortalTest(portal)
{
    private async Task<TestSite> WithHostAsync(string host)
    {
        var site = Mine(await Portal.OpenAsync(new NewSite { Name = $"so-{Guid.NewGuid():n}", Title = "Sở Đất đai và Đô thị", TitleEn = "Department of Land and Cities", Recipe = "department", Host = host, Parent = "portal" }));
        await site.PublishArticleAsync("Bài ở tên miền riêng");
        return site;
    }

    [Fact]
    public async Task A_site_answers_at_its_path_and_at_its_own_host()
    {
        var host = $"{Guid.NewGuid():n}.example.vn";
        var site = await WithHostAsync(host);

        var byPath = (await site.VisitAsync("/tin-tuc/bai-o-ten-mien-rieng")).Insist(HttpStatusCode.OK);
        var byHost = (await Portal.NewVisitor().GetAsync("/tin-tuc/bai-o-ten-mien-rieng", host)).Insist(HttpStatusCode.OK);

        Assert.Equal(byPath.Heading, byHost.Heading);
        Assert.Contains($"href=\"{site.Root}/tin-tuc", byPath.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"{site.Root}/", byHost.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/tin-tuc", byHost.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/tin-tuc/bai-o-ten-mien-rieng")]
    [InlineData("/tin-tuc")]
    [InlineData("/")]
    public async Task One_address_stands_for_a_page_wherever_it_was_read(string path)
    {
        var host = $"{Guid.NewGuid():n}.example.vn";
        var site = await WithHostAsync(host);

        foreach (var page in new[] { await site.VisitAsync(path), await Portal.NewVisitor().GetAsync(path, host) })
        {
            var html = page.Insist(HttpStatusCode.OK).Html;
            Assert.Equal($"http://{host}{path}", html.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.Equal($"http://{host}{path}", html.QuerySelector("meta[property='og:url']")!.GetAttribute("content"));
            Assert.All(html.QuerySelectorAll("link[hreflang]"), other => Assert.StartsWith($"http://{host}/", other.GetAttribute("href"), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_unknown_host_shows_the_portal()
    {
        var page = (await Portal.NewVisitor().GetAsync("/gioi-thieu", "khong-biet.example.vn")).Insist(HttpStatusCode.OK);

        Assert.Contains("Cổng thông tin điện tử", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_in_addresses_and_hosts_know_no_case()
    {
        var host = $"{Guid.NewGuid():n}.example.vn";
        var site = await WithHostAsync(host);

        Assert.Equal($"{site.Root}/tin-tuc?trang=2", (await Portal.NewVisitor().GetAsync($"/{site.Name.ToUpperInvariant()}/tin-tuc?trang=2")).Insist(HttpStatusCode.MovedPermanently).Location);
        (await Portal.NewVisitor().GetAsync("/tin-tuc/bai-o-ten-mien-rieng", host.ToUpperInvariant())).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task English_stands_under_en_with_the_texts_of_the_site_in_English()
    {
        var host = $"{Guid.NewGuid():n}.example.vn";
        var site = await WithHostAsync(host);

        foreach (var page in new[] { await site.VisitAsync("/en/gioi-thieu"), await Portal.NewVisitor().GetAsync("/en/gioi-thieu", host) })
        {
            page.Insist(HttpStatusCode.OK);
            Assert.Equal("About", page.Heading);
            Assert.Equal("en", page.Html.DocumentElement.GetAttribute("lang"));
            Assert.Contains("Department of Land and Cities", page.Words, StringComparison.Ordinal);
        }

        Assert.Contains($"href=\"{site.Root}/en/tin-tuc", (await site.VisitAsync("/en/gioi-thieu")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_English_has_no_English_pages()
    {
        var site = await WithRecipeAsync();
        Assert.Empty(await site.Register.SetAsync(site.Name, s => s with { Languages = ["vi"] }, CancellationToken.None));

        (await site.VisitAsync("/en/gioi-thieu")).Insist(HttpStatusCode.NotFound);
        (await site.VisitAsync("/gioi-thieu")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_portal_lists_its_sites_and_only_the_portal_does()
    {
        var site = await WithRecipeAsync();

        var sites = (await Portal.Portal.VisitAsync("/api/v1/sites")).Insist(HttpStatusCode.OK).Json;

        Assert.Contains(sites.GetProperty("items").EnumerateArray(), s => s.GetProperty("name").GetString() == site.Name && s.GetProperty("url").GetString() == $"{site.Root}/");
        Assert.Equal("application/problem+json", (await site.VisitAsync("/api/v1/sites")).Insist(HttpStatusCode.NotFound).MediaType);
    }
}

public sealed class FindingTheSiteOnSqliteTests(SqlitePortal portal) : FindingTheSiteTests(portal);

public sealed class FindingTheSiteOnPostgresTests(PostgresPortal portal) : FindingTheSiteTests(portal);
