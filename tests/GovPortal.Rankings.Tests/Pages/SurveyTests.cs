using System.Net;
using GovPortal.Core.Security;
using GovPortal.Rankings.Surveying;
using GovPortal.Testing;

namespace GovPortal.Rankings.Tests.Pages;

/// <summary>An index from survey to published table, by province, agency and council in their browsers.</summary>
public abstract class SurveyTests(PortalFixture portal) : RankingsPortalTest(portal)
{
    [Fact]
    public async Task An_index_goes_from_survey_to_published_table()
    {
        var (site, year) = (await CommuneAsync(), NewYear());
        var (first, second, council) = (await ProvinceAsAsync(Role.SiteAdministrator), await ProvinceAsAsync(Role.SiteAdministrator), await ProvinceAsAsync(Role.Publisher));
        var agency = await site.SignInAsAsync(Role.Publisher);
        var survey = await first.PrepareAsync(year);
        var declaration = $"{site.Root}/quan-tri/khao-sat/{survey}";
        (await agency.GetAsync(declaration)).Insist(HttpStatusCode.NotFound);

        (await first.MoveAsync(survey, SurveyStage.Open)).Insist(HttpStatusCode.Redirect);
        (await agency.TypeAsync(declaration, ["yes", "0,85", ""], "Evidence", ["QĐ 12/QĐ-UBND", "", ""], "Send")).Insist(HttpStatusCode.Redirect);
        (await first.MoveAsync(survey, SurveyStage.Appraisal)).Insist(HttpStatusCode.Redirect);
        var appraisal = $"/quan-tri/xep-hang/{survey}/don-vi/{site.Tenant.Id}";
        Assert.Contains("QĐ 12/QĐ-UBND", (await council.GetAsync(appraisal)).Words, StringComparison.Ordinal);
        var unreasoned = await council.TypeAsync(appraisal, ["yes", "0,5", "yes"], "Reason", ["", "", ""]);
        Assert.Contains("cần ghi lý do", unreasoned.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        (await council.TypeAsync(appraisal, ["yes", "0,5", "yes"], "Reason", ["", "Chỉ có 10 máy", ""])).Insist(HttpStatusCode.Redirect);
        (await first.MoveAsync(survey, SurveyStage.Objection)).Insist(HttpStatusCode.Redirect);

        var judged = await agency.GetAsync(declaration);
        Assert.Contains("Chỉ có 10 máy", judged.Words, StringComparison.Ordinal);
        (await agency.FillAsync(declaration, new Dictionary<string, string> { ["objection"] = "Có 17 máy, xem biên bản" })).Insist(HttpStatusCode.Redirect);
        Assert.Contains("chưa được trả lời", (await first.MoveAsync(survey, SurveyStage.Final)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        (await council.TypeAsync(appraisal, ["yes", "0,8", "yes"], "Reason", ["", "Theo biên bản", ""], more: ("answer", "Nhận 16 máy"))).Insist(HttpStatusCode.Redirect);
        (await first.MoveAsync(survey, SurveyStage.Final)).Insist(HttpStatusCode.Redirect);
        Assert.Null((await first.GetAsync($"/quan-tri/xep-hang/{survey}")).Html.QuerySelector("input[name=to][value=Published]"));
        (await Portal.NewVisitor().GetAsync($"/xep-hang/{year}")).Insist(HttpStatusCode.NotFound);
        (await second.MoveAsync(survey, SurveyStage.Published)).Insist(HttpStatusCode.Redirect);

        var unit = (await Portal.NewVisitor().GetAsync($"/api/v1/rankings/{year}")).Insist(HttpStatusCode.OK).Json.GetProperty("units").EnumerateArray().Single(its => its.GetProperty("name").GetString()!.Contains(site.Name, StringComparison.Ordinal) || its.GetProperty("site").GetString() == site.Name);

        // 60 × (10 + 8) ÷ 20 and 40 × 1, the site being on by the product's own measure.
        Assert.Equal(94, unit.GetProperty("score").GetDouble());
        var acts = (await first.GetAsync(appraisal)).Words;
        Assert.All(["Kê khai", "Gửi bản kê khai", "Hội đồng điều chỉnh", "Có ý kiến", "Trả lời ý kiến"], act => Assert.Contains(act, acts, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_settled_the_result_does_not_publish_it()
    {
        var (_, year) = (await CommuneAsync(), NewYear());
        var (first, second) = (await ProvinceAsAsync(Role.SiteAdministrator), await ProvinceAsAsync(Role.SiteAdministrator));
        var survey = await first.PrepareAsync(year);
        foreach (var stage in new[] { SurveyStage.Open, SurveyStage.Appraisal, SurveyStage.Objection, SurveyStage.Final })
        {
            (await first.MoveAsync(survey, stage)).Insist(HttpStatusCode.Redirect);
        }

        var revision = (await second.GetAsync($"/quan-tri/xep-hang/{survey}")).Html.QuerySelector("input[name=revision]")!.GetAttribute("value")!;
        var forced = await first.FillAsync($"/quan-tri/xep-hang/{survey}", new Dictionary<string, string> { ["to"] = "Published", ["revision"] = revision }, "form:has(input[name=to]) button");

        Assert.Contains("Người chốt kết quả không tự công bố", forced.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        (await Portal.NewVisitor().GetAsync($"/xep-hang/{year}")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_published_can_be_taken_back_to_the_appraisal_with_a_reason_and_corrected()
    {
        var (site, year) = (await CommuneAsync(), NewYear());
        var (first, second) = (await ProvinceAsAsync(Role.SiteAdministrator), await ProvinceAsAsync(Role.SiteAdministrator));
        var survey = await first.PrepareAsync(year);
        await ToPublicationAsync(first, second, survey, SurveyStage.Open, SurveyStage.Appraisal);

        (await first.MoveAsync(survey, SurveyStage.Appraisal, "")).Insist(HttpStatusCode.OK);
        (await first.MoveAsync(survey, SurveyStage.Appraisal, "Nhập nhầm")).Insist(HttpStatusCode.Redirect);
        (await second.TypeAsync($"/quan-tri/xep-hang/{survey}/don-vi/{site.Tenant.Id}", ["yes", "", "yes"], "Reason", ["Có biên bản", "", ""])).Insist(HttpStatusCode.Redirect);
        await ToPublicationAsync(first, second, survey);

        var unit = (await Portal.NewVisitor().GetAsync($"/api/v1/rankings/{year}")).Json.GetProperty("units").EnumerateArray().Single(its => its.GetProperty("name").GetString()!.Contains(site.Name, StringComparison.Ordinal) || its.GetProperty("site").GetString() == site.Name);
        Assert.Equal(70, unit.GetProperty("score").GetDouble());
    }

    [Fact]
    public async Task A_declaration_is_refused_by_field_and_nothing_is_kept_of_it()
    {
        var (site, year) = (await CommuneAsync(), NewYear());
        var (first, author) = (await ProvinceAsAsync(Role.SiteAdministrator), await site.SignInAsAsync(Role.Author));
        var survey = await first.PrepareAsync(year);
        (await first.MoveAsync(survey, SurveyStage.Open)).Insist(HttpStatusCode.Redirect);
        var declaration = $"{site.Root}/quan-tri/khao-sat/{survey}";

        var wrong = await author.TypeAsync(declaration, ["yes", "85", ""], "Evidence", ["", "", ""]);
        var unclear = await author.TypeAsync(declaration, ["yes", "1.234", ""], "Evidence", ["", "", ""]);

        Assert.Contains("nằm ngoài 0 đến 1", wrong.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Equal("85", wrong.Html.QuerySelector("#Value_1")!.GetAttribute("value"));
        Assert.Contains("đọc được hai cách", unclear.Words, StringComparison.Ordinal);
        Assert.Equal("", (await author.GetAsync(declaration)).Html.QuerySelector("#Value_1")!.GetAttribute("value"));
        Assert.True((await author.TypeAsync(declaration, ["yes", "0,8", ""], "Evidence", ["", "", ""], "Send")).Status is HttpStatusCode.Redirect or HttpStatusCode.Forbidden);
        Assert.Contains("Mạng nội bộ", (await author.GetAsync(declaration)).Words, StringComparison.Ordinal);
        Assert.Equal("", (await author.GetAsync(declaration)).Html.QuerySelector("#Value_1")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_agency_sees_and_changes_its_own_declaration_alone()
    {
        var (a, b, year) = (await CommuneAsync(), await CommuneAsync(), NewYear());
        var (first, ofA, ofB) = (await ProvinceAsAsync(Role.SiteAdministrator), await a.SignInAsAsync(Role.Publisher), await b.SignInAsAsync(Role.Publisher));
        var survey = await first.PrepareAsync(year);
        (await first.MoveAsync(survey, SurveyStage.Open)).Insist(HttpStatusCode.Redirect);
        (await ofA.TypeAsync($"{a.Root}/quan-tri/khao-sat/{survey}", ["yes", "0,77", ""], "Evidence", ["Chuyện riêng của A", "", ""])).Insist(HttpStatusCode.Redirect);

        var seen = await ofB.GetAsync($"{b.Root}/quan-tri/khao-sat/{survey}");
        (await ofB.TypeAsync($"{b.Root}/quan-tri/khao-sat/{survey}", ["no", "0,11", ""], "Evidence", ["", "", ""], "Send")).Insist(HttpStatusCode.Redirect);

        Assert.DoesNotContain("Chuyện riêng", seen.Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Equal("0,77", (await ofA.GetAsync($"{a.Root}/quan-tri/khao-sat/{survey}")).Html.QuerySelector("#Value_1")!.GetAttribute("value"));
        Assert.NotEqual(HttpStatusCode.OK, (await ofB.GetAsync($"{a.Root}/quan-tri/khao-sat/{survey}")).Status);
        foreach (var path in new[] { $"/quan-tri/xep-hang/{survey}", $"/quan-tri/xep-hang/{survey}/don-vi/{a.Tenant.Id}" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await ofB.GetAsync(path)).Status);
            (await ofB.GetAsync(b.Root + path)).Insist(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_survey_that_asks_nonsense_is_refused_with_its_place()
    {
        await CommuneAsync();
        var first = await ProvinceAsAsync(Role.SiteAdministrator);

        var refused = await first.FillAsync("/quan-tri/xep-hang", new Dictionary<string, string> { ["Year"] = "2150", ["Title"] = "", ["DeclareBy"] = "2026-04-01", ["Questions"] = SurveyDesks.Questions.Replace("yes-no", "maybe", StringComparison.Ordinal) });

        Assert.All(["2150", "tên chỉ số", "groups[0].indicators[0] (Mạng nội bộ).formula"], word => Assert.Contains(word, refused.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal));
    }

    private static async Task ToPublicationAsync(Visitor first, Visitor second, long survey, params SurveyStage[] before)
    {
        foreach (var stage in before.Append(SurveyStage.Objection).Append(SurveyStage.Final))
        {
            (await first.MoveAsync(survey, stage)).Insist(HttpStatusCode.Redirect);
        }

        (await second.MoveAsync(survey, SurveyStage.Published)).Insist(HttpStatusCode.Redirect);
    }
}

public sealed class SurveyOnSqliteTests(SqlitePortal portal) : SurveyTests(portal);

public sealed class SurveyOnPostgresTests(PostgresPortal portal) : SurveyTests(portal);
