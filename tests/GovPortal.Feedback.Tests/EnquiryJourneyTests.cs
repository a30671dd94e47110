using System.Net;
using GovPortal.Core.Security;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Feedback.Tests;

/// <summary>An enquiry's whole way, as who asks, who answers and who reads walk it in their browsers.</summary>
public abstract class EnquiryJourneyTests(PortalFixture portal) : FeedbackTest(portal)
{
    [Fact]
    public async Task From_the_question_over_the_desk_to_everybody()
    {
        var site = await WithRecipeAsync();
        var email = $"anh.{site.Name}@vidu.vn";
        var officer = await site.SignInAsAsync(Answerer);
        var (code, secret) = await AskAsync(site, FieldsOf("Làm lại thẻ bảo hiểm y tế ở đâu?", email));
        var received = await Portal.Post.AwaitAsync(email);

        var page = await AtDeskAsync(officer, site, code);
        (await ActAsync(officer, page, EnquiryAct.Answer, ("Note", "Chị Nguyễn Thị Ánh đến Bảo hiểm xã hội cơ sở.\nMang theo căn cước."))).Insist(HttpStatusCode.Redirect);
        await Portal.Post.AwaitAsync(email, 2);
        var letters = string.Concat((await Portal.Post.ToAsync(email)).Select(letter => letter.TextBody));
        var tracked = (await TrackAsync(site, code, secret)).Insist(HttpStatusCode.OK);
        (await officer.FillAsync(page, new Dictionary<string, string>(), "button[data-act=Draft]")).Insist(HttpStatusCode.Redirect);
        await PublishDraftAsync(site, code);

        Assert.Contains(code, received.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, letters, StringComparison.Ordinal);
        Assert.Contains("Bảo hiểm xã hội cơ sở", letters, StringComparison.Ordinal);
        Assert.Contains("Mang theo căn cước.", tracked.Words, StringComparison.Ordinal);
        var item = await ItemOfAsync(site, code);
        var shown = (await site.VisitAsync("/hoi-dap/" + item.Slug)).Insist(HttpStatusCode.OK);
        Assert.Contains("Nguyễn T. Á.", shown.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Thị Ánh", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("0912", shown.Text, StringComparison.Ordinal);
        Assert.Contains(item.Slug, (await site.VisitAsync("/hoi-dap")).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Contains("Làm lại thẻ bảo hiểm", (await site.VisitAsync("/hoi-dap/feed.atom")).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
        Assert.Equal(1, (await site.VisitAsync("/api/v1/questions")).Json.GetProperty("total").GetInt32());
        await site.IsFoundAsync("làm lại thẻ bảo hiểm y tế", "Làm lại thẻ bảo hiểm y tế ở đâu?");
        Assert.NotNull((await TrackAsync(site, code, secret)).Html.QuerySelector($"a[href$='/hoi-dap/{item.Slug}']"));
    }

    [Fact]
    public async Task What_was_acknowledged_is_kept_sealed_with_its_time_by_the_rule()
    {
        var site = await WithRecipeAsync();

        var (code, secret) = await AskAsync(site, FieldsOf("Hỏi về thời hạn"));

        var row = await RowOfAsync(site, code);
        Assert.Equal(new DateTimeOffset(2026, 3, 23, 1, 0, 0, TimeSpan.Zero), row.DueAt);
        Assert.Contains("43/2011/NĐ-CP", row.DueCitation, StringComparison.Ordinal);
        Assert.DoesNotContain("Ánh", row.SealedContact, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, row.SealedSecret, StringComparison.Ordinal);
        Assert.Contains("23/03/2026 08:00", (await TrackAsync(site, code.ToLowerInvariant(), $" {secret.ToLowerInvariant()} ")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_sets_another_time_with_its_citation_and_what_was_promised_stays()
    {
        var site = await WithRecipeAsync();
        var (before, _) = await AskAsync(site, FieldsOf("Hỏi trước khi đổi"));
        var admin = await site.SignInAsAsync(Role.SiteAdministrator);

        var odd = await admin.FillAsync(site.Root + "/quan-tri/quy-dinh", new Dictionary<string, string> { ["Name"] = "feedback.question.answer", ["Days"] = "0", ["Citation"] = "" });
        (await admin.FillAsync(site.Root + "/quan-tri/quy-dinh", new Dictionary<string, string> { ["Name"] = "feedback.question.answer", ["Days"] = "5", ["Citation"] = "Quy chế số 12/QC-UBND, Điều 5", ["From"] = "2026-03-01" })).Insist(HttpStatusCode.Redirect);
        var (after, _) = await AskAsync(site, FieldsOf("Hỏi sau khi đổi"));

        Assert.Contains("từ 1 đến 365", odd.Words, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 3, 23, 1, 0, 0, TimeSpan.Zero), (await RowOfAsync(site, before)).DueAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 1, 0, 0, TimeSpan.Zero), (await RowOfAsync(site, after)).DueAt);
        Assert.Equal("Quy chế số 12/QC-UBND, Điều 5", (await RowOfAsync(site, after)).DueCitation);
    }

    [Fact]
    public async Task More_is_asked_for_and_given_on_the_page_of_the_code()
    {
        var site = await WithRecipeAsync();
        var officer = await site.SignInAsAsync(Answerer);
        var (code, secret) = await AskAsync(site, FieldsOf("Phản ánh đèn đường", "").Append(new("loai", nameof(EnquiryKind.Report))).ToDictionary(), "/gop-y");
        var page = await AtDeskAsync(officer, site, code);

        Assert.Contains("Chưa ghi điều cần bổ sung", (await ActAsync(officer, page, EnquiryAct.AskMore)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        (await ActAsync(officer, page, EnquiryAct.AskMore, ("Note", "Đèn nào, trước nhà số mấy?"))).Insist(HttpStatusCode.Redirect);
        var waiting = await TrackAsync(site, code, secret);
        var told = await Portal.NewVisitor().PostAsync(site.Root + "/hoi-dap/theo-doi?handler=More", new Dictionary<string, string> { ["ma"] = code, ["Secret"] = secret, ["More"] = "Trước nhà văn hóa thôn Đông." });

        Assert.StartsWith("PA-260302-", code, StringComparison.Ordinal);
        Assert.Contains("Đèn nào, trước nhà số mấy?", waiting.Words, StringComparison.Ordinal);
        Assert.Contains("Cơ quan đã nhận nội dung bổ sung", told.Words, StringComparison.Ordinal);
        var row = await RowOfAsync(site, code);
        Assert.EndsWith("Trước nhà văn hóa thôn Đông.", row.Text, StringComparison.Ordinal);
        Assert.Equal((EnquiryState.Assigned, null), (row.State, row.PausedAt));
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_ends_it()
    {
        var site = await WithRecipeAsync();
        var officer = await site.SignInAsAsync(Answerer);
        var (code, secret) = await AskAsync(site, FieldsOf("Ngoài thẩm quyền"));
        var page = await AtDeskAsync(officer, site, code);

        Assert.Contains("Chưa ghi lý do từ chối", (await ActAsync(officer, page, EnquiryAct.Refuse)).Words, StringComparison.Ordinal);
        (await ActAsync(officer, page, EnquiryAct.Refuse, ("Note", "Đã có trả lời tại văn bản khác."))).Insist(HttpStatusCode.Redirect);

        Assert.Contains("Đã có trả lời tại văn bản khác.", (await TrackAsync(site, code, secret)).Words, StringComparison.Ordinal);
        Assert.Empty((await officer.GetAsync(page)).Insist(HttpStatusCode.OK).Html.QuerySelectorAll("button[data-act=Answer]"));
        Assert.Equal(["enquiry.read", "enquiry.refuse"], (await AuditOfAsync(site)).Where(act => act.StartsWith("enquiry.", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_at_the_desk_do_not_undo_each_other()
    {
        var site = await WithRecipeAsync();
        var (one, other) = (await site.SignInAsAsync(Answerer), await site.SignInAsAsync(Role.Publisher));
        var (code, _) = await AskAsync(site, FieldsOf("Hai người cùng trả lời"));
        var page = await AtDeskAsync(one, site, code);
        (await ActAsync(one, page, EnquiryAct.Answer, ("Note", "Trả lời trước."))).Insist(HttpStatusCode.Redirect);

        var late = await other.PostAsync(page, new Dictionary<string, string> { ["act"] = "Refuse", ["Note"] = "Từ chối sau.", ["Revision"] = "1" });

        Assert.Contains("Người khác vừa xử lý", late.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Equal("Trả lời trước.", (await RowOfAsync(site, code)).Answer);
    }

    [Fact]
    public async Task What_is_overdue_stands_in_the_red_list_and_the_figures()
    {
        var site = await WithRecipeAsync();
        var officer = await site.SignInAsAsync(Answerer);
        var (code, _) = await AskAsync(site, FieldsOf("Câu hỏi để quá hạn"));
        await using (var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant))
        {
            await db.Enquiries.Where(e => e.Code == code).ExecuteUpdateAsync(set => set.SetProperty(e => e.DueAt, TestClock.Start.AddDays(-3)));
        }

        var red = (await officer.GetAsync(site.Root + "/quan-tri/hoi-dap?ds=Late")).Insist(HttpStatusCode.OK);

        Assert.Contains("Quá hạn 3 ngày", red.Words, StringComparison.Ordinal);
        Assert.Contains("Danh sách đỏ: 1 nội dung quá hạn", red.Words, StringComparison.Ordinal);
        Assert.Contains("0.00 %", (await officer.GetAsync(site.Root + "/quan-tri/hoi-dap/thong-ke")).Insist(HttpStatusCode.OK).Words.Replace("0,00", "0.00", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(code, (await officer.GetAsync(site.Root + "/quan-tri/hoi-dap?handler=Register&loai=Question")).Insist(HttpStatusCode.OK).Text, StringComparison.Ordinal);
    }

    private static async Task PublishDraftAsync(TestSite site, string code)
    {
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var page = await AtDeskAsync(publisher, site, code);
        var form = (await publisher.GetAsync(page)).Html.QuerySelector(".gp-editor__side a[href*='/quan-tri/cau-hoi/']")!.GetAttribute("href")!;
        (await publisher.FillAsync(form, new Dictionary<string, string> { ["Field"] = "Bảo hiểm y tế" }, "[formaction*=Publish]")).Insist(HttpStatusCode.Redirect);
    }

    private async Task<GovPortal.Publishing.Content.ContentItem> ItemOfAsync(TestSite site, string code) => await site.ItemAsync((await RowOfAsync(site, code)).ItemId!.Value);

    private async Task<Enquiry> RowOfAsync(TestSite site, string code)
    {
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        return await db.Enquiries.AsNoTracking().SingleAsync(e => e.Code == code);
    }

    private async Task<IReadOnlyList<string>> AuditOfAsync(TestSite site)
    {
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        return await db.Set<GovPortal.Storage.People.AuditEntry>().AsNoTracking().Where(e => e.TenantId == site.Tenant.Id).Select(e => e.Act).ToListAsync();
    }
}

public sealed class EnquiryJourneyOnSqliteTests(SqlitePortal portal) : EnquiryJourneyTests(portal);

public sealed class EnquiryJourneyOnPostgresTests(PostgresPortal portal) : EnquiryJourneyTests(portal);
