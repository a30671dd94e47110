using System.IO.Compression;
using System.Net;
using GovPortal.Core.Security;
using GovPortal.Storage;
using GovPortal.Testing;
using GovPortal.Web.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(SqlitePortal))]
[assembly: AssemblyFixture(typeof(PostgresPortal))]

namespace GovPortal.Consultations.Tests;

/// <summary>A consultation's whole way over HTTP. It is Monday, 2 March 2026.</summary>
public abstract class ConsultationPagesTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Title = "Dự thảo Quyết định về quản lý bến đò Đặng Xá";

    private static Consultation Draft(int opensIn = -5, int closesIn = 25) => new()
    {
        Title = Title,
        Drafter = "Sở Xây dựng",
        Introduction = "Cơ quan muốn hỏi về giờ hoạt động của bến.",
        OpensOn = new DateOnly(2026, 3, 2).AddDays(opensIn),
        ClosesOn = new DateOnly(2026, 3, 2).AddDays(closesIn),
        Sections = [new("p1", "Điều 1. Phạm vi", "Quy định này áp dụng cho bến đò."), new("p2", "Điều 2. Giờ hoạt động", "Từ 05:00 đến 21:00.")],
    };

    [Fact]
    public async Task From_the_draft_over_an_opinion_to_the_outcome()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishAsync(Draft());
        var path = "/lay-y-kien/" + (await site.ItemAsync(id)).Slug;
        var editor = await site.SignInAsAsync(Role.Publisher);
        var comments = $"{site.Root}/quan-tri/lay-y-kien/{id}/y-kien";

        var taken = await GiveAsync(site, path, "Nên mở bến đến 22:00.", "p2", "Trần Văn Đức");
        var before = (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
        (await editor.FillAsync(comments, new Dictionary<string, string>(), "button[data-act=show]")).Insist(HttpStatusCode.Redirect);
        (await editor.FillAsync(comments, new Dictionary<string, string> { ["Kind"] = "Accepted", ["Text"] = "Đã sửa thành 22:00." }, "button[data-act=reply]")).Insist(HttpStatusCode.Redirect);
        var after = (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);

        Assert.Contains("Cơ quan đã nhận góp ý", taken.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Nên mở bến", before.Text, StringComparison.Ordinal);
        var section = after.Html.QuerySelector("#p2")!.TextContent;
        Assert.Contains("Nên mở bến đến 22:00.", section, StringComparison.Ordinal);
        Assert.Contains("Trần V. Đ.", section, StringComparison.Ordinal);
        Assert.Contains("Đã sửa thành 22:00.", section, StringComparison.Ordinal);
        Assert.DoesNotContain("Trần Văn Đức", after.Text, StringComparison.Ordinal);
        Assert.Contains("Đang lấy ý kiến", (await site.VisitAsync("/lay-y-kien")).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Equal(1, (await site.VisitAsync("/api/v1/consultations")).Json.GetProperty("total").GetInt32());
        await site.IsFoundAsync("bến đò Đặng Xá", Title);
    }

    [Fact]
    public async Task A_closed_draft_is_read_and_takes_no_opinion()
    {
        var site = await WithRecipeAsync();
        var path = "/lay-y-kien/" + (await site.ItemAsync(await site.PublishAsync(Draft(-40, -1)))).Slug;
        var coming = "/lay-y-kien/" + (await site.ItemAsync(await site.PublishAsync(Draft(1, 40) with { Title = "Dự thảo sắp hỏi" }))).Slug;

        var shown = (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
        var form = (await site.VisitAsync(path + "/gop-y")).Insist(HttpStatusCode.OK);

        Assert.Contains("Từ 05:00 đến 21:00.", shown.Words, StringComparison.Ordinal);
        Assert.Contains("Đã hết thời gian lấy ý kiến từ ngày 01/03/2026", shown.Words, StringComparison.Ordinal);
        Assert.Contains("Đã hết thời gian", form.Words, StringComparison.Ordinal);
        Assert.Null(form.Html.QuerySelector("main textarea"));
        Assert.Contains("Góp ý được nhận từ ngày 03/03/2026", (await site.VisitAsync(coming)).Words, StringComparison.Ordinal);
        Assert.Contains("Hết hạn, chưa có kết quả", (await (await site.SignInAsAsync(Role.Author)).GetAsync(site.Root + "/quan-tri/lay-y-kien")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_shorter_than_the_laws_is_refused_with_the_law_unless_there_is_a_reason()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        Dictionary<string, string> fields = new()
        {
            ["Title"] = Title,
            ["Drafter"] = "Sở Xây dựng",
            ["OpensOn"] = "02/03/2026",
            ["ClosesOn"] = "20/03/2026",
            ["Sections[0].Heading"] = "Điều 1",
            ["Sections[0].Text"] = "Nội dung",
        };
        var address = $"{site.Root}/quan-tri/lay-y-kien/moi";

        var refused = (await publisher.FillAsync(address, fields)).Insist(HttpStatusCode.OK);
        (fields["OpensOn"], fields["ClosesOn"]) = ("31/03/2025", "28/05/2025");
        var older = (await publisher.FillAsync(address, fields)).Insist(HttpStatusCode.OK);
        (fields["OpensOn"], fields["ClosesOn"]) = ("02/03/2026", "20/03/2026");
        fields["UrgentReason"] = "Theo trình tự rút gọn, Công văn số 15/UBND-NC";
        var urgent = (await publisher.FillAsync(address, fields)).Insist(HttpStatusCode.Redirect);
        fields.Remove("UrgentReason");
        fields["ClosesOn"] = "21/03/2026";
        (await publisher.FillAsync(address, fields, button: "[formaction*=Publish]")).Insist(HttpStatusCode.Redirect);

        Assert.Contains("19 < 20", refused.Words, StringComparison.Ordinal);
        Assert.Contains("64/2025/QH15", refused.Words, StringComparison.Ordinal);
        Assert.Contains("59 < 60: Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13", older.Words, StringComparison.Ordinal);
        Assert.NotNull(urgent.Location);
        Assert.Contains(Title, (await site.VisitAsync("/lay-y-kien")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outcome_waits_until_every_opinion_is_answered()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishAsync(Draft(-40, 0));
        var item = await site.ItemAsync(id);
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var (form, comments) = ($"{site.Root}/quan-tri/lay-y-kien/{id}", $"{site.Root}/quan-tri/lay-y-kien/{id}/y-kien");
        await GiveAsync(site, "/lay-y-kien/" + item.Slug, "Ý kiến trong ngày cuối", "", null);

        Assert.Contains("sau khi hết thời gian", (await publisher.FillAsync(form, new Dictionary<string, string> { ["Outcome"] = "Đã tiếp thu." }, "[formaction*=Publish]")).Words, StringComparison.Ordinal);
        await site.CorrectAsync(id, Draft(-40, -1));
        Assert.Contains("Còn 1 ý kiến", (await publisher.FillAsync(form, new Dictionary<string, string> { ["Outcome"] = "Đã tiếp thu." }, "[formaction*=Publish]")).Words, StringComparison.Ordinal);
        Assert.Contains("Chưa ghi lý do", (await publisher.FillAsync(comments, new Dictionary<string, string> { ["Text"] = "" }, "button[data-act=hide]")).Words, StringComparison.Ordinal);
        (await publisher.FillAsync(comments, new Dictionary<string, string> { ["Text"] = "Không đúng nội dung" }, "button[data-act=hide]")).Insist(HttpStatusCode.Redirect);
        (await publisher.FillAsync(form, new Dictionary<string, string> { ["Outcome"] = "Đã tiếp thu." }, "[formaction*=Publish]")).Insist(HttpStatusCode.Redirect);

        var shown = (await site.VisitAsync("/lay-y-kien/" + item.Slug)).Insist(HttpStatusCode.OK);
        Assert.Contains("Đã có kết quả", shown.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Ý kiến trong ngày cuối", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opinions_with_scripts_or_of_sections_that_are_not_there_do_no_harm()
    {
        var (own, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var id = await own.PublishAsync(Draft());
        var path = "/lay-y-kien/" + (await own.ItemAsync(id)).Slug;
        var editor = await own.SignInAsAsync(Role.Reviewer);

        var odd = await GiveAsync(own, path, "Ý kiến", "p9", null);
        var nameless = await GiveAsync(own, path, "Ý kiến", "p1", "", "Whole");
        await GiveAsync(own, path, "<script>alert(1)</script>", "p1", null);
        (await editor.FillAsync($"{own.Root}/quan-tri/lay-y-kien/{id}/y-kien", new Dictionary<string, string>(), "button[data-act=show]")).Insist(HttpStatusCode.Redirect);

        Assert.Contains("không có phần “p9”", odd.Words, StringComparison.Ordinal);
        Assert.NotNull(nameless.Html.QuerySelector(".gp-errors a[href='#Name']"));
        Assert.Contains("&lt;script&gt;alert(1)", (await own.VisitAsync(path)).Text, StringComparison.Ordinal);
        (await other.VisitAsync(path)).Insist(HttpStatusCode.NotFound);
        Assert.Equal(1, await CountAsync(own));
        (await (await other.SignInAsAsync(Role.SiteAdministrator)).GetAsync($"{other.Root}/quan-tri/lay-y-kien/{id}/y-kien?handler=Word")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task All_opinions_leave_as_a_Word_document()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishAsync(Draft());
        var path = "/lay-y-kien/" + (await site.ItemAsync(id)).Slug;
        await GiveAsync(site, path, "Nên thêm áo phao\u0001 cho trẻ em.", "p2", "Trần Văn Đức");

        var bytes = await (await site.SignInAsAsync(Role.Publisher)).GetBytesAsync($"{site.Root}/quan-tri/lay-y-kien/{id}/y-kien?handler=Word");

        await using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(await zip.GetEntry("word/document.xml")!.OpenAsync());
        var text = System.Xml.Linq.XDocument.Parse(await reader.ReadToEndAsync()).Root!.Value;
        Assert.Contains("Nên thêm áo phao cho trẻ em.", text, StringComparison.Ordinal);
        Assert.Contains("Trần Văn Đức", text, StringComparison.Ordinal);
        Assert.Contains("Điều 2. Giờ hoạt động", text, StringComparison.Ordinal);
    }

    private async Task<Answer> GiveAsync(TestSite site, string path, string text, string section, string? name, string wish = "Masked")
    {
        var key = Portal.Services.GetRequiredService<AnonymousForms>().KeyAt(Portal.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddMinutes(-1));
        return await Portal.NewVisitor().FillAsync(site.Root + path + "/gop-y", new Dictionary<string, string>
        {
            ["Text"] = text,
            ["phan"] = section,
            ["Name"] = name ?? "",
            ["Wish"] = name is null ? "Nobody" : wish,
            [AnonymousForms.KeyField] = key,
        });
    }

    private async Task<int> CountAsync(TestSite site)
    {
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        return await db.DraftComments.CountAsync();
    }
}

public sealed class ConsultationPagesOnSqliteTests(SqlitePortal portal) : ConsultationPagesTests(portal);

public sealed class ConsultationPagesOnPostgresTests(PostgresPortal portal) : ConsultationPagesTests(portal);
