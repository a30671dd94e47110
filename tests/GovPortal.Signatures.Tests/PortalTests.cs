using System.Net;
using System.Security.Cryptography.X509Certificates;
using GovPortal.Documents;
using GovPortal.Publishing.Files;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(SqlitePortal))]

namespace GovPortal.Signatures.Tests;

/// <summary>Signatures as citizens and administrators meet them.</summary>
public sealed class PortalTests(SqlitePortal portal)
{
    private static readonly TestPki Pki = new("cổng");
    private static readonly X509Certificate2 Clerk = Pki.Issue("CN=Văn thư Sở, O=Sở Tư pháp");

    [Fact]
    public async Task A_document_says_below_its_files_what_was_found_and_again_when_trust_changes()
    {
        await portal.StartAsync();
        var site = await portal.WithRecipeAsync("department");
        var files = portal.Services.GetRequiredService<SiteFilesOf>()(site.Tenant);
        var path = SiteFiles.PathOf(await files.StoreAsync(new TestPdf().Sign(Pki.Signer(Clerk, TestPki.Start.AddDays(30))).Bytes, "quyet-dinh.pdf", "application/pdf", CancellationToken.None));
        await site.PublishAsync(new LegalDocument { Type = "Quyết định", Number = "12/QĐ-UBND", Abstract = "Về việc thử", Issuer = "Sở Tư pháp", Files = [new DocumentFile("quyet-dinh.pdf", path)] }, "quyet-dinh-12");

        await Eventually.BecomesTrueAsync("the page says that it cannot be checked", async () => (await site.VisitAsync("/van-ban/quyet-dinh-12")).Words.Contains("Chưa thể kiểm tra", StringComparison.Ordinal));
        var page = await site.VisitAsync("/van-ban/quyet-dinh-12");
        Assert.Equal(7, page.Html.QuerySelectorAll(".gp-signed dl > div").Length);
        Assert.Contains("Văn thư Sở", page.Words, StringComparison.Ordinal);

        await TrustAsync();
        await Eventually.BecomesTrueAsync("the page says that it is trusted", async () => (await site.VisitAsync("/van-ban/quyet-dinh-12")).Words.Contains("Nguyên vẹn và tin cậy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Anybody_has_a_file_checked_and_nothing_is_kept()
    {
        await portal.StartAsync();
        var bytes = new TestPdf().Sign(Pki.Signer(Clerk, TestPki.Start.AddDays(30))).Bytes;
        bytes[^20] ^= 1;

        var found = (await SendAsync(portal.NewVisitor(), "van-ban.pdf", bytes)).Insist(HttpStatusCode.OK);
        Assert.Contains("Đã bị thay đổi hoặc không đáng tin cậy", found.Words, StringComparison.Ordinal);
        Assert.Equal("no-store", found.Headers["Cache-Control"]);
        Assert.Contains("không phải PDF", (await SendAsync(portal.NewVisitor(), "a.pdf", "chữ"u8.ToArray())).Insist(HttpStatusCode.UnprocessableEntity).Words, StringComparison.Ordinal);
        Assert.Contains("Tệp không có chữ ký số", (await SendAsync(portal.NewVisitor(), "a.pdf", new TestPdf().Bytes)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        (await portal.NewVisitor().GetAsync("/kiem-tra-chu-ky")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_asks_too_often_waits()
    {
        await portal.StartAsync();
        var visitor = portal.NewVisitor();
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 11; i++)
        {
            last = (await SendAsync(visitor, "a.pdf", [])).Status;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    private static async Task<Answer> SendAsync(Visitor visitor, string name, byte[] bytes)
    {
        using var content = Samples.Parts(("File", name, bytes));
        return await visitor.SendAsync(HttpMethod.Post, "/kiem-tra-chu-ky", content: content);
    }

    // As an administrator of the portal does it: roots and lists by the form.
    private async Task TrustAsync()
    {
        var admin = portal.NewVisitor();
        await admin.SignInAsync("admin", PortalFixture.AdminPassword);
        foreach (var (kind, name, bytes) in new[] { ("Specialised", "goc.cer", Pki.Root.RawData), ("RevocationList", "ca.crl", Pki.Crl()), ("RevocationList", "goc.crl", Pki.Crl(Pki.Root)) })
        {
            var page = (await admin.GetAsync("/quan-tri/danh-sach-tin-cay")).Insist(HttpStatusCode.OK);
            using var content = Samples.Parts(("File", name, bytes));
            content.Add(new StringContent(kind), "Kind");
            content.Add(new StringContent(page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken");
            (await admin.SendAsync(HttpMethod.Post, "/quan-tri/danh-sach-tin-cay", content: content)).Insist(HttpStatusCode.Redirect);
        }

        Assert.Equal(3, (await admin.GetAsync("/quan-tri/danh-sach-tin-cay")).Html.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Thêm vào danh sách tin cậy", (await admin.GetAsync("/quan-tri/nhat-ky")).Words, StringComparison.Ordinal);
    }
}
