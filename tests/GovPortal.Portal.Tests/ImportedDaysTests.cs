using System.Globalization;
using System.Net;
using System.Text.Json;
using GovPortal.Core.Security;
using GovPortal.Documents;
using GovPortal.Publishing.Content;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Days in what is imported: read with the day before the month or refused, and those to come not public before them.</summary>
public abstract class ImportedDaysTests(PortalFixture portal) : PortalTest(portal)
{
    [Theory]
    [InlineData("articles", "publishedAt")]
    [InlineData("documents", "issued")]
    [InlineData("documents", "effective")]
    [InlineData("documents", "expires")]
    [InlineData("procedures", "decision_date")]
    [InlineData("procedures", "publication_date")]
    public async Task A_day_is_taken_right_or_refused_by_field_value_and_remedy(string what, string field)
    {
        var site = await WithRecipeAsync();
        string[] bad = ["\"31/02/2025\"", "\"2025-13-01\"", "\"05/08/25\"", "\"12/31/2025\"", "\"45874\"", "45874", "5", "true", "[]", "{\"x\":1}", "\"0001-01-01\"", "\"9999-12-31\"", "\"1899-12-31\"", "\"hôm qua\""];
        string[] good = ["\"05/08/2025\"", "\"2025-08-05\"", "\"ngày 5 tháng 8 năm 2025\"", "null", "\"\""];

        var report = await site.ImportAsync(what, bad.Concat(good).Select((value, number) => Line(what, number, field, value)));

        Assert.Equal(Enumerable.Range(1, bad.Length), report.Refusals.Select(r => r.Line));
        Assert.All(report.Refusals, refusal => Assert.True(refusal.Field == field && refusal.Reason.Contains("05/08/2025", StringComparison.Ordinal) && bad[refusal.Line - 1].Trim('"').Contains(refusal.Value!.Trim('"'), StringComparison.Ordinal), refusal.ToString()));
        Assert.Equal(good.Length, report.Added);
    }

    [Fact]
    public async Task The_fifth_of_August_is_not_the_eighth_of_May()
    {
        var site = await WithRecipeAsync();

        await site.ImportAsync("articles", Line("articles", 1, "publishedAt", "\"05/08/2025\""), Line("articles", 2, "publishedAt", "\"31/12/2025\""));

        var articles = (await site.VisitAsync("/api/v1/articles")).Json.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("title").GetString()!, item => item.GetProperty("publishedAt").GetDateTimeOffset());
        Assert.Equal(DateTimeOffset.Parse("2025-08-05T00:00:00+07:00", CultureInfo.InvariantCulture), articles["Bản ghi 1"]);
        Assert.Equal(DateTimeOffset.Parse("2025-12-31T00:00:00+07:00", CultureInfo.InvariantCulture), articles["Bản ghi 2"]);
    }

    [Theory]
    [InlineData("articles", "publishedAt", "2030-01-01T00:00:00Z", "/tin-tuc", "/tin-tuc/ban-ghi-1")]
    [InlineData("articles", "publishedAt", "01/01/2036", "/tin-tuc", "/tin-tuc/ban-ghi-1")]
    [InlineData("documents", "issued", "01/01/2030", "/van-ban", "/van-ban/1-qd-ubnd")]
    [InlineData("procedures", "publication_date", "2030-01-01", "/thu-tuc", "/thu-tuc/1.000001")]
    public async Task What_has_its_day_to_come_is_scheduled_and_told(string what, string field, string day, string list, string address)
    {
        var site = await WithRecipeAsync();

        var report = await site.ImportAsync(what, Line(what, 1, field, $"\"{day}\""));
        var again = await site.ImportAsync(what, Line(what, 1, field, $"\"{day}\""));

        Assert.Equal((1, 1, 0), (report.Added, report.Scheduled, report.Refused));
        Assert.Contains("01/01/20", Assert.Single(report.Remarks).Remark, StringComparison.Ordinal);
        Assert.Equal((0, 1), (again.Added, again.Unchanged));
        Assert.DoesNotContain("Bản ghi 1", (await site.VisitAsync(list)).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        (await site.VisitAsync(address)).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_an_import_scheduled_follows_the_day_of_its_source()
    {
        var site = await WithRecipeAsync();
        await site.ImportAsync("articles", Line("articles", 1, "publishedAt", "\"2030-01-01\""));

        var later = await site.ImportAsync("articles", Line("articles", 1, "publishedAt", "\"2031-01-01\""));
        var past = await site.ImportAsync("articles", Line("articles", 1, "publishedAt", "\"2026-01-01\""));

        Assert.Equal((1, 1), (later.Changed, later.Scheduled));
        Assert.Equal((1, 0), (past.Changed, past.Scheduled));
        (await site.VisitAsync("/tin-tuc/ban-ghi-1")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_document_of_a_day_to_come_is_not_published_before_it_by_hand_either()
    {
        var site = await WithRecipeAsync();
        var publisher = await site.SignInAsAsync(Role.Publisher);
        var id = await site.DraftAsync(new LegalDocument { Type = "Quyết định", Number = "9/QĐ-UBND", Abstract = "Ngày chưa đến", Issuer = "Ủy ban nhân dân xã", IssuedOn = new DateOnly(2030, 1, 1), EffectiveOn = new DateOnly(2030, 1, 1), Text = "<p>Điều 1.</p>" });

        var answer = await publisher.FillAsync($"{site.Root}/quan-tri/muc/{id}", new Dictionary<string, string>(), "button[data-act=publish]");

        Assert.Contains("01/01/2030", answer.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        Assert.Equal(ContentState.Draft, (await site.ItemAsync(id)).State);
    }

    private static string Line(string what, int number, string field, string value)
    {
        var fields = JsonSerializer.SerializeToNode<object>(what switch
        {
            "articles" => new { title = $"Bản ghi {number}", slug = $"ban-ghi-{number}", body = "<p>x</p>" },
            "procedures" => new { code = $"1.{number:000000}", name = $"Bản ghi {number}" },
            _ => new { number = $"{number}/QĐ-UBND", agency = "Ủy ban nhân dân xã", summary = $"Bản ghi {number}" },
        })!.AsObject();
        fields[field] = System.Text.Json.Nodes.JsonNode.Parse(value);
        return fields.ToJsonString();
    }
}

public sealed class ImportedDaysOnSqliteTests(SqlitePortal portal) : ImportedDaysTests(portal);

public sealed class ImportedDaysOnPostgresTests(PostgresPortal portal) : ImportedDaysTests(portal);

/// <summary>The clock of this portal is moved.</summary>
public sealed class ImportedAheadTests
{
    [Fact]
    public async Task What_was_imported_ahead_goes_public_on_its_day()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        await site.ImportAsync("articles", "{\"title\":\"Bài hẹn trước\",\"slug\":\"bai-hen-truoc\",\"body\":\"Chưa tới ngày\",\"publishedAt\":\"03/03/2026\"}");

        portal.Clock.Advance(TimeSpan.FromDays(1));

        await Eventually.BecomesTrueAsync("what was imported ahead is public", async () => (await site.VisitAsync("/tin-tuc/bai-hen-truoc")).Status == HttpStatusCode.OK);
        Assert.Contains("Bài hẹn trước", (await site.VisitAsync("/tin-tuc")).Words, StringComparison.Ordinal);
    }
}
