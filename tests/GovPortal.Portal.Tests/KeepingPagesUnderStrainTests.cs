using System.Globalization;
using System.Net;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What crowds, ill will and a broken database do to the kept pages. Each test has a portal of its own.</summary>
public sealed class KeepingPagesUnderStrainTests
{
    [Fact]
    public async Task A_hundred_who_come_at_once_wait_for_one_rendering()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        var pages = new KeptPages(portal);
        var before = pages.Cache.Renderings;

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => site.VisitAsync("/thu-tuc")));

        Assert.All(answers, answer => answer.Insist(HttpStatusCode.OK));
        Assert.Equal(1, pages.Cache.Renderings - before);
    }

    [Fact]
    public async Task Made_up_queries_hosts_spellings_and_paths_push_out_no_real_page()
    {
        await using var portal = new SmallCachePortal();
        var site = await portal.WithRecipeAsync("commune");
        var pages = new KeptPages(portal);

        // The host by which the portal is visited becomes known by being visited.
        for (var visit = 0; visit < 40; visit++)
        {
            (await site.VisitAsync("/")).Insist(HttpStatusCode.OK);
        }

        var home = pages.Of(site.Root + "/");
        for (var i = 0; i < 400; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            await site.VisitAsync($"/tim-kiem?q=bia{number}");
            await site.VisitAsync($"/tin-tuc?chuyen-muc={number}");
            await site.VisitAsync($"/?utm_campaign={number}");
            await site.VisitAsync($"/bia-dat-{number}");
            await portal.NewVisitor().GetAsync(site.Root + "/", host: $"bia-dat-{number}.example.vn");
            await portal.NewVisitor().GetAsync(site.Root + (i % 2 == 0 ? "/TIN-tuc" : "/Van-Ban/"));
        }

        Assert.NotNull(home);
        Assert.Same(home, pages.Of(site.Root + "/"));
        Assert.InRange(pages.Cache.Size, 1, pages.Cache.Budget);
    }

    [Fact]
    public async Task While_the_database_is_away_visitors_get_the_page_as_it_was_and_faults_are_not_kept()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        await site.PublishArticleAsync("Tin trước khi mất cơ sở dữ liệu");
        (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK);
        await portal.BreakDatabaseAsync();

        // Past midnight every page wants to be rendered anew.
        portal.Clock.Advance(TimeSpan.FromHours(20));
        for (var visit = 0; visit < 3; visit++)
        {
            Assert.Contains("Tin trước khi mất", (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        }

        Assert.Contains(portal.Log.Since(0, [site.Name]), line => line.Contains("could not be rendered anew", StringComparison.Ordinal));
        Assert.True((int)(await site.VisitAsync("/tin-tuc/khong-xem-truoc")).Status >= 500);
        Assert.True((int)(await site.VisitAsync("/tin-tuc/khong-xem-truoc")).Status >= 500);
        await portal.MendDatabaseAsync();
        (await site.VisitAsync("/tin-tuc/khong-xem-truoc")).Insist(HttpStatusCode.NotFound);
        portal.Clock.Advance(TimeSpan.FromSeconds(3));
        await site.PublishArticleAsync("Tin sau khi nối lại");
        Assert.Contains("Tin sau khi nối lại", (await site.VisitAsync("/tin-tuc")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_midnight_of_the_agency_pages_say_the_new_day()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        Assert.Contains("02/03/2026", (await site.VisitAsync("/")).Words, StringComparison.Ordinal);

        // The clock stands at 8:00 in Hà Nội.
        portal.Clock.Advance(TimeSpan.FromHours(16));

        Assert.Contains("03/03/2026", (await site.VisitAsync("/")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_no_memory_for_pages_every_page_is_made_anew()
    {
        await using var portal = new UncachedPortal();
        var site = await portal.WithRecipeAsync("commune");

        (await site.VisitAsync("/")).Insist(HttpStatusCode.OK);

        Assert.Null((await site.VisitAsync("/")).ETag);
        Assert.Equal(0, new KeptPages(portal).Cache.Count);
    }

    private sealed class SmallCachePortal() : PortalFixture(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => ["--GovPortal:PageCache:MiB=4"];
    }
}
