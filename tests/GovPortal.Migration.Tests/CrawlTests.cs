using System.Collections.Concurrent;
using System.Net;
using System.Text;
using GovPortal.Core.Outside;
using GovPortal.Migration.Crawling;
using GovPortal.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GovPortal.Migration.Tests;

/// <summary>A site that is still on the web, taken in page by page.</summary>
public sealed class CrawlTests : IAsyncLifetime
{
    private readonly OldSite old = new();
    private readonly OpenPortal portal = new();

    public async ValueTask InitializeAsync()
    {
        await old.StartAsync();
        await portal.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await old.DisposeAsync();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task Pages_of_the_sitemap_are_taken_in_as_robots_allow()
    {
        var site = await portal.WithRecipeAsync("commune");
        old.Pages["/robots.txt"] = ("text/plain", "User-agent: *\nDisallow: /rieng\n");
        old.Pages["/sitemap.xml"] = ("application/xml", $"<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>{old.Address}tin/hop-dan</loc></url><url><loc>{old.Address}rieng/mat</loc></url><url><loc>https://khac.example.vn/x</loc></url><url><loc>{old.Address}lien-he</loc></url><url><loc>{old.Address}mat-tich</loc></url></urlset>");
        old.Pages["/tin/hop-dan"] = ("text/html; charset=utf-8", "<html><head><title>Cổng cũ</title><meta property=\"article:published_time\" content=\"2020-02-03T08:00:00+07:00\"></head><body><nav>Trang chủ</nav><main><h1>Họp dân thôn Đông</h1><p>Nội dung họp dân.</p><aside>Quảng cáo</aside></main><footer>Bản quyền</footer></body></html>");
        old.Pages["/lien-he"] = ("text/html", "<html><body><main><h1>Liên hệ</h1><p>Trụ sở cũ.</p></main></body></html>");

        var report = await site.TakeInAsync("crawl", old.Address.AbsoluteUri);

        Assert.Equal((3, 2, 1), (report.Records, report.Added, report.Refused));
        var page = (await site.VisitAsync("/tin-tuc/hop-dan")).Insist(HttpStatusCode.OK);
        Assert.Equal("Họp dân thôn Đông", page.Heading);
        Assert.Contains("Nội dung họp dân.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Quảng cáo", page.Words, StringComparison.Ordinal);
        Assert.Contains("Trụ sở cũ.", (await site.VisitAsync("/trang-lien-he")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Equal($"{site.Root}/tin-tuc/hop-dan", (await site.VisitAsync("/tin/hop-dan")).Insist(HttpStatusCode.MovedPermanently).Location);
        Assert.DoesNotContain("/rieng/mat", old.Asked);
        Assert.Contains("HTTP 404", report.Refusals[0].Value, StringComparison.Ordinal);
        Assert.Equal(2, (await site.TakeInAsync("crawl", old.Address.AbsoluteUri)).Unchanged);
    }

    [Fact]
    public async Task A_feed_says_the_days_and_a_site_without_a_list_is_told()
    {
        var site = await portal.WithRecipeAsync("commune");
        old.Pages["/feed"] = ("application/rss+xml", $"<rss version=\"2.0\"><channel><item><title>Một</title><link>{old.Address}mot.html</link><pubDate>Mon, 03 Feb 2020 01:00:00 +0000</pubDate></item></channel></rss>");
        old.Pages["/mot.html"] = ("text/html", "<html><body><article><h1>Tin từ nguồn</h1><p>Chữ.</p></article></body></html>");

        Assert.Equal(1, (await site.TakeInAsync("crawl", old.Address + "feed")).Added);
        Assert.Contains("03/02/2020", (await site.VisitAsync("/tin-tuc/mot")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Contains("neither sitemap nor feed", (await site.TakeInAsync("crawl", old.Address + "mot.html")).Stopped, StringComparison.Ordinal);
        Assert.Contains("is no address", (await site.TakeInAsync("crawl", "ftp://example.vn")).Stopped, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/c", false)]
    [InlineData("User-agent: GovPortal-import\nDisallow: /\n\nUser-agent: *\nAllow: /", "/x", false)]
    [InlineData("User-agent: Khac\nDisallow: /", "/x", true)]
    [InlineData("User-agent: a\nUser-agent: *\nDisallow: /*.pdf$", "/t/x.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/t/x.pdf?y", true)]
    [InlineData("User-agent: *\nDisallow:", "/x", true)]
    public void Robots_are_heeded_by_their_longest_rule(string rules, string path, bool allows) => Assert.Equal(allows, RobotsRules.Parse(rules).Allows(path));

    /// <summary>A portal that may ask addresses of this machine, without pauses.</summary>
    private sealed class OpenPortal() : PortalFixture(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => [$"--{OutsideRule.Setting}=everywhere", $"--{CrawlImport.PauseSetting}=0"];
    }

    private sealed class OldSite : IAsyncDisposable
    {
        private readonly WebApplication app;

        public OldSite()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            app.Run(AnswerAsync);
        }

        public Dictionary<string, (string Type, string Text)> Pages { get; } = [];

        public ConcurrentBag<string> Asked { get; } = [];

        public Uri Address => new(app.Urls.First() + "/");

        public Task StartAsync() => app.StartAsync();

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task AnswerAsync(HttpContext http)
        {
            Asked.Add(http.Request.Path);
            if (!Pages.TryGetValue(http.Request.Path, out var page))
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            http.Response.ContentType = page.Type;
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(page.Text));
        }
    }
}
