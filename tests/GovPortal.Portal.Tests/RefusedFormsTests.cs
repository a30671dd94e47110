using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>How forms say what is to be mended.</summary>
public abstract class RefusedFormsTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task A_form_with_a_wrong_guard_is_told_as_a_form_and_its_page_offered()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Title"] = "Bài", ["__RequestVerificationToken"] = "cũ" });

        var answer = (await author.SendAsync(HttpMethod.Post, $"{site.Root}/quan-tri/tin-tuc/moi?handler=Publish", content: form)).Insist(HttpStatusCode.BadRequest);

        Assert.Equal("Biểu mẫu chưa gửi được", answer.Heading);
        Assert.DoesNotContain("tham số", answer.Words, StringComparison.Ordinal);
        Assert.NotNull(answer.Html.QuerySelector($"a[href='{site.Root}/quan-tri/tin-tuc/moi']"));
    }

    [Fact]
    public async Task A_document_without_its_type_is_kept_as_a_draft_and_goes_no_further()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var fields = new Dictionary<string, string> { ["Number"] = "12/2026/QĐ-SYT", ["Abstract"] = "Về trực Tết", ["Issuer"] = "Ủy ban nhân dân xã", ["IssuedOn"] = "2026-02-01", ["EffectiveOn"] = "2026-11-01", ["Body"] = "<p>Điều 1.</p>" };
        const string New = "/quan-tri/van-ban/moi", Publish = "button[formaction='?handler=Publish']";

        var refused = (await publisher.FillAsync(site.Root + New, fields, Publish)).Insist(HttpStatusCode.OK);
        var days = (await publisher.FillAsync(site.Root + New, new Dictionary<string, string>(fields) { ["ExpiresOn"] = "2026-10-01" }, ".gp-savebar button:not([formaction])")).Insist(HttpStatusCode.OK);
        var form = (await publisher.FillAsync(site.Root + New, fields, ".gp-savebar button:not([formaction])")).Insist(HttpStatusCode.Redirect).Location!;
        (await publisher.FillAsync(form, new Dictionary<string, string> { ["Type"] = "Quyết định" }, Publish)).Insist(HttpStatusCode.Redirect);

        Assert.Contains("Hãy chọn loại văn bản", refused.Html.QuerySelector(".gp-errors a[href='#Type']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("(01/10/2026 < 01/11/2026)", days.Words, StringComparison.Ordinal);
        (await site.VisitAsync("/van-ban/quyet-dinh-12-2026-qd-syt")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Beside_a_field_stands_the_fault_and_above_the_form_where_it_is()
    {
        var site = await WithRecipeAsync();
        var author = await site.SignInAsAsync(Role.Author);

        var page = (await author.FillAsync($"{site.Root}/quan-tri/van-ban/moi", new Dictionary<string, string> { ["IssuedOn"] = "hôm qua" }, ".gp-savebar button:not([formaction])")).Insist(HttpStatusCode.OK);

        Assert.StartsWith("Ngày ban hành: “hôm qua” không phải ngày đúng", page.Html.QuerySelector(".gp-errors a[href='#IssuedOn']")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("“hôm qua” không phải ngày đúng", page.Html.QuerySelector("#IssuedOn-error")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("(bắt buộc)", page.Html.QuerySelector("label[for=Abstract] .gp-field__must")!.TextContent.Trim());
    }
}

public sealed class RefusedFormsOnSqliteTests(SqlitePortal portal) : RefusedFormsTests(portal);

public sealed class RefusedFormsOnPostgresTests(PostgresPortal portal) : RefusedFormsTests(portal);
