using System.Net;
using System.Text.Json;
using GovPortal.Core.Security;
using GovPortal.Procedures;
using GovPortal.Testing;

[assembly: AssemblyFixture(typeof(SqlitePortal))]
[assembly: AssemblyFixture(typeof(PostgresPortal))]

namespace GovPortal.Guides.Tests;

/// <summary>Life-event guides over HTTP.</summary>
public abstract class GuidePagesTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Title = "Nhà có thêm đứa trẻ";

    private static Guide Child => new()
    {
        Title = Title,
        Summary = "Dành cho bố mẹ vừa sinh con.",
        Icon = "birth",
        Answers = ["vợ .. mới sinh", "mới sinh con"],
        Steps =
        [
            new GuideStep("Làm giấy khai sinh", "trong 60 ngày", "Mang giấy chứng sinh đi.") { Procedures = [new GuideProcedure("1.009193", "Khai sinh"), new GuideProcedure("1.009999", "Thủ tục chưa ai công bố")] },
        ],
        Bring = ["Giấy chứng sinh", "Thẻ căn cước của bố mẹ"],
        Note = "Quá hạn vẫn làm được.",
    };

    private static Procedure Birth => new()
    {
        Code = "1.009193",
        Name = "Thủ tục đăng ký khai sinh thử",
        ExecutingAgencies = [new Agency(null, "UBND xã Thử")],
        Methods = [new Method("DIRECT", 3, "WORKING_DAY", null) { Fees = [new Fee("FEE", 8_000, "VND", null)] }],
        DossierCases = [new DossierCase(null) { Papers = [new Paper(null, "Tờ khai đăng ký khai sinh", 1, 0, true)] }],
    };

    [Fact]
    public async Task A_step_says_what_its_procedure_takes_costs_and_where()
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(Birth);
        await site.IsFoundAsync("1.009193", "khai sinh thử");
        var item = await site.ItemAsync(await site.PublishAsync(Child));

        var page = (await site.VisitAsync($"/cuoc-song/{item.Slug}")).Insist(HttpStatusCode.OK);

        Assert.Equal(Title, page.Heading);
        var tasks = page.Html.QuerySelectorAll(".gp-task").Select(task => string.Join(' ', task.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToArray();
        Assert.Contains("3 ngày làm việc", tasks[0], StringComparison.Ordinal);
        Assert.Contains("8.000", tasks[0], StringComparison.Ordinal);
        Assert.Contains("UBND xã Thử", tasks[0], StringComparison.Ordinal);
        Assert.Equal($"{site.Root}/thu-tuc/1.009193", page.Html.QuerySelector(".gp-task a")!.GetAttribute("href"));
        Assert.Contains("Thủ tục chưa ai công bố", tasks[1], StringComparison.Ordinal);
        Assert.Equal(["Giấy chứng sinh", "Thẻ căn cước của bố mẹ"], page.Html.QuerySelectorAll(".gp-checks label").Select(label => label.TextContent.Trim()));
    }

    [Fact]
    public async Task Who_tells_a_life_finds_its_guide_first_and_who_names_a_procedure_finds_that()
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(Birth);
        await site.PublishAsync(Child);
        await site.IsFoundAsync("thêm đứa trẻ", Title);
        await site.IsFoundAsync("1.009193", "khai sinh thử");

        Assert.Equal("guide", await FirstAsync(site, "vợ tôi mới sinh, làm giấy tờ gì bây giờ"));
        Assert.Equal("guide", await FirstAsync(site, "moi sinh con phai lam gi"));
        Assert.Equal("procedure", await FirstAsync(site, "đăng ký khai sinh thử"));
        Assert.Equal("procedure", await FirstAsync(site, "1.009193"));
        Assert.Equal(1, (await site.VisitAsync("/api/v1/search?q=m%E1%BB%9Bi%20sinh%20con&type=guide")).Insist(HttpStatusCode.OK).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Where_a_question_asks_for_fee_time_or_papers_the_hit_says_them()
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(Birth);
        await site.IsFoundAsync("1.009193", "khai sinh thử");

        var answer = HitOf((await site.VisitAsync("/api/v1/search?q=" + Uri.EscapeDataString("đăng ký khai sinh thử mất phí không, cần giấy tờ gì"))).Insist(HttpStatusCode.OK).Json).GetProperty("answer");
        Assert.Contains("8.000", answer.GetProperty("fee").GetString(), StringComparison.Ordinal);
        Assert.Equal("Tờ khai đăng ký khai sinh", answer.GetProperty("papers")[0].GetString());
        Assert.False(answer.TryGetProperty("time", out _));
        Assert.False(HitOf((await site.VisitAsync("/api/v1/search?q=" + Uri.EscapeDataString("đăng ký khai sinh thử"))).Json).TryGetProperty("answer", out _));

        var page = (await site.VisitAsync("/tim-kiem?q=" + Uri.EscapeDataString("khai sinh thử bao lâu"))).Insist(HttpStatusCode.OK);
        Assert.Contains("3 ngày làm việc", page.Html.QuerySelector(".gp-brief__asked")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guide_withdrawn_answers_nothing_and_shows_its_notice()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishAsync(Child);
        await site.IsFoundAsync("thêm đứa trẻ", Title);
        var item = await site.ItemAsync(id);

        Assert.Null(await site.WithdrawAsync(id, "Đang viết lại."));

        await site.IsGoneAsync("thêm đứa trẻ", Title);
        Assert.Contains("Đang viết lại.", (await site.VisitAsync($"/cuoc-song/{item.Slug}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, (await site.VisitAsync("/cuoc-song")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_says_what_is_wrong_and_publishes_what_is_right()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var address = $"{site.Root}/quan-tri/cuoc-song/moi";
        Dictionary<string, string> fields = new() { ["Title"] = Title, ["Summary"] = "Dành cho bố mẹ.", ["Answers"] = "mới sinh con\nvợ .. đẻ", ["Steps[0].Title"] = "Làm giấy khai sinh", ["Steps[0].Procedures"] = "abc Khai sinh" };

        Assert.Contains("“abc” không phải mã thủ tục", (await publisher.FillAsync(address, fields)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        fields["Steps[0].Procedures"] = "1.009193 Khai sinh";
        (await publisher.FillAsync(address, fields, button: "[formaction*=Publish]")).Insist(HttpStatusCode.Redirect);
        Assert.Contains(Title, (await site.VisitAsync("/cuoc-song")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
    }

    private static async Task<string?> FirstAsync(TestSite site, string question) =>
        (await site.VisitAsync("/api/v1/search?q=" + Uri.EscapeDataString(question))).Insist(HttpStatusCode.OK).Json.GetProperty("items")[0].GetProperty("type").GetString();

    private static JsonElement HitOf(JsonElement json) => json.GetProperty("items").EnumerateArray().First(hit => hit.GetProperty("type").GetString() == "procedure");
}

public sealed class GuidePagesOnSqliteTests(SqlitePortal portal) : GuidePagesTests(portal);

public sealed class GuidePagesOnPostgresTests(PostgresPortal portal) : GuidePagesTests(portal);
