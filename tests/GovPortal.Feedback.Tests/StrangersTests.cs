using System.Net;
using GovPortal.Core.Security;
using GovPortal.Storage;
using GovPortal.Testing;
using GovPortal.Web.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Feedback.Tests;

/// <summary>What strangers send with ill intent, or twice, or to the wrong agency.</summary>
public abstract class StrangersTests(PortalFixture portal) : FeedbackTest(portal)
{
    [Fact]
    public async Task Programs_are_held_off_and_what_was_written_stays_in_the_form()
    {
        var site = await WithRecipeAsync();
        var fields = FieldsOf("Câu hỏi của máy");

        var trapped = await Portal.NewVisitor().FillAsync(site.Root + "/hoi-dap/gui", new Dictionary<string, string>(fields) { [AnonymousForms.Trap] = "https://vidu.vn" });
        var quick = await Portal.NewVisitor().FillAsync(site.Root + "/hoi-dap/gui", fields.Where(field => field.Key != AnonymousForms.KeyField).ToDictionary());
        var forged = await Portal.NewVisitor().FillAsync(site.Root + "/hoi-dap/gui", new Dictionary<string, string>(fields) { [AnonymousForms.KeyField] = "gia-mao" });

        Assert.Contains("Ô không hiện trên trang", trapped.Words, StringComparison.Ordinal);
        Assert.Contains("quá nhanh", quick.Words, StringComparison.Ordinal);
        Assert.Contains("mở đã lâu", forged.Words, StringComparison.Ordinal);
        Assert.Equal("Câu hỏi của máy", quick.Html.QuerySelector("#Subject")!.GetAttribute("value"));
        Assert.Equal(0, await CountAsync(site));
    }

    [Fact]
    public async Task All_that_is_missing_is_said_at_once_each_at_its_field()
    {
        var site = await WithRecipeAsync();

        var refused = await Portal.NewVisitor().FillAsync(site.Root + "/hoi-dap/gui", new Dictionary<string, string> { ["Subject"] = "", ["Text"] = "", ["Name"] = "", ["Email"] = "không có" });

        string[] places = ["#Subject", "#Text", "#Name", "#Email", "#Consent"];
        Assert.Equal(places.Order(StringComparer.Ordinal), refused.Html.QuerySelectorAll(".gp-errors a").Select(link => link.GetAttribute("href")).Order(StringComparer.Ordinal));
        Assert.All(places, place => Assert.NotNull(refused.Html.QuerySelector(place)));
        Assert.Equal(0, await CountAsync(site));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_question_with_one_code()
    {
        var site = await WithRecipeAsync();
        var fields = FieldsOf("Bấm gửi hai lần");

        var (first, second) = (await AskAsync(site, fields), await AskAsync(site, fields));

        Assert.Equal(first, second);
        Assert.Equal(1, await CountAsync(site));
    }

    [Fact]
    public async Task One_network_cannot_flood_the_desk()
    {
        var (site, flooder) = (await WithRecipeAsync(), Portal.NewVisitor());

        var answers = new List<HttpStatusCode>();
        for (var tries = 0; tries < 11; tries++)
        {
            answers.Add((await flooder.FillAsync(site.Root + "/hoi-dap/gui", FieldsOf($"Thư rác {tries}"))).Status);
        }

        Assert.Equal(HttpStatusCode.OK, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(10, await CountAsync(site));
    }

    [Fact]
    public async Task A_wrong_code_and_a_wrong_secret_are_answered_alike_and_guessing_ends()
    {
        var site = await WithRecipeAsync();
        var (code, secret) = await AskAsync(site, FieldsOf("Bí mật"));

        var wrongSecret = await TrackAsync(site, code, "AAAAAA");
        var wrongCode = await TrackAsync(site, "HD-260302-AAAAAA", secret);
        var (guesser, last) = (Portal.NewVisitor(), HttpStatusCode.OK);
        for (var tries = 0; tries < 21; tries++)
        {
            last = (await guesser.FillAsync(site.Root + "/hoi-dap/theo-doi", new Dictionary<string, string> { ["ma"] = "HD-260302-BBBBBB", ["Secret"] = "AAAAAA" })).Status;
        }

        Assert.Equal(wrongSecret.Html.QuerySelector("[role=alert]")!.TextContent, wrongCode.Html.QuerySelector("[role=alert]")!.TextContent);
        Assert.DoesNotContain("Nguyễn", wrongSecret.Html.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task What_is_sent_on_is_seen_by_the_other_agency_alone_and_followed_from_where_it_was_asked()
    {
        var (own, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var (here, there) = (await own.SignInAsAsync(Answerer), await other.SignInAsAsync(Answerer));
        var (code, secret) = await AskAsync(own, FieldsOf("Việc của xã bên"));
        var (kept, _) = await AskAsync(own, FieldsOf("Việc của xã này"));
        var page = await AtDeskAsync(here, own, code);

        Assert.Contains("Hãy chọn một cơ quan", (await ActAsync(here, page, EnquiryAct.Forward, ("ForwardTo", own.Name))).Words, StringComparison.Ordinal);
        (await ActAsync(here, page, EnquiryAct.Forward, ("ForwardTo", other.Name), ("Note", "Thuộc địa bàn xã bên."))).Insist(HttpStatusCode.Redirect);
        var seen = (await there.GetAsync(other.Root + "/quan-tri/hoi-dap?ds=All")).Insist(HttpStatusCode.OK);
        (await ActAsync(there, await AtDeskAsync(there, other, code), EnquiryAct.Answer, ("Note", "Xã bên đã sửa đèn."))).Insist(HttpStatusCode.Redirect);

        Assert.Contains(code, seen.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(kept, seen.Words, StringComparison.Ordinal);
        Assert.Contains("Xã bên đã sửa đèn.", (await TrackAsync(own, code, secret)).Words, StringComparison.Ordinal);
        Assert.Contains("Xã bên đã sửa đèn.", (await TrackAsync(other, code, secret)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_portal_hands_over_what_is_addressed_to_an_agency()
    {
        var agency = await WithRecipeAsync();
        var portal = new TestSite(Portal, "portal");
        var fields = new Dictionary<string, string>(FieldsOf("Gửi qua cổng tỉnh")) { ["Agency"] = agency.Name };

        var (code, secret) = await AskAsync(portal, fields);

        Assert.Equal(1, await CountAsync(agency));
        Assert.Contains("Mới nhận", (await TrackAsync(portal, code, secret)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_answer_sees_nothing_of_who_asked()
    {
        var site = await WithRecipeAsync();
        var (code, _) = await AskAsync(site, FieldsOf("Riêng tư"));
        var page = await AtDeskAsync(await site.SignInAsAsync(Answerer), site, code);

        foreach (var visitor in new[] { await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Clerk), Portal.NewVisitor() })
        {
            Assert.DoesNotContain("0912", (await visitor.GetAsync(page)).Text, StringComparison.Ordinal);
        }
    }

    private async Task<int> CountAsync(TestSite site)
    {
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        return await db.Enquiries.CountAsync();
    }
}

public sealed class StrangersOnSqliteTests(SqlitePortal portal) : StrangersTests(portal);

public sealed class StrangersOnPostgresTests(PostgresPortal portal) : StrangersTests(portal);
