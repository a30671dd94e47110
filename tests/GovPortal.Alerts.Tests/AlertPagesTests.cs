using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Testing;

[assembly: AssemblyFixture(typeof(SqlitePortal))]
[assembly: AssemblyFixture(typeof(PostgresPortal))]

namespace GovPortal.Alerts.Tests;

/// <summary>Alerts over HTTP. It is Monday, 2 March 2026, 8:00.</summary>
public abstract class AlertPagesTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Title = "Tạm dừng tiếp nhận hồ sơ chiều nay";

    private static readonly DateTime Now = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Unspecified);

    private static Alert Outage => new() { Title = Title, TitleEn = "No dossiers are taken in this afternoon", Text = "Bộ phận Một cửa nâng cấp đường truyền.", Category = "Infra", StartsAt = Now.AddHours(-1), EndsAt = Now.AddHours(9) };

    [Fact]
    public async Task An_alert_stands_on_pages_kept_before_and_leaves_them_when_it_is_taken_down()
    {
        var site = await WithRecipeAsync();
        var kept = new KeptPages(Portal);
        Assert.NotNull(await kept.ForGoodAsync(site.Root + "/tin-tuc"));

        var id = await site.PublishAsync(Outage);

        foreach (var path in new[] { "/tin-tuc", "/", "/gioi-thieu", "/khong-co-trang-nay" })
        {
            Assert.Equal("Thông báo: " + Title, Above(await site.VisitAsync(path)));
        }

        Assert.Equal("Notice: No dossiers are taken in this afternoon", Above(await site.VisitAsync("/en/tin-tuc")));
        Assert.Null(await site.WithdrawAsync(id, "Đã xong."));
        Assert.Null(Above(await site.VisitAsync("/tin-tuc")));
    }

    [Fact]
    public async Task Drafts_what_is_to_come_and_what_is_over_stand_above_nothing()
    {
        var site = await WithRecipeAsync();
        await site.DraftAsync(Outage);
        await site.PublishAsync(Outage with { Title = "Sắp tới", StartsAt = Now.AddHours(2) });
        await site.PublishAsync(Outage with { Title = "Đã qua", StartsAt = Now.AddDays(-2), EndsAt = Now });

        Assert.Null(Above(await site.VisitAsync("/")));
        var list = (await site.VisitAsync("/canh-bao")).Insist(HttpStatusCode.OK);
        Assert.Equal(["Sắp tới", "Đã qua"], list.Html.QuerySelectorAll("main section h2").Select(heading => heading.TextContent));
        Assert.DoesNotContain(Title, list.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gravest_stands_first_and_nothing_stands_on_a_neighbour()
    {
        var (own, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        await own.PublishAsync(Outage with { Grade = AlertGrade.Emergency, Title = "Sơ tán ngay" });
        await own.PublishAsync(Outage);

        Assert.Equal(["Khẩn cấp: Sơ tán ngay", "Thông báo: " + Title], (await own.VisitAsync("/")).Html.QuerySelectorAll(".gp-alert__title").Select(title => title.TextContent.Trim()));
        Assert.Null(Above(await other.VisitAsync("/")));
    }

    [Fact]
    public async Task One_act_puts_it_up_and_one_takes_it_down_also_where_another_approves_afterwards()
    {
        var site = await WithRecipeAsync();
        await site.TakeInAsync(Role.Publisher);
        var publisher = await site.SignInAsAsync(Role.Publisher);
        Dictionary<string, string> fields = new() { ["Title"] = Title, ["StartsAt"] = "02/03/2026 07:00", ["EndsAt"] = "hôm nào đó" };

        var refused = await publisher.FillAsync($"{site.Root}/quan-tri/canh-bao/moi", fields, button: "[formaction*=PutUp]");
        Assert.Contains("“hôm nào đó” không phải ngày đúng", refused.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        fields["EndsAt"] = "02/03/2026 17:00";
        (await publisher.FillAsync($"{site.Root}/quan-tri/canh-bao/moi", fields, button: "[formaction*=PutUp]")).Insist(HttpStatusCode.Redirect);
        Assert.Equal("Thông báo: " + Title, Above(await site.VisitAsync("/")));

        (await publisher.FillAsync($"{site.Root}/quan-tri/canh-bao", new Dictionary<string, string>(), button: "button.gp-btn--danger")).Insist(HttpStatusCode.Redirect);
        Assert.Null(Above(await site.VisitAsync("/")));
        var auditor = await site.SignInAsAsync(Role.Auditor);
        Assert.Contains(Title, (await auditor.GetAsync($"{site.Root}/quan-tri/nhat-ky")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_portals_administrator_chooses_other_sites()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var form = (await administrator.GetAsync($"{site.Root}/quan-tri/canh-bao/moi")).Insist(HttpStatusCode.OK);
        Assert.Null(form.Html.QuerySelector("[name=Reach]"));

        Dictionary<string, string> fields = new() { ["Title"] = Title, ["StartsAt"] = "2026-03-02T07:00", ["EndsAt"] = "2026-03-02T17:00", ["Reach"] = "All" };
        var forged = await administrator.FillAsync($"{site.Root}/quan-tri/canh-bao/moi", fields, button: "[formaction*=Publish]");
        Assert.Contains("Chỉ quản trị viên của cổng được chọn trang khác", forged.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Empty((await site.VisitAsync("/canh-bao")).Html.QuerySelectorAll("main article"));
    }

    [Fact]
    public async Task The_API_and_the_feeds_tell_what_is_in_force()
    {
        var site = await WithRecipeAsync();
        (await site.VisitAsync("/canh-bao/cap.xml")).Insist(HttpStatusCode.NotFound);
        var item = await site.ItemAsync(await site.PublishAsync(Outage));

        var running = (await site.VisitAsync("/api/v1/alerts/in-force")).Insist(HttpStatusCode.OK).Json.GetProperty("items")[0];
        Assert.Equal((Title, "notice", "Infra"), (running.GetProperty("title").GetString(), running.GetProperty("grade").GetString(), running.GetProperty("category").GetString()));
        Assert.Equal(Title, (await site.VisitAsync("/api/v1/alerts")).Insist(HttpStatusCode.OK).Json.GetProperty("items")[0].GetProperty("title").GetString());
        Assert.Equal("Bộ phận Một cửa nâng cấp đường truyền.", (await site.VisitAsync($"/api/v1/alerts/{item.Slug}")).Insist(HttpStatusCode.OK).Json.GetProperty("body").GetProperty("text").GetString());

        var cap = (await site.VisitAsync("/canh-bao/cap.xml")).Insist(HttpStatusCode.OK);
        Assert.Equal("application/cap+xml", cap.MediaType);
        Assert.Equal(Title, XElement.Parse(cap.Text).Descendants(XName.Get("headline", Cap.Namespace)).First().Value);
        using var xml = XmlReader.Create(new StringReader((await site.VisitAsync("/canh-bao/feed.atom")).Insist(HttpStatusCode.OK).Text));
        var entry = Assert.Single(SyndicationFeed.Load(xml).Items);
        Assert.EndsWith($"/canh-bao/{item.Slug}/cap.xml", entry.Links.Single(link => link.RelationshipType == "enclosure").Uri.AbsolutePath, StringComparison.Ordinal);
        Assert.Null(await site.WithdrawAsync(item.Id, "Đã xong."));
        Assert.Equal("Cancel", XElement.Parse((await site.VisitAsync($"/canh-bao/{item.Slug}/cap.xml")).Insist(HttpStatusCode.OK).Text).Element(XName.Get("msgType", Cap.Namespace))!.Value);
    }

    internal static string? Above(Answer page) => page.Html.QuerySelector(".gp-alert__title")?.TextContent.Trim();
}

public sealed class AlertPagesOnSqliteTests(SqlitePortal portal) : AlertPagesTests(portal);

public sealed class AlertPagesOnPostgresTests(PostgresPortal portal) : AlertPagesTests(portal);
