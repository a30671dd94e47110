using System.Net;
using System.Xml.Linq;
using GovPortal.Core.Security;
using GovPortal.Core.Text;
using GovPortal.Documents;
using GovPortal.Procedures;
using GovPortal.Search.Learning;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>From a question that found nothing to an answer: the log of questions, the words that editors teach, and what follows a search.</summary>
public abstract class TeachingSearchTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Question = "xin cái giấy cho thằng cu";

    private static Procedure Birth => new() { Code = "1.001193", Name = "Thủ tục đăng ký khai sinh" };

    [Fact]
    public async Task An_editor_sees_a_failed_question_teaches_it_and_it_is_answered()
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(Birth);
        await site.IsFoundAsync("1.001193", "khai sinh");
        Assert.Empty((await site.VisitAsync("/tim-kiem?q=" + Uri.EscapeDataString(Question + " 0912345678"))).Insist(HttpStatusCode.OK).Html.QuerySelectorAll(".gp-result"));
        var editor = await site.SignInAsAsync(Role.Publisher);

        var questions = (await editor.GetAsync($"{site.Root}/quan-tri/cau-hoi?ds=Nothing&ngay=7")).Insist(HttpStatusCode.OK);
        Assert.Contains($"{Question} •••", questions.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("0912345678", questions.Text, StringComparison.Ordinal);

        var teach = $"{site.Root}/quan-tri/tu-tim-kiem";
        Dictionary<string, string> fields = new() { ["loai"] = "Alias", ["Says"] = "giấy .. thằng cu", ["Means"] = "khong phai ma", ["cau"] = Question };
        Assert.Contains("không phải mã thủ tục", (await editor.FillAsync(teach, fields)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        fields["Means"] = "1.001193";
        var tried = (await editor.FillAsync(teach, fields, button: "[formaction*=Try]")).Insist(HttpStatusCode.OK);
        Assert.NotNull(tried.Html.QuerySelector("[data-trial=green]"));
        Assert.Empty(await CodesAsync(site));

        (await editor.FillAsync(teach, fields)).Insist(HttpStatusCode.Redirect);
        await Eventually.BecomesTrueAsync("what was taught is found", async () => (await CodesAsync(site)).FirstOrDefault() == "1.001193");
        Assert.Contains("1 trên 1", (await editor.GetAsync(teach)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_does_not_answer_its_question_is_red_and_not_saved()
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(Birth);
        await site.IsFoundAsync("1.001193", "khai sinh");
        var editor = await site.SignInAsAsync(Role.Publisher);

        var red = (await editor.FillAsync($"{site.Root}/quan-tri/tu-tim-kiem", new Dictionary<string, string> { ["loai"] = "Alias", ["Says"] = "mèo .. chuột", ["Means"] = "1.001193", ["cau"] = "con voi ở bản đôn" })).Insist(HttpStatusCode.OK);

        Assert.NotNull(red.Html.QuerySelector("[data-trial=red]"));
        Assert.Contains("Chưa dạy từ nào", (await editor.GetAsync($"{site.Root}/quan-tri/tu-tim-kiem")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_site_taught_and_was_asked_is_not_seen_at_another()
    {
        var (own, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        await own.VisitAsync("/tim-kiem?q=" + Uri.EscapeDataString("chuyện riêng của xã"));
        var stranger = await other.SignInAsAsync(Role.Publisher);
        var editor = await own.SignInAsAsync(Role.Publisher);
        await own.PublishAsync(Birth);
        await own.IsFoundAsync("1.001193", "khai sinh");
        (await editor.FillAsync($"{own.Root}/quan-tri/tu-tim-kiem", new Dictionary<string, string> { ["loai"] = "Alias", ["Says"] = "lời riêng của xã", ["Means"] = "1.001193", ["cau"] = "lời riêng của xã" })).Insist(HttpStatusCode.Redirect);

        Assert.Contains("lời riêng", (await editor.GetAsync($"{own.Root}/quan-tri/tu-tim-kiem")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("lời riêng", (await stranger.GetAsync($"{other.Root}/quan-tri/tu-tim-kiem")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("chuyện riêng", (await stranger.GetAsync($"{other.Root}/quan-tri/cau-hoi")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync($"{own.Root}/quan-tri/cau-hoi")).Status);
    }

    [Fact]
    public async Task A_search_is_followed_as_a_feed_and_described_to_browsers()
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Lịch tiêm chủng tháng Ba");
        await site.IsFoundAsync("tiêm chủng", "Lịch tiêm chủng");

        var feed = (await site.VisitAsync("/tim-kiem.atom?q=" + Uri.EscapeDataString("tiêm chủng"))).Insist(HttpStatusCode.OK);
        var description = (await site.VisitAsync("/opensearch.xml")).Insist(HttpStatusCode.OK);

        Assert.Equal("application/atom+xml", feed.MediaType);
        Assert.Contains("Lịch tiêm chủng tháng Ba", XDocument.Parse(feed.Text).Descendants().Select(element => element.Value));
        (await site.VisitAsync("/tim-kiem.atom")).Insist(HttpStatusCode.BadRequest);
        Assert.Contains(XDocument.Parse(description.Text).Descendants().Attributes("template"), template => template.Value.Contains($"{site.Root}/tim-kiem?q={{searchTerms}}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_put_out_of_force_says_by_what()
    {
        var site = await WithRecipeAsync();
        var old = await site.PublishAsync(new LegalDocument { Type = "Quyết định", Number = "7/2019/QĐ-UBND", Issuer = "UBND xã", Abstract = "Về lệ phí chợ", IssuedOn = new DateOnly(2019, 5, 6), EffectiveOn = new DateOnly(2019, 6, 1) });
        Assert.DoesNotContain("đã được thay thế", (await site.VisitAsync("/van-ban/" + (await site.ItemAsync(old)).Slug)).Words, StringComparison.Ordinal);
        await site.PublishAsync(new LegalDocument { Type = "Quyết định", Number = "9/2025/QĐ-UBND", Issuer = "UBND xã", Abstract = "Về lệ phí chợ mới", IssuedOn = new DateOnly(2025, 5, 6), EffectiveOn = new DateOnly(2025, 6, 1), Relations = [new DocumentRelation(RelationKind.Replaces, "7/2019/QĐ-UBND", null)] });

        var page = (await site.VisitAsync("/van-ban/" + (await site.ItemAsync(old)).Slug)).Insist(HttpStatusCode.OK);

        Assert.Contains("9/2025/QĐ-UBND", page.Html.QuerySelector("[data-notice=replaced]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hết hiệu lực", page.Html.QuerySelector("header .gp-badge")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_of_a_document_proposes_and_a_person_says_yes()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);

        var form = (await editor.FillAsync($"{site.Root}/quan-tri/van-ban/moi", new Dictionary<string, string> { ["Abstract"] = "Về lệ phí", ["Issuer"] = "UBND xã", ["Body"] = "<p>Quyết định này thay thế Quyết định số 7/2019/QĐ-UBND.</p>" }, button: "[formaction*=Relations]")).Insist(HttpStatusCode.OK);

        Assert.Equal("7/2019/QĐ-UBND", form.Html.QuerySelector("input[name='Relations[0].Number']")!.GetAttribute("value"));
        Assert.NotNull(form.Html.QuerySelector("select[name='Relations[0].Kind'] option[value=Replaces][selected]"));
    }

    [Fact]
    public async Task Results_come_alone_while_one_types_and_only_words_that_somebody_rested_at_are_counted()
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(Birth);
        await site.IsFoundAsync("1.001193", "khai sinh");

        var whole = (await site.VisitAsync("/tim-kiem?q=khai%20sinh")).Insist(HttpStatusCode.OK);
        var part = (await site.VisitAsync("/tim-kiem?q=dang%20ky%20khai&phan=gp-ket-qua")).Insist(HttpStatusCode.OK);
        using var rested = new FormUrlEncodedContent(new Dictionary<string, string> { ["q"] = "khai sinh cho cháu", ["dung"] = "1" });
        (await Portal.NewVisitor().SendAsync(HttpMethod.Post, $"{site.Root}/tim-kiem/da-mo", content: rested)).Insist(HttpStatusCode.NoContent);

        Assert.Single(whole.Html.QuerySelectorAll("#gp-ket-qua .gp-result"));
        Assert.Equal("q-tim", whole.Html.QuerySelector("#gp-ket-qua")!.GetAttribute("data-gp-live"));
        Assert.Single(part.Html.QuerySelectorAll(".gp-result"));
        Assert.DoesNotContain("<html", part.Text, StringComparison.Ordinal);
        Assert.Contains("1 kết quả", part.Html.QuerySelector(".gp-found")!.TextContent, StringComparison.Ordinal);
        var asked = (await (await site.SignInAsAsync(Role.Publisher)).GetAsync($"{site.Root}/quan-tri/cau-hoi?ds=Most&ngay=7")).Insist(HttpStatusCode.OK).Words;
        Assert.Contains("khai sinh cho cháu", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("dang ky khai", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_many_asked_stands_beside_and_what_one_person_asked_does_not()
    {
        var (site, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        await site.PublishAsync(Birth);
        await site.IsFoundAsync("1.001193", "khai sinh");
        await AskedAsync(site, "làm giấy khai sinh cho con", times: 5, days: 3);
        await AskedAsync(site, "khai sinh cho con của Phạm Thị Quỳnh", times: 50, days: 5);
        await AskedAsync(site, "đăng ký khai sinh ở đâu", times: 100, days: 1);
        await AskedAsync(site, "thủ tục đăng ký khai sinh", times: 1, days: 4);
        await AskedAsync(other, "khai sinh mất bao lâu", times: 9, days: 9);

        await Portal.Services.GetRequiredService<AlsoAsked>().ReadAsync(CancellationToken.None);
        var page = (await site.VisitAsync("/tim-kiem?q=giay%20khai%20sinh")).Insist(HttpStatusCode.OK);

        Assert.Equal("làm giấy khai sinh cho con", Assert.Single(page.Html.QuerySelectorAll(".gp-also a")).TextContent);
        Assert.Empty((await site.VisitAsync("/tim-kiem?q=lam%20giay%20khai%20sinh%20cho%20con")).Html.QuerySelectorAll(".gp-also a"));
    }

    private async Task AskedAsync(TestSite site, string question, int times, int days)
    {
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation();
        var today = DateOnly.FromDateTime(Portal.Clock.GetUtcNow().UtcDateTime);
        db.AskedQuestions.AddRange(Enumerable.Range(1, days).Select(day => new AskedQuestion { TenantId = site.Tenant.Id, Day = today.AddDays(-day), Folded = VietnameseText.Fold(question), Shown = question, Times = times, Found = 1 }));
        await db.SaveChangesAsync();
    }

    private static async Task<string?[]> CodesAsync(TestSite site) =>
        [.. (await site.VisitAsync("/api/v1/search?q=" + Uri.EscapeDataString(Question))).Insist(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray().Select(hit => hit.GetProperty("code").GetString())];
}

public sealed class TeachingSearchOnSqliteTests(SqlitePortal portal) : TeachingSearchTests(portal);

public sealed class TeachingSearchOnPostgresTests(PostgresPortal portal) : TeachingSearchTests(portal);
