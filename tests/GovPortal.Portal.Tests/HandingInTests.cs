using System.Net;
using GovPortal.Core.Tenancy;
using GovPortal.Procedures;
using GovPortal.Sites;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Where a dossier is handed in, and when its outcome is due.</summary>
public sealed class HandingInTests(SqlitePortal portal) : PortalTest(portal)
{
    private static readonly Procedure Birth = new()
    {
        Code = "1.001193",
        Name = "Đăng ký khai sinh",
        Levels = ["xa"],
        Methods = [new Method("DIRECT", 2, "WORKING_DAY", null), new Method("ONLINE", null, "OTHER", "Ngay trong ngày")],
    };

    [Fact]
    public async Task Whoever_names_their_commune_sees_its_counter()
    {
        var (commune, site) = (await CommuneAsync("Xã Nơi Ở", "Thôn Đoài, xã Nơi Ở, tỉnh Bắc Ninh"), await DepartmentAsync());
        await site.PublishAsync(Birth);

        var unchosen = (await site.VisitAsync("/thu-tuc/1.001193/nop-ho-so")).Insist(HttpStatusCode.OK);
        var chosen = (await site.VisitAsync($"/thu-tuc/1.001193/nop-ho-so?xa={commune.Name}&ngay=2026-03-05")).Insist(HttpStatusCode.OK);

        Assert.Empty(unchosen.Html.QuerySelectorAll("[data-office]"));
        Assert.NotNull(unchosen.Html.QuerySelector($"select[name=xa] option[value='{commune.Name}']"));
        var card = chosen.Html.QuerySelector($"[data-office='{commune.Name}']")!.TextContent;
        Assert.Contains("Thôn Đoài, xã Nơi Ở", card, StringComparison.Ordinal);
        Assert.Contains("0222 000 111", card, StringComparison.Ordinal);
        // The test's clock stands at eight on a Monday.
        Assert.Contains("Đang mở cửa", card, StringComparison.Ordinal);
        Assert.Contains("11:30", card, StringComparison.Ordinal);
        Assert.Contains("Thứ Hai, 09/03/2026", chosen.Words, StringComparison.Ordinal);
        Assert.Equal("noindex", chosen.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task On_a_communes_own_site_the_counter_is_its_own()
    {
        var commune = await CommuneAsync("Xã Tự Mình", "Thôn Thượng");
        await commune.PublishAsync(Birth);

        Assert.NotNull((await commune.VisitAsync("/thu-tuc/1.001193/nop-ho-so")).Html.QuerySelector($"[data-office='{commune.Name}']"));
        Assert.Contains("/thu-tuc/1.001193/nop-ho-so", (await commune.VisitAsync("/thu-tuc/1.001193")).Html.QuerySelector("a[data-gp-commune]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_procedure_of_the_province_leads_to_the_agency_that_settles_it()
    {
        var site = await DepartmentAsync();
        await site.PublishAsync(Birth with { Levels = ["tinh"] });

        var page = (await site.VisitAsync("/thu-tuc/1.001193/nop-ho-so")).Insist(HttpStatusCode.OK);

        Assert.NotNull(page.Html.QuerySelector($"[data-office='{site.Name}']"));
        Assert.Null(page.Html.QuerySelector("select[name=xa]"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_with_its_field()
    {
        var site = await DepartmentAsync();
        await site.PublishAsync(Birth);

        Assert.Contains("“xa-khong-co”", (await site.VisitAsync("/thu-tuc/1.001193/nop-ho-so?xa=xa-khong-co")).Insist(HttpStatusCode.OK).Html.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("“hom-qua”", (await site.VisitAsync("/thu-tuc/1.001193/nop-ho-so?ngay=hom-qua")).Insist(HttpStatusCode.OK).Html.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        (await site.VisitAsync("/thu-tuc/9.999999/nop-ho-so")).Insist(HttpStatusCode.NotFound);
        Assert.Contains("“x”", (await site.VisitAsync("/thu-tuc/1.001193/ngay-tra.ics?ngay=x")).Insist(HttpStatusCode.BadRequest).Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("“7”", (await site.VisitAsync("/thu-tuc/1.001193/ngay-tra.ics?ngay=2026-03-05&dong=7")).Insist(HttpStatusCode.BadRequest).Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        (await site.VisitAsync("/thu-tuc/1.001193/ngay-tra.ics?ngay=2026-03-05&dong=1")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_due_day_goes_into_a_calendar()
    {
        var site = await DepartmentAsync();
        await site.PublishAsync(Birth);

        var page = await site.VisitAsync("/thu-tuc/1.001193/nop-ho-so?ngay=2026-03-05");
        var entry = (await Portal.NewVisitor().GetAsync(page.Html.QuerySelector("a[href*='.ics']")!.GetAttribute("href")!)).Insist(HttpStatusCode.OK);

        Assert.Equal("text/calendar", entry.MediaType);
        Assert.Contains("DTSTART:20260309T003000Z", entry.Text, StringComparison.Ordinal);
        Assert.Contains("Hẹn trả kết quả: Đăng ký khai sinh", entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_commune_and_a_withdrawn_procedure_are_gone_at_once()
    {
        var (commune, site) = (await CommuneAsync("Xã Sẽ Đóng", "Thôn Hạ"), await DepartmentAsync());
        var id = await site.PublishAsync(Birth);
        var path = $"/thu-tuc/1.001193/nop-ho-so?xa={commune.Name}";
        Assert.NotNull((await site.VisitAsync(path)).Html.QuerySelector($"[data-office='{commune.Name}']"));

        Assert.Empty(await site.Register.SetAsync(commune.Name, settings => settings with { Phone = "0222 999 888" }, CancellationToken.None));
        Assert.Contains("0222 999 888", (await site.VisitAsync(path)).Text, StringComparison.Ordinal);
        await site.WithdrawAsync(id, "Bãi bỏ");
        (await site.VisitAsync(path)).Insist(HttpStatusCode.NotFound);
    }

    private async Task<TestSite> CommuneAsync(string title, string address)
    {
        var site = Mine(await Portal.OpenAsync(new NewSite { Name = $"xa-noi-{Guid.NewGuid():n}"[..20], Title = title, Recipe = "commune", Parent = Tenant.PortalName, Kind = SiteKind.Commune }));
        Assert.Empty(await site.Register.SetAsync(site.Name, settings => settings with { Address = address, Phone = "0222 000 111" }, CancellationToken.None));
        return site;
    }

    private async Task<TestSite> DepartmentAsync() =>
        Mine(await Portal.OpenAsync(new NewSite { Name = $"so-noi-{Guid.NewGuid():n}"[..20], Title = "Sở Thử Nơi Nộp", Recipe = "department", Parent = Tenant.PortalName, Kind = SiteKind.Department }));
}

/// <summary>The catalogue holds what other provinces published: their dossiers are not handed in here.</summary>
public sealed class HandingInElsewhereTests
{
    [Fact]
    public async Task An_office_of_another_province_is_not_given_for_ones_own()
    {
        await using var portal = new BacNinhPortal();
        var site = await portal.OpenAsync(new NewSite { Name = "so-noi-khac", Title = "Sở Thử Nơi Khác", Recipe = "department", Parent = Tenant.PortalName, Kind = SiteKind.Department });
        await site.PublishAsync(new Procedure { Code = "1.115778", Name = "Đăng ký biến động", Levels = ["tinh"], ExecutingAgencies = [new Agency(null, "Sở Nông nghiệp và Môi trường tỉnh Đồng Tháp")] });

        var page = (await site.VisitAsync("/thu-tuc/1.115778/nop-ho-so")).Insist(HttpStatusCode.OK);

        Assert.Empty(page.Html.QuerySelectorAll("[data-office]"));
        Assert.Contains("tỉnh Đồng Tháp", page.Words, StringComparison.Ordinal);
    }

    private sealed class BacNinhPortal() : PortalFixture(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => ["--GovPortal:Procedures:Province=Bắc Ninh"];
    }
}
