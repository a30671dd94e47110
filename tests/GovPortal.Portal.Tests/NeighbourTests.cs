using System.Net;
using System.Text;
using GovPortal.Alerts;
using GovPortal.Consultations;
using GovPortal.Content;
using GovPortal.Core.Security;
using GovPortal.Disclosure;
using GovPortal.Disclosure.Tables;
using GovPortal.Documents;
using GovPortal.Events;
using GovPortal.Feedback;
using GovPortal.Galleries;
using GovPortal.Guides;
using GovPortal.Officials;
using GovPortal.Procedures;
using GovPortal.Publishing.Content;
using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Publishing;
using GovPortal.Testing;
using GovPortal.WorkCalendar;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Asks every address of the product, on one site, for what belongs to another. A new address fails here until somebody says what it is.</summary>
public abstract class NeighbourTests(PortalFixture portal) : PortalTest(portal)
{
    internal const string Secret = "Chuyện riêng của xã láng giềng";

    // Shown on a site without naming an item: they must show nothing of another site.
    private static readonly string[] Lists =
    [
        "", "tin-tuc", "tin-tuc/feed.atom", "thu-tuc", "van-ban", "so-do", "lien-he", "tim-kiem", "sitemap.xml", "robots.txt", "manifest.webmanifest", "theme.css", "anh-chia-se.png",
        "api/v1/articles", "api/v1/procedures", "api/v1/documents", "api/v1/search", "api/v1/suggest", "tra-cuu", "mot-cua", "mot-cua.csv",
        "xep-hang", "xep-hang/do-phu", "xep-hang/do-phu.csv", "xep-hang/do-phu.json", "api/v1/rankings",
        "lich-cong-tac", "lich-cong-tac.ics", "api/v1/work-calendar",
        "can-bo", "co-cau", "api/v1/officials", "api/v1/units",
        "canh-bao", "canh-bao/cap.xml", "canh-bao/feed.atom", "api/v1/alerts", "api/v1/alerts/in-force",

        "cuoc-song", "api/v1/guides", "opensearch.xml", "tim-kiem.atom",
        "hoi-dap", "hoi-dap/feed.atom", "hoi-dap/gui", "hoi-dap/theo-doi", "gop-y", "api/v1/questions", "lay-y-kien", "lay-y-kien/feed.atom", "api/v1/consultations",
        "cong-khai", "api/v1/disclosure", "su-kien", "su-kien/lich.ics", "api/v1/events", "thu-vien-anh", "api/v1/galleries",
    ];

    // Hold nothing of a site, or say no by themselves.
    private static readonly string[] Open = ["loi/{code:int}", "dang-nhap", "dang-nhap/khong-co-quyen", "dang-nhap/xac-thuc", "dang-nhap/khoa", "dang-nhap/ngoai", "dang-nhap/ngoai/xong", "dang-nhap/quen-mat-khau", "dang-nhap/mat-khau-moi/{link}", "moi/{link}", "tai-khoan", "tai-khoan/khoa", "tai-khoan/xac-thuc", "dang-xuat", "kiem-tra-chu-ky", "tim-kiem/da-mo", "api/v1/sites", "api/v1/openapi.json", "api/v1/working-time/due", "huu-ich"];

    private static readonly Dictionary<string, Func<Belongings, string>> Items = new()
    {
        ["{slug}"] = a => a.Page.Slug,
        ["tin-tuc/{slug}"] = a => $"tin-tuc/{a.Article.Slug}",
        ["thu-tuc/{code}"] = a => $"thu-tuc/{a.Procedure.Slug}",
        ["thu-tuc/{code}/nop-ho-so"] = a => $"thu-tuc/{a.Procedure.Slug}/nop-ho-so",
        ["thu-tuc/{code}/ngay-tra.ics"] = a => $"thu-tuc/{a.Procedure.Slug}/ngay-tra.ics?ngay=2026-03-05",
        ["anh-chia-se/{**path}"] = a => $"anh-chia-se/tin-tuc/{a.Article.Slug}.png",
        ["van-ban/{slug}"] = a => $"van-ban/{a.Document.Slug}",
        ["api/v1/articles/{slug}"] = a => $"api/v1/articles/{a.Article.Slug}",
        ["api/v1/procedures/{slug}"] = a => $"api/v1/procedures/{a.Procedure.Slug}",
        ["api/v1/documents/{slug}"] = a => $"api/v1/documents/{a.Document.Slug}",
        ["lich-cong-tac/{slug}"] = a => $"lich-cong-tac/{a.Appointment.Slug}",
        ["api/v1/work-calendar/{slug}"] = a => $"api/v1/work-calendar/{a.Appointment.Slug}",
        ["canh-bao/{slug}"] = a => $"canh-bao/{a.Alert.Slug}",
        ["canh-bao/{slug}/cap.xml"] = a => $"canh-bao/{a.Alert.Slug}/cap.xml",
        ["api/v1/alerts/{slug}"] = a => $"api/v1/alerts/{a.Alert.Slug}",
        ["can-bo/{slug}"] = a => $"can-bo/{a.Official.Slug}",
        ["api/v1/officials/{slug}"] = a => $"api/v1/officials/{a.Official.Slug}",
        ["co-cau/{slug}"] = a => $"co-cau/{a.Unit.Slug}",
        ["api/v1/units/{slug}"] = a => $"api/v1/units/{a.Unit.Slug}",

        ["cuoc-song/{slug}"] = a => $"cuoc-song/{a.Guide.Slug}",
        ["api/v1/guides/{slug}"] = a => $"api/v1/guides/{a.Guide.Slug}",
        ["hoi-dap/{slug}"] = a => $"hoi-dap/{a.Question.Slug}",
        ["api/v1/questions/{slug}"] = a => $"api/v1/questions/{a.Question.Slug}",
        ["lay-y-kien/{slug}"] = a => $"lay-y-kien/{a.Consultation.Slug}",
        ["lay-y-kien/{slug}/gop-y"] = a => $"lay-y-kien/{a.Consultation.Slug}/gop-y",
        ["api/v1/consultations/{slug}"] = a => $"api/v1/consultations/{a.Consultation.Slug}",
        ["cong-khai/{slug}"] = a => $"cong-khai/{a.Disclosed.Slug}",
        ["cong-khai/{slug}/bang-{number:int}.csv"] = a => $"cong-khai/{a.Disclosed.Slug}/bang-1.csv",
        ["cong-khai/{slug}/bang-{number:int}.xlsx"] = a => $"cong-khai/{a.Disclosed.Slug}/bang-1.xlsx",
        ["api/v1/disclosure/{slug}"] = a => $"api/v1/disclosure/{a.Disclosed.Slug}",
        ["su-kien/{slug}"] = a => $"su-kien/{a.Event.Slug}",
        ["su-kien/{slug}.ics"] = a => $"su-kien/{a.Event.Slug}.ics",
        ["su-kien/{slug}/dang-ky"] = a => $"su-kien/{a.Event.Slug}/dang-ky",
        ["api/v1/events/{slug}"] = a => $"api/v1/events/{a.Event.Slug}",
        ["thu-vien-anh/{slug}"] = a => $"thu-vien-anh/{a.Album.Slug}",
        ["api/v1/galleries/{slug}"] = a => $"api/v1/galleries/{a.Album.Slug}",
        ["xep-hang/{year:int}"] = a => $"xep-hang/{a.Ranking.Slug}",
        ["xep-hang/{year:int}/{unit}"] = a => $"xep-hang/{a.Ranking.Slug}/so-tu-phap",
        ["xep-hang/{year:int}/tinh-lai"] = a => $"xep-hang/{a.Ranking.Slug}/tinh-lai",
        ["xep-hang/{year:int}/du-lieu.json"] = a => $"xep-hang/{a.Ranking.Slug}/du-lieu.json",
        ["xep-hang/{year:int}/ket-qua.csv"] = a => $"xep-hang/{a.Ranking.Slug}/ket-qua.csv",
        ["xep-hang/{year:int}/so-lieu.csv"] = a => $"xep-hang/{a.Ranking.Slug}/so-lieu.csv",
        ["xep-hang/{year:int}/cong-thuc.csv"] = a => $"xep-hang/{a.Ranking.Slug}/cong-thuc.csv",
        ["api/v1/rankings/{year:int}"] = a => $"api/v1/rankings/{a.Ranking.Slug}",
        ["tep/{hash:length(16):regex(^[0-9a-f]+$)}/{name}"] = a => a.File,
        ["tep/{hash:length(16):regex(^[0-9a-f]+$)}/{width:int}/{name}"] = a => a.Rendition,
    };

    [Fact]
    public void Every_address_of_the_product_is_in_the_table()
    {
        var unknown = Patterns().Where(p => !IsDesk(p) && !Lists.Contains(p) && !Open.Contains(p) && !Items.ContainsKey(p));

        Assert.Empty(unknown);
        Assert.Empty(Lists.Concat(Open).Concat(Items.Keys).Except(Patterns()));
    }

    [Fact]
    public async Task No_address_shows_an_item_of_another_site()
    {
        var (a, b) = (await WithRecipeAsync(), await WithRecipeAsync());
        var belongings = await Belongings.OfAsync(a);

        foreach (var (pattern, address) in Items)
        {
            var path = "/" + address(belongings);
            Assert.True((await a.VisitAsync(path)).Status == HttpStatusCode.OK, $"{pattern} does not show its own item at {path}");
            var answer = await b.VisitAsync(path);
            Assert.True(answer.Status == HttpStatusCode.NotFound, $"{pattern} answers {(int)answer.Status} for another site's item");
            Assert.DoesNotContain(Secret, answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_list_shows_an_item_of_another_site()
    {
        var (a, b) = (await WithRecipeAsync(), await WithRecipeAsync());
        var belongings = await Belongings.OfAsync(a);
        await a.IsFoundAsync(Secret, Secret);

        foreach (var query in new[] { "", "?q=" + Uri.EscapeDataString(Secret), "?loai=article&phan=1" })
        {
            foreach (var path in Lists.Where(p => query.Length == 0 || p is "thu-tuc" or "van-ban" or "tim-kiem" or "sitemap.xml" or "api/v1/search" or "api/v1/suggest"))
            {
                var answer = await b.VisitAsync("/" + path + query);
                var shown = answer.Html.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")).Where(href => href!.Contains(belongings.Article.Slug, StringComparison.Ordinal));
                Assert.True(!shown.Any() && !answer.Text.Contains(belongings.Article.Slug, StringComparison.Ordinal), $"/{path}{query} shows what belongs to another site");
            }
        }
    }

    [Fact]
    public async Task Ways_in_that_are_no_routes_show_nothing_of_another_site()
    {
        var (a, b) = (await WithRecipeAsync(), await WithRecipeAsync());
        var previews = Portal.Services.GetRequiredService<PreviewLinks>();
        var draft = await a.DraftAsync(new Page { Title = Secret });
        var preview = previews.PathOf(previews.Offer(a.Tenant, draft, 1));
        var forged = previews.PathOf(previews.Offer(b.Tenant, draft, 1));
        Assert.Contains(Secret, (await a.VisitAsync(preview)).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        var stranger = await b.SignInAsAsync(Role.SiteAdministrator);
        var asset = (await b.VisitAsync("/")).Html.QuerySelector("link[rel=stylesheet][href*='_content']")!.GetAttribute("href")!;

        foreach (var (path, expected) in new[]
        {
            (b.Root + preview, HttpStatusCode.NotFound), (preview, HttpStatusCode.NotFound), ($"{b.Root}/en{preview}", HttpStatusCode.NotFound), (b.Root + preview + "x", HttpStatusCode.NotFound),
            (b.Root + forged, HttpStatusCode.Gone), (b.Root + "/dang-nhap/oidc", HttpStatusCode.NotFound), (b.Root + "/dang-nhap/ngoai/xong", HttpStatusCode.NotFound),
            ("/health/live", HttpStatusCode.OK), ("/health/ready", HttpStatusCode.OK), (b.Root + "/health/ready", HttpStatusCode.NotFound), (asset, HttpStatusCode.OK), (b.Root + asset, HttpStatusCode.NotFound),
        })
        {
            foreach (var visitor in new[] { Portal.NewVisitor(), stranger })
            {
                var answer = await visitor.GetAsync(path);
                Assert.True(answer.Status == expected && !answer.Text.Contains(Secret, StringComparison.Ordinal), $"{path} answers {(int)answer.Status}");
            }
        }
    }

    [Fact]
    public async Task The_desk_is_closed_to_nobody_and_to_the_people_of_another_site()
    {
        var (a, b) = (await WithRecipeAsync(), await WithRecipeAsync());
        var belongings = await Belongings.OfAsync(a);
        var (nobody, stranger) = (Portal.NewVisitor(), await b.SignInAsAsync(Role.SiteAdministrator));

        foreach (var pattern in Patterns().Where(IsDesk))
        {
            foreach (var id in new[] { belongings.Article, belongings.Procedure, belongings.Document, belongings.Page })
            {
                var path = $"{a.Root}/{Filled(pattern, id)}";
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
                {
                    var visit = await nobody.SendAsync(method, path);
                    Assert.True(visit.Status == HttpStatusCode.Redirect && visit.Location!.Contains("/dang-nhap", StringComparison.Ordinal) || visit.Status is HttpStatusCode.Unauthorized,
                        $"{method} /{pattern} answers {(int)visit.Status} to nobody");
                    var intrusion = await stranger.SendAsync(method, path);
                    Assert.True(intrusion.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound
                        || intrusion.Status == HttpStatusCode.Redirect && intrusion.Location!.Contains("/dang-nhap/khong-co-quyen", StringComparison.Ordinal), $"{method} /{pattern} answers {(int)intrusion.Status} to a stranger");
                }
            }
        }
    }

    [Fact]
    public async Task The_desk_of_ones_own_site_does_not_open_items_of_another()
    {
        var (a, b) = (await WithRecipeAsync(), await WithRecipeAsync());
        var belongings = await Belongings.OfAsync(a);
        var editor = await b.SignInAsAsync(Role.SiteAdministrator);

        foreach (var pattern in Patterns().Where(p => IsDesk(p) && p.Contains('{', StringComparison.Ordinal)))
        {
            foreach (var item in new[] { belongings.Article, belongings.Procedure, belongings.Document, belongings.Page })
            {
                var answer = await editor.GetAsync($"{b.Root}/{Filled(pattern, item)}");
                Assert.True(answer.Status == HttpStatusCode.NotFound || !answer.Text.Contains(Secret, StringComparison.Ordinal), $"/{pattern} answers {(int)answer.Status} and shows what belongs to another site");
            }
        }
    }

    private static bool IsDesk(string pattern) => pattern == "quan-tri" || pattern.StartsWith("quan-tri/", StringComparison.Ordinal);

    private static string Filled(string pattern, ContentItem item)
    {
        var path = new StringBuilder();
        foreach (var segment in pattern.Split('/'))
        {
            var value = !segment.StartsWith('{') ? segment
                : segment.StartsWith("{id", StringComparison.Ordinal) ? item.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : segment.StartsWith("{type", StringComparison.Ordinal) || segment.StartsWith("{loai", StringComparison.Ordinal) ? item.Type
                : segment.Contains("number", StringComparison.Ordinal) || segment.Contains("version", StringComparison.Ordinal) ? "1" : item.Slug;
            path.Append(path.Length == 0 ? "" : "/").Append(value);
        }

        return path.ToString();
    }

    private string[] Patterns() => [.. Portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')).Distinct().Order(StringComparer.Ordinal)];
}

public sealed class NeighbourOnSqliteTests(SqlitePortal portal) : NeighbourTests(portal);

public sealed class NeighbourOnPostgresTests(PostgresPortal portal) : NeighbourTests(portal);
