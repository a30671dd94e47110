using System.Net;
using System.Text;
using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Publishing;
using GovPortal.Rankings.Reading;
using GovPortal.Testing;

namespace GovPortal.Rankings.Tests.Pages;

/// <summary>What readers find of a published index, and what they can take away to compute it again.</summary>
public abstract class PublishedIndexTests(PortalFixture portal) : RankingsPortalTest(portal)
{
    private static readonly string[] Two = ["""{"Mạng":true,"=1+1":0.5}""", """{"Mạng":false,"=1+1":0.25}"""];

    [Fact]
    public async Task The_page_shows_ranks_scores_and_what_changed_since_the_year_before()
    {
        var site = await CommuneAsync();
        await PublishAsync(site, 2024, Two);
        await PublishAsync(site, 2025, [Two[1], Two[0]]);

        var page = (await site.VisitAsync("/xep-hang/2025")).Insist(HttpStatusCode.OK);

        var rows = page.Html.QuerySelectorAll(".gp-ranking__table tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("td").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))));
        Assert.Equal(["1|Xã Số 2|75,00|75,00|2 tăng 1", "2|Xã Số 1|12,50|12,50|1 giảm 1"], rows);
        Assert.Contains("Số liệu mẫu", page.Words, StringComparison.Ordinal);
        var unit = (await site.VisitAsync("/xep-hang/2025/xa-so-2")).Insist(HttpStatusCode.OK);
        Assert.Equal("Xã Số 2", unit.Heading);
        Assert.Contains("2024: 12,50; 2025: 75,00", unit.Html.QuerySelector("svg[role=img]")!.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_downloaded_file_computes_to_what_is_published()
    {
        var site = await CommuneAsync();
        await PublishAsync(site, 2025, Two);
        var data = (await site.VisitAsync("/xep-hang/2025/du-lieu.json")).Insist(HttpStatusCode.OK);
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.json");
        await File.WriteAllTextAsync(file, data.Text);

        var computed = (await Portal.RunAsync("rankings", "compute", file, "--json")).Insist(0);

        Assert.Equal($$"""{"units":{{data.Json.GetProperty("published").GetRawText()}}}""", computed.Output.Trim());
        var api = (await site.VisitAsync("/api/v1/rankings/2025")).Insist(HttpStatusCode.OK).Json;
        Assert.Equal([(75, 1), (12.5, 2)], api.GetProperty("units").EnumerateArray().Select(unit => (unit.GetProperty("score").GetDouble(), unit.GetProperty("rank").GetInt32())));
        File.Delete(file);
    }

    [Fact]
    public async Task Tables_come_as_csv_and_no_name_becomes_a_formula()
    {
        var site = await CommuneAsync();
        await PublishAsync(site, 2025, Two);

        Assert.Equal("Khối,Đơn vị,Mạng,'=1+1\r\nXã,Xã Số 1,true,0.5\r\nXã,Xã Số 2,false,0.25\r\n", await TextAsync(site, "/xep-hang/2025/so-lieu.csv"));
        Assert.Equal("Khối,Hạng,Đơn vị,Điểm,Nhóm\r\nXã,1,Xã Số 1,75,75\r\nXã,2,Xã Số 2,12.5,12.5\r\n", await TextAsync(site, "/xep-hang/2025/ket-qua.csv"));
        Assert.Contains("Nhóm,1,Mạng,yes-no,1,1,,1", await TextAsync(site, "/xep-hang/2025/cong-thuc.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_counts_who_has_what_and_names_who_does_not()
    {
        var site = await CommuneAsync();
        await PublishAsync(site, 2025, [Two[0], Two[1], """{"=1+1":0}"""]);

        var page = (await site.VisitAsync("/xep-hang/do-phu")).Insist(HttpStatusCode.OK);
        var fact = (await site.VisitAsync("/xep-hang/do-phu.json")).Json.GetProperty("years")[0].GetProperty("facts")[0];

        Assert.Contains("1/3 · 33,3 %", page.Words, StringComparison.Ordinal);
        Assert.Equal((1, 3), (fact.GetProperty("have").GetInt32(), fact.GetProperty("inAll").GetInt32()));
        Assert.Equal("Xã Số 2", fact.GetProperty("lacking")[0].GetProperty("name").GetString());
        Assert.Equal("Xã Số 3", fact.GetProperty("unknown")[0].GetProperty("name").GetString());
        Assert.Contains("2025,Xã,Xã Số 3,Mạng nội bộ (LAN),\r\n", await TextAsync(site, "/xep-hang/do-phu.csv"), StringComparison.Ordinal);
        (await site.VisitAsync("/xep-hang/do-phu?nam=1999")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Raw_numbers_formulas_and_weights_stand_on_a_page_without_a_script()
    {
        var site = await CommuneAsync();
        await PublishAsync(site, 2025, Two);

        var page = (await site.VisitAsync("/xep-hang/2025/tinh-lai")).Insist(HttpStatusCode.OK);

        Assert.Equal(["1", "1", "1"], page.Html.QuerySelectorAll("input[type=number]").Select(input => input.GetAttribute("value")!));
        Assert.All(page.Html.QuerySelectorAll("script:not([type])"), script => Assert.StartsWith("/_content/", script.GetAttribute("src"), StringComparison.Ordinal));
        Assert.Contains("có", page.Html.QuerySelector("tr[data-gp-unit='Xã Số 1']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_that_was_never_published_is_not_found()
    {
        var site = await CommuneAsync();

        foreach (var path in new[] { "/xep-hang/1999", "/xep-hang/1999/xa", "/xep-hang/1999/tinh-lai", "/xep-hang/1999/du-lieu.json", "/api/v1/rankings/1999" })
        {
            (await site.VisitAsync(path)).Insist(HttpStatusCode.NotFound);
        }

        (await site.VisitAsync("/xep-hang")).Insist(HttpStatusCode.OK);
        (await site.VisitAsync("/xep-hang/do-phu")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_index_is_not_imported_and_its_mistake_is_told()
    {
        var site = await CommuneAsync();

        var report = await site.ImportAsync("rankings", """{"year":2025,"title":"Chỉ số","publishedAt":"2026-02-25","index":{"method":{"weights":"fixed","missing":"zero"},"groups":[{"name":"N","indicators":[{"name":"C","formula":"ratio"}]}],"units":[{"name":"A","block":"X","values":{"C":"85%"}}]}}""");

        Assert.Equal("index.units[0] (A).values.C", Assert.Single(report.Refusals).Field);
        (await site.VisitAsync("/xep-hang/2025")).Insist(HttpStatusCode.NotFound);
    }

    private static async Task PublishAsync(TestSite site, int year, string[] values)
    {
        var units = values.Select((its, i) => $$"""{"name":"Xã Số {{i + 1}}","block":"Xã","values":{{its}} }""");
        var file = $$"""{"method":{"weights":"fixed","missing":"zero"},"groups":[{"name":"Nhóm","indicators":[{"name":"Mạng","formula":"yes-no"},{"name":"=1+1","formula":"ratio"}]}],"units":[{{string.Join(',', units)}}]}""";
        var index = IndexReader.Read(Encoding.UTF8.GetBytes(file)).Index!;
        await site.PublishAsync(new PublishedIndex { Year = year, Title = $"Chỉ số {year}", IsSample = true, Index = index, Coverage = [new CoverageFact("local-network", "Mạng")] });
    }

    private static async Task<string> TextAsync(TestSite site, string path)
    {
        var answer = (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
        Assert.Equal("text/csv", answer.MediaType);
        return answer.Text.TrimStart('\uFEFF');
    }
}

public sealed class PublishedIndexOnSqliteTests(SqlitePortal portal) : PublishedIndexTests(portal);

public sealed class PublishedIndexOnPostgresTests(PostgresPortal portal) : PublishedIndexTests(portal);
