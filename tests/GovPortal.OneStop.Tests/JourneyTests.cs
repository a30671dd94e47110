using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.OneStop.Tests;

/// <summary>A dossier's whole way, as clerk, officer, signatory and citizen walk it in their browsers.</summary>
public abstract class JourneyTests(PortalFixture portal) : OneStopTest(portal)
{
    [Fact]
    public async Task From_the_counter_over_a_supplement_to_result_and_rating()
    {
        var (site, service) = await WithServiceAsync();
        var (clerk, officer, signatory) = (await site.SignInAsAsync(Role.Clerk), await site.SignInAsAsync(Role.Officer), await site.SignInAsAsync(Role.Signatory));

        var page = await ReceiveAsync(clerk, site, service);
        var (code, secret) = await ReceiptAsync(clerk, page);
        await ActAsync(clerk, page, DossierAct.Forward, ("ToUnit", "Phòng Đăng ký"));
        await ActAsync(officer, page, DossierAct.Take);
        await ActAsync(officer, page, DossierAct.AskSupplement, ("Note", "Thiếu giấy chứng sinh"));
        var waiting = await TrackAsync(site, code, secret);
        await ActAsync(clerk, page, DossierAct.TakeSupplement);
        await ActAsync(signatory, page, DossierAct.Finish);
        await ActAsync(clerk, page, DossierAct.Return);
        var done = await TrackAsync(site, code, secret);

        Assert.Contains("Thiếu giấy chứng sinh", waiting.Text, StringComparison.Ordinal);
        Assert.Contains("05/03/2026 08:00", waiting.Text, StringComparison.Ordinal);
        Assert.Contains("Nguyễn T. Á.", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Thị Ánh", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("027012345678", done.Text, StringComparison.Ordinal);
        Assert.Contains("Đã trả kết quả", done.Text, StringComparison.Ordinal);

        Assert.Contains("Cảm ơn", (await RateAsync(site, code, secret, "5")).Text, StringComparison.Ordinal);
        Assert.Contains("mỗi hồ sơ đánh giá một lần", (await RateAsync(site, code, secret, "1")).Text, StringComparison.Ordinal);
        Assert.Contains("100,00 %", (await site.VisitAsync("/mot-cua")).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Contains("\"Sở Một Cửa Đường Lâm\",\"Hộ tịch\",1,0,1,", (await site.VisitAsync("/mot-cua.csv")).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_and_a_wrong_secret_are_answered_alike()
    {
        var (site, service) = await WithServiceAsync();
        var clerk = await site.SignInAsAsync(Role.Clerk);
        var (code, secret) = await ReceiptAsync(clerk, await ReceiveAsync(clerk, site, service));

        var wrongSecret = await TrackAsync(site, code, "AAAAAA");
        var wrongCode = await TrackAsync(site, code[..^4] + "0999", secret);
        var nonsense = await TrackAsync(site, "khong-phai-ma", secret);

        Assert.Equal(MessageOf(wrongSecret), MessageOf(wrongCode));
        Assert.Equal(MessageOf(wrongSecret), MessageOf(nonsense));
        Assert.All(new[] { wrongSecret, wrongCode, nonsense }, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Contains("Đăng ký khai sinh", (await TrackAsync(site, code.ToLowerInvariant(), $" {secret.ToLowerInvariant()} ")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_guesses_is_stopped()
    {
        var (site, _) = await WithServiceAsync();
        var guesser = Portal.NewVisitor();

        var answers = new List<HttpStatusCode>();
        for (var tries = 0; tries < 25; tries++)
        {
            answers.Add((await guesser.FillAsync(site.Root + "/tra-cuu", new Dictionary<string, string> { ["ma"] = "H05.1-260302-0001", ["Secret"] = "AAAAAA" })).Status);
        }

        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task Roles_see_only_what_they_may_do_and_others_nothing()
    {
        var (site, service) = await WithServiceAsync();
        var (clerk, officer, author) = (await site.SignInAsAsync(Role.Clerk), await site.SignInAsAsync(Role.Officer), await site.SignInAsAsync(Role.Author));
        var page = await ReceiveAsync(clerk, site, service);

        Assert.Empty((await officer.GetAsync(page)).Insist(HttpStatusCode.OK).Html.QuerySelectorAll("button[data-act=Finish]"));
        Assert.NotEqual(HttpStatusCode.OK, (await author.GetAsync(page)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await Portal.NewVisitor().GetAsync(page)).Status);
        var (neighbour, _) = await WithServiceAsync();
        var stranger = await neighbour.SignInAsAsync(Role.SiteAdministrator);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page.Replace(site.Root, neighbour.Root, StringComparison.Ordinal))).Status);
        Assert.Contains("<h1>", (await clerk.GetAsync(site.Root + "/quan-tri/mot-cua?q=027012345678")).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_at_the_counter_is_said_and_nothing_is_kept()
    {
        var (site, service) = await WithServiceAsync();
        var clerk = await site.SignInAsAsync(Role.Clerk);
        var form = $"{site.Root}/quan-tri/mot-cua/tiep-nhan?dich-vu={service.Id}";

        var refused = await clerk.FillAsync(form, new Dictionary<string, string> { ["ApplicantName"] = "", ["Identity"] = "" }, "button[data-act=accept]");

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.NotEmpty(refused.Html.QuerySelectorAll(".gp-errors"));
        Assert.Contains("sự đồng ý", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Không có hồ sơ nào", (await clerk.GetAsync(site.Root + "/quan-tri/mot-cua?ds=All")).Text, StringComparison.Ordinal);
    }

    /// <returns>Address of the dossier's page.</returns>
    private static async Task<string> ReceiveAsync(Visitor clerk, TestSite site, Service service)
    {
        var answer = await clerk.FillAsync($"{site.Root}/quan-tri/mot-cua/tiep-nhan?dich-vu={service.Id}",
            new Dictionary<string, string> { ["ApplicantName"] = "Nguyễn Thị Ánh", ["Identity"] = "027012345678", ["Phone"] = "0912 345 678", ["Consent"] = "true" }, "button[data-act=accept]");
        return answer.Insist(HttpStatusCode.Redirect).Location!;
    }

    private static async Task<(string Code, string Secret)> ReceiptAsync(Visitor clerk, string page)
    {
        var receipt = (await clerk.GetAsync(page + "/in/1")).Insist(HttpStatusCode.OK).Html;
        return (receipt.QuerySelector(".gp-paper__track b")!.TextContent.Trim(), receipt.QuerySelector(".gp-paper__secret")!.TextContent.Trim());
    }

    private static async Task ActAsync(Visitor person, string page, DossierAct act, params (string Name, string Value)[] fields) =>
        (await person.FillAsync(page, fields.Append(("act", $"{act}")).ToDictionary(f => f.Item1, f => f.Item2), $"button[data-act={act}]")).Insist(HttpStatusCode.Redirect);

    private Task<Answer> TrackAsync(TestSite site, string code, string secret) =>
        Portal.NewVisitor().FillAsync(site.Root + "/tra-cuu", new Dictionary<string, string> { ["ma"] = code, ["Secret"] = secret });

    private Task<Answer> RateAsync(TestSite site, string code, string secret, string stars) =>
        Portal.NewVisitor().PostAsync(site.Root + "/tra-cuu?handler=Rate", new Dictionary<string, string> { ["ma"] = code, ["Secret"] = secret, ["Stars"] = stars });

    private static string MessageOf(Answer answer) => answer.Html.QuerySelector("[role=alert]")!.TextContent;
}

public sealed class JourneyOnSqliteTests(SqlitePortal portal) : JourneyTests(portal);

public sealed class JourneyOnPostgresTests(PostgresPortal portal) : JourneyTests(portal);
