using GovPortal.Testing;

namespace GovPortal.Alerts.Tests;

/// <summary>Alerts that the portal gives for every site, and that time ends: on a portal of their own, for both change what others would see.</summary>
public sealed class AlertsOfTheProvinceTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Unspecified);

    private static Alert Flood => new() { Title = "Lũ khẩn cấp trên sông Cầu", Grade = AlertGrade.Emergency, Category = "Met", Reach = AlertReach.All, StartsAt = Now, EndsAt = Now.AddMinutes(20) };

    [Fact]
    public async Task An_alert_of_the_portal_stands_on_kept_pages_of_every_site_until_its_last_minute()
    {
        await using var portal = new SqlitePortal();
        var (commune, department) = (await portal.WithRecipeAsync("commune"), await portal.WithRecipeAsync("department"));
        var kept = new KeptPages(portal);
        await kept.ForGoodAsync(commune.Root + "/tin-tuc");

        var id = await portal.Portal.PublishAsync(Flood);
        foreach (var site in new[] { portal.Portal, commune, department })
        {
            Assert.Equal("Khẩn cấp: Lũ khẩn cấp trên sông Cầu", AlertPagesTests.Above(await site.VisitAsync("/tin-tuc")));
        }

        var shown = await kept.ForGoodAsync(commune.Root + "/tin-tuc");
        Assert.Equal(TestClock.Start.AddMinutes(20), shown.Until);
        portal.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Null(kept.Of(commune.Root + "/tin-tuc"));
        Assert.Null(AlertPagesTests.Above(await commune.VisitAsync("/tin-tuc")));
        Assert.Contains("đã hết hiệu lực", (await portal.Portal.VisitAsync("/canh-bao/" + (await portal.Portal.ItemAsync(id)).Slug)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_begins_by_itself_and_reaches_only_the_sites_it_names()
    {
        await using var portal = new SqlitePortal();
        var (named, other) = (await portal.WithRecipeAsync("commune"), await portal.WithRecipeAsync("commune"));
        await portal.Portal.PublishAsync(Flood with { Reach = AlertReach.Chosen, Sites = [named.Name], StartsAt = Now.AddMinutes(5) });

        var before = await new KeptPages(portal).ForGoodAsync(named.Root + "/tin-tuc");
        Assert.Equal(TestClock.Start.AddMinutes(5), before.Until);
        Assert.Null(AlertPagesTests.Above(await named.VisitAsync("/tin-tuc")));

        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.NotNull(AlertPagesTests.Above(await named.VisitAsync("/tin-tuc")));
        Assert.Null(AlertPagesTests.Above(await other.VisitAsync("/tin-tuc")));
        Assert.Null(AlertPagesTests.Above(await portal.Portal.VisitAsync("/tin-tuc")));
    }
}
