using System.Net;
using GovPortal.Content;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Documents;
using GovPortal.News;
using GovPortal.Procedures;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What browsers are told and what stands in the markup, on every kind of page.</summary>
public sealed class PagesAreSafeTests(SqlitePortal portal) : PortalTest(portal)
{
    private const string Attack = "Tên \"lạ\" <script>alert(1)</script></script><img src=x onerror=alert(2)> & 'nháy'";

    private static readonly string[] Public =
        ["/", "/tin-tuc", "/tin-tuc/bai", "/thu-tuc", "/thu-tuc/1.001193", "/van-ban", "/van-ban/van-ban", "/trang", "/lien-he", "/kiem-tra-chu-ky", "/so-do", "/tim-kiem", "/tim-kiem?q=la", "/dang-nhap", "/khong-co", "/en/", "/en/tin-tuc/bai"];

    private static readonly string[] Desk = ["/quan-tri", "/quan-tri/noi-dung", "/quan-tri/lich", "/quan-tri/nhat-ky", "/quan-tri/tin-tuc/moi", "/quan-tri/thiet-lap", "/quan-tri/trang-chu", "/quan-tri/trinh-don", "/quan-tri/bieu-ngu", "/quan-tri/giao-dien", "/quan-tri/chuyen-muc", "/quan-tri/linh-vuc", "/quan-tri/trang-tinh", "/quan-tri/trang-tinh/moi"];

    [Fact]
    public async Task No_page_holds_scripts_styles_or_handlers_of_its_own_or_of_an_attacker()
    {
        var site = await FilledAsync();
        var editor = await site.SignInAsAsync(Role.SiteAdministrator);
        foreach (var path in Public.Concat(Desk))
        {
            var page = await (Desk.Contains(path) ? editor : Portal.NewVisitor()).GetAsync(site.Root + path);
            var html = page.Html;

            Assert.True(page.MediaType == "text/html", path);
            Assert.True(page.Headers.TryGetValue("Content-Security-Policy", out var policy) && policy.Contains("script-src 'self'", StringComparison.Ordinal) && !policy.Contains("unsafe", StringComparison.Ordinal), $"{path}: {policy}");
            Assert.True(page.Headers.ContainsKey("X-Content-Type-Options") && page.Headers.ContainsKey("Referrer-Policy") && !page.Headers.ContainsKey("Server"), path);
            // A data block is never run; what stands in it must still not close it.
            Assert.True(html.QuerySelectorAll("script").All(s => s.HasAttribute("src") || s.GetAttribute("type") == "application/ld+json"), $"{path} holds a script");
            Assert.True(html.QuerySelector("style, [style]") is null, $"{path} holds a style: {html.QuerySelector("style, [style]")?.OuterHtml}");
            Assert.True(html.All.All(e => e.Attributes.All(a => !a.Name.StartsWith("on", StringComparison.Ordinal))), $"{path} holds a handler");
            Assert.True(html.QuerySelectorAll("[href],[src],[action]").All(e => !$"{e.GetAttribute("href")}{e.GetAttribute("src")}{e.GetAttribute("action")}".StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)), path);
            Assert.True(html.QuerySelectorAll("script[src],link[rel=stylesheet],img[src]").All(e => (e.GetAttribute("src") ?? e.GetAttribute("href"))!.StartsWith('/')), $"{path} loads from elsewhere");
        }
    }

    [Fact]
    public async Task Every_page_has_a_title_a_language_one_first_heading_and_labels()
    {
        var site = await FilledAsync();
        foreach (var path in Public)
        {
            var page = await site.VisitAsync(path);
            var html = page.Html;

            Assert.True(!string.IsNullOrWhiteSpace(html.Title) && html.DocumentElement.GetAttribute("lang") is "vi" or "en", path);
            Assert.True(html.QuerySelectorAll("h1").Length == 1, $"{path} has {html.QuerySelectorAll("h1").Length} first headings");
            Assert.True(html.QuerySelectorAll("img").All(i => i.HasAttribute("alt")), $"{path} has a picture without a text");
            var ids = html.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
            Assert.True(ids.Count == ids.Distinct().Count(), $"{path} has an id twice: {string.Join(", ", ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key))}");
            var unlabelled = html.QuerySelectorAll("input:not([type=hidden]), select, textarea").Where(i => html.QuerySelector($"label[for='{i.Id}']") is null && i.Closest("label") is null && !i.HasAttribute("aria-label") && !i.HasAttribute("aria-labelledby"));
            Assert.True(!unlabelled.Any(), $"{path}: {string.Join(' ', unlabelled.Select(u => u.OuterHtml))}");
        }
    }

    [Fact]
    public async Task A_stored_file_runs_nothing_and_is_shown_as_what_it_is()
    {
        var site = await FilledAsync();
        var path = await site.StoreFileAsync("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "hình.svg", "image/svg+xml");
        await site.ShowAsync(path);

        var file = (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);

        Assert.Equal("image/svg+xml", file.MediaType);
        Assert.Contains("sandbox", file.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", file.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("immutable", file.Headers["Cache-Control"], StringComparison.Ordinal);
        (await Portal.NewVisitor().GetAsync(site.Root + path, ifNoneMatch: file.ETag)).Insist(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task What_is_asked_in_an_address_is_shown_as_text()
    {
        var site = await FilledAsync();
        foreach (var path in new[] { "/tim-kiem?q=", "/thu-tuc?q=", "/van-ban?q=", "/tin-tuc?chuyen-muc=", "/tim-kiem?loai=", "/thu-tuc?linh-vuc=" })
        {
            var page = await site.VisitAsync(path + Uri.EscapeDataString("\"><script>alert(3)</script>"));
            Assert.True(!page.Text.Contains("<script>alert(3)", StringComparison.Ordinal), path);
        }
    }

    private async Task<TestSite> FilledAsync()
    {
        var site = await WithRecipeAsync();
        Assert.Empty(await site.Register.SetAsync(site.Name, s => s with { Slogan = Attack, Address = Attack, ResponsibleOfficer = Attack, Menu = [.. s.Menu, new MenuEntry(Attack, "/tin-tuc")] }, CancellationToken.None));
        await site.PublishAsync(new Article { Title = Attack, Summary = Attack, Body = "<p>x</p>", Category = "la", CategoryLabel = Attack, Source = Attack }, "bai");
        await site.PublishAsync(new Procedure { Code = "1.001193", Name = Attack, Fields = [new CodedName("F", Attack)], Requirements = Attack, Steps = [new Step(Attack, Attack)], ReceivingAddresses = Attack, Note = Attack, Keywords = Attack });
        await site.PublishAsync(new LegalDocument { Abstract = Attack, Issuer = Attack, Type = Attack, Signer = Attack, Files = [new DocumentFile(Attack, null)] }, "van-ban");
        await site.PublishAsync(new Page { Title = Attack, Body = "<p>x</p>" }, "trang");
        await site.IsFoundAsync("ten la", "onerror");
        return site;
    }
}
