using System.Net;
using GovPortal.Publishing.Publication;
using GovPortal.Publishing.Recipes;
using GovPortal.Storage.Tenancy;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>The province a newcomer sees first.</summary>
public sealed class DemoProvinceTests(DemoProvince portal) : PortalTest(portal), IClassFixture<DemoProvince>
{
    [Fact]
    public async Task Every_site_of_the_demo_shows_its_home_its_news_and_its_procedures()
    {
        foreach (var tenant in Portal.Services.GetRequiredService<TenantDirectory>().All)
        {
            var site = Mine(Portal.Site(tenant.Name));
            foreach (var path in new[] { "/", "/gioi-thieu", "/tin-tuc", "/thu-tuc", "/van-ban", "/lien-he", "/so-do", "/en/" })
            {
                (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
            }
        }
    }

    [Fact]
    public async Task Every_link_and_picture_of_the_home_pages_leads_somewhere()
    {
        var known = new Dictionary<string, HttpStatusCode>();
        foreach (var tenant in Portal.Services.GetRequiredService<TenantDirectory>().All)
        {
            var site = Mine(Portal.Site(tenant.Name));
            var home = (await site.VisitAsync("/")).Insist(HttpStatusCode.OK).Html;
            var addresses = home.QuerySelectorAll("a[href], img[src], link[href], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src"))
                .OfType<string>().Where(a => a.StartsWith('/') && !a.StartsWith("//", StringComparison.Ordinal)).Select(a => a.Split('#')[0]).Distinct();
            foreach (var address in addresses.Where(a => !known.ContainsKey(a)))
            {
                known[address] = (await Portal.NewVisitor().GetAsync(address)).Status;
            }
        }

        Assert.Empty(known.Where(k => k.Value != HttpStatusCode.OK).Select(k => $"{k.Key}: {(int)k.Value}"));
    }

    [Fact]
    public async Task Its_standing_pages_form_a_tree()
    {
        var portal = Mine(Portal.Site("portal"));

        Assert.Contains((await portal.VisitAsync("/gioi-thieu")).Html.QuerySelectorAll("main a"), link => link.GetAttribute("href") == "/co-cau-to-chuc");
        Assert.NotNull((await portal.VisitAsync("/so-do")).Html.QuerySelector("a[href='/gioi-thieu'] + ul a[href='/co-cau-to-chuc']"));
    }

    [Fact]
    public async Task Applied_again_it_leaves_the_same()
    {
        var (directory, runner, log) = (Portal.Services.GetRequiredService<TenantDirectory>(), Portal.Services.GetRequiredService<RecipeRunner>(), Portal.Services.GetRequiredService<PublicationLog>());
        var before = (await log.LastPositionAsync(CancellationToken.None), directory.All.Count);

        await runner.ApplyAsync(runner.Read("demo"), directory.Portal!, null, CancellationToken.None);

        Assert.Equal(before, (await log.LastPositionAsync(CancellationToken.None), directory.All.Count));
    }
}

/// <summary>A portal set up as the README's first command does.</summary>
public sealed class DemoProvince : PortalFixture
{
    public DemoProvince() : base(new SqliteDatabase()) => Clock.Set(TestClock.AfterRealData);

    protected override string Recipe => "demo";
}
