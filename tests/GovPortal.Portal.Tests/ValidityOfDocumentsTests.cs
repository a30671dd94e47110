using System.Net;
using GovPortal.Documents;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Whether a document is in force, as the agency's own calendar says on the day somebody reads it.</summary>
public sealed class ValidityOfDocumentsTests(SqlitePortal portal) : PortalTest(portal)
{
    [Fact]
    public async Task The_page_says_what_holds_on_the_day_it_is_read()
    {
        // Moves its clock, so it has a portal of its own.
        await using var own = new SqlitePortal();
        var site = await own.WithRecipeAsync("commune");
        var today = DateOnly.FromDateTime(TestClock.Start.UtcDateTime);
        await site.PublishAsync(new LegalDocument { Number = "1/QĐ-UBND", Type = "Quyết định", Issuer = "Ủy ban", Abstract = "Có ngày đầu và ngày cuối", EffectiveOn = today.AddDays(1), ExpiresOn = today.AddDays(3) }, "ngay");

        Assert.Contains("Chưa có hiệu lực", await ReadAsync(site), StringComparison.Ordinal);

        // 17:00 UTC is midnight in Hà Nội: the agency's next day has begun.
        own.Clock.Advance(TimeSpan.FromHours(16));
        Assert.Contains("Còn hiệu lực", await ReadAsync(site), StringComparison.Ordinal);

        own.Clock.Advance(TimeSpan.FromHours(47));
        Assert.Contains("Còn hiệu lực", await ReadAsync(site), StringComparison.Ordinal);

        own.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("Hết hiệu lực", await ReadAsync(site), StringComparison.Ordinal);
        Assert.Empty(own.Log.Since(0, [site.Name]));
    }

    [Fact]
    public async Task A_document_that_ends_before_it_begins_is_refused()
    {
        var site = await WithRecipeAsync();
        var document = new LegalDocument { Issuer = "Ủy ban", Abstract = "Ngày ngược", EffectiveOn = new DateOnly(2026, 3, 1), ExpiresOn = new DateOnly(2026, 2, 1) };

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => site.DraftAsync(document));

        Assert.Contains("documents.expires-before-effective", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(TestSite site) => (await site.VisitAsync("/van-ban/ngay")).Insist(HttpStatusCode.OK).Words;
}
