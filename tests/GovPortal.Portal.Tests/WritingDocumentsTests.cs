using System.Net;
using System.Text;
using GovPortal.Core.Files;
using GovPortal.Core.Security;
using GovPortal.Documents;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Legal documents written at the desk, with their files and what they do to others.</summary>
public abstract class WritingDocumentsTests(PortalFixture portal) : PortalTest(portal)
{
    private const string New = "/quan-tri/van-ban/moi";
    private const string Save = "form.gp-editor button:not([formaction])";
    private const string Publish = "button[formaction*=Publish]";

    private static readonly LegalDocument Decree = new()
    {
        Type = "Nghị định",
        Number = "42/2022/NĐ-CP",
        Issuer = "Chính phủ",
        IssuedOn = new DateOnly(2022, 6, 24),
        EffectiveOn = new DateOnly(2022, 8, 15),
        ExpiresOn = new DateOnly(2030, 1, 1),
        Abstract = "Quy định về việc cung cấp thông tin và dịch vụ công trực tuyến",
        Signer = "Vũ Đức Đam",
        Field = "cong-nghe-thong-tin",
        FieldLabel = "CNTT và truyền thông",
        Gazette = "435 + 436",
        Files = [new DocumentFile("Nghị định 42.pdf", "https://congbao.chinhphu.vn/42.pdf"), new DocumentFile("2022_42.pdf", null)],
        Text = "<h2>Điều 1</h2>\n<p>Phạm vi <b>điều chỉnh</b>.</p>\n<table><tbody><tr><th scope=\"row\">A</th><td>B</td></tr></tbody></table>",
        StatedValidity = Validity.PartlyExpired,
        Relations = [new DocumentRelation(RelationKind.Replaces, "43/2011/NĐ-CP", "Nghị định về việc cung cấp thông tin"), new DocumentRelation(RelationKind.BasedOn, "67/2006/QH11", null)],
        SourceUrl = "https://congbao.chinhphu.vn",
    };

    [Fact]
    public async Task A_document_opened_and_saved_unchanged_keeps_every_field()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishAsync(Decree);
        var editor = await site.SignInAsAsync(Role.Publisher);

        (await editor.FillAsync($"{site.Root}/quan-tri/van-ban/{id}", new Dictionary<string, string>(), Save)).Insist(HttpStatusCode.Redirect);

        Assert.Equal(2, (await site.ItemAsync(id)).LatestVersion);
        Assert.Equal(BodyJson.Write(Decree), BodyJson.Write(await site.NewestAsync<LegalDocument>(id)));
    }

    [Fact]
    public async Task An_imported_document_saved_unchanged_is_the_same()
    {
        var site = await WithRecipeAsync();
        await site.ImportAsync("documents", """{"number":"01/2026/NQ-HĐND","type":"Nghị quyết","agency":"HỘI ĐỒNG NHÂN DÂN TỈNH","summary":"về dự toán","issued":"2026-01-02","text":"Điều 1.\nThu & chi\n\nĐiều 2. <5 tỷ","files":["a b.pdf"]}""");
        var id = (await site.LogAsync()).Single(e => e.Type == "document").ItemId;
        var before = BodyJson.Write(await site.NewestAsync<LegalDocument>(id));

        (await (await site.SignInAsAsync(Role.Publisher)).FillAsync($"{site.Root}/quan-tri/van-ban/{id}", new Dictionary<string, string>(), Save)).Insist(HttpStatusCode.Redirect);

        Assert.Equal(before, BodyJson.Write(await site.NewestAsync<LegalDocument>(id)));
    }

    [Fact]
    public async Task A_new_document_is_published_with_its_file_and_what_it_replaces()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);

        var answer = await SendAsync(editor, site, New, "?handler=Publish", "Quyết định 15.pdf", "%PDF-1.7 nội dung", new()
        {
            ["Type"] = "Quyết định",
            ["Number"] = "15/2026/QĐ-UBND",
            ["Abstract"] = "Quy chế hoạt động của Trang thông tin điện tử",
            ["Issuer"] = "Ủy ban nhân dân xã",
            ["IssuedOn"] = "2026-02-01",
            ["EffectiveOn"] = "2026-02-01",
            ["Relations[0].Kind"] = "Replaces",
            ["Relations[0].Number"] = "07/2020/QĐ-UBND",
            ["Body"] = "<p>Điều 1.</p><script>alert(1)</script>",
        });

        answer.Insist(HttpStatusCode.Redirect);
        var page = (await site.VisitAsync("/van-ban/quyet-dinh-15-2026-qd-ubnd")).Insist(HttpStatusCode.OK);
        Assert.Contains("Thay thế", page.Words, StringComparison.Ordinal);
        Assert.Contains("07/2020/QĐ-UBND", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", page.Text, StringComparison.Ordinal);
        var file = page.Html.QuerySelector(".gp-files a")!;
        Assert.Contains("Quyết định 15.pdf", file.TextContent, StringComparison.Ordinal);
        Assert.Equal("application/pdf", (await Portal.NewVisitor().GetAsync(file.GetAttribute("href")!)).Insist(HttpStatusCode.OK).MediaType);
    }

    [Fact]
    public async Task A_refused_form_keeps_the_file_that_came_with_it_and_says_what_to_mend()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);

        var page = (await SendAsync(editor, site, New, "", "Tờ trình.pdf", "%PDF-1.4", new()
        {
            ["Issuer"] = "Ủy ban nhân dân xã",
            ["EffectiveOn"] = "sang năm",
            ["Files[0].Name"] = "Phụ lục",
            ["Files[0].Url"] = "javascript:alert(1)",
            ["Relations[0].Name"] = "Thiếu số",
        })).Insist(HttpStatusCode.OK);

        var wrong = page.Html.QuerySelectorAll(".gp-errors a").ToDictionary(a => a.GetAttribute("href")!, a => a.TextContent);
        Assert.StartsWith("Trích yếu: ", wrong["#Abstract"], StringComparison.Ordinal);
        Assert.StartsWith("Ngày có hiệu lực: “sang năm”", wrong["#EffectiveOn"], StringComparison.Ordinal);
        Assert.StartsWith("Tệp văn bản, dòng 1, Địa chỉ tệp: ", wrong["#Files[0].Url"], StringComparison.Ordinal);
        Assert.StartsWith("Quan hệ với văn bản khác, dòng 1, Số, ký hiệu: ", wrong["#Relations[0].Number"], StringComparison.Ordinal);
        Assert.All(wrong.Keys, href => Assert.NotNull(page.Html.GetElementById(href[1..])));
        Assert.Equal("Tờ trình.pdf", page.Html.GetElementById("Files[1].Name")!.GetAttribute("value"));
        Assert.StartsWith("/tep/", page.Html.GetElementById("Files[1].Url")!.GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_what_its_name_says_is_refused()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);

        var page = (await SendAsync(editor, site, New, "", "virus.pdf", "MZ chương trình", new() { ["Abstract"] = "Có tệp lạ", ["Issuer"] = "Ủy ban nhân dân xã" })).Insist(HttpStatusCode.OK);

        Assert.Contains("virus.pdf", page.Html.QuerySelector(".gp-errors a[href='#Uploads']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Có tệp lạ", page.Html.QuerySelector("[name=Abstract]")!.TextContent.Trim());
    }

    private static async Task<Answer> SendAsync(Visitor editor, TestSite site, string path, string handler, string fileName, string file, Dictionary<string, string> fields)
    {
        var page = (await editor.GetAsync(site.Root + path)).Insist(HttpStatusCode.OK);
        using var content = new MultipartFormDataContent();
        foreach (var name in new[] { "__RequestVerificationToken", "Key" })
        {
            content.Add(new StringContent(page.Html.QuerySelector($"form.gp-editor [name={name}]")!.GetAttribute("value")!), name);
        }

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "Uploads", fileName);
        return await editor.SendAsync(HttpMethod.Post, site.Root + path + handler, content: content);
    }
}

public sealed class WritingDocumentsOnSqliteTests(SqlitePortal portal) : WritingDocumentsTests(portal);

public sealed class WritingDocumentsOnPostgresTests(PostgresPortal portal) : WritingDocumentsTests(portal);
