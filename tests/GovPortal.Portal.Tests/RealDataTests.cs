using System.Net;
using System.Text.Json;
using GovPortal.Publishing.Import;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What Vietnamese agencies really published goes in whole; skipped, by name, where it is not at hand.</summary>
public abstract class RealDataTests(RealDataPortal portal) : PortalTest(portal)
{
    [Fact]
    public async Task All_procedures_of_the_national_catalogue_are_taken_in_or_named()
    {
        var (site, first) = await WithAsync("procedures");
        var again = await portal.AgainAsync(site, "procedures");

        Assert.Null(first.Stopped);
        AddsUp(first);
        // 1.0133611, 1.014955-Xoa and 2.009182739 are no codes.
        Assert.Equal(3, first.Refusals.Count(r => r.Code == "procedures.import.bad-code"));
        Assert.All(first.Refusals, r => Assert.Contains(r.Code, new[] { "procedures.import.bad-code", "import.line.repeated" }));
        Assert.Contains(first.Remarks, r => r.Remark.Contains("1.014325", StringComparison.Ordinal));
        UnchangedAre(again);
        (await site.VisitAsync("/thu-tuc")).Insist(HttpStatusCode.OK);
        Assert.Equal(first.Added, (await site.VisitAsync("/api/v1/procedures?size=1")).Insist(HttpStatusCode.OK).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Every_page_of_a_sample_of_procedures_is_shown()
    {
        var (site, _) = await WithAsync("procedures");

        foreach (var code in RealDataPortal.Lines("procedures.jsonl.gz").Where((_, number) => number % 60 == 0).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("code").GetString()!.Trim()))
        {
            var page = (await site.VisitAsync($"/thu-tuc/{code}")).Insist(HttpStatusCode.OK);
            Assert.True(page.Heading.Length > 5, code);
        }
    }

    [Fact]
    public async Task All_documents_are_taken_in_or_named()
    {
        var (site, first) = await WithAsync("documents");
        var again = await portal.AgainAsync(site, "documents");

        Assert.Null(first.Stopped);
        AddsUp(first);
        Assert.True(first.Added > first.Records / 2, Told(first));
        UnchangedAre(again);
        (await site.VisitAsync("/van-ban?trang=20")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_full_texts_of_the_laws_are_taken_in_and_shown()
    {
        Assert.SkipWhen(Repository.Data is null, Repository.NoData);
        var site = await WithRecipeAsync("blank");
        var sample = RealDataPortal.Lines("documents_fulltext.jsonl.gz").Where((_, number) => number % 25 == 0).ToList();
        var laws = RealDataPortal.Lines("documents.jsonl.gz").Select(line => JsonDocument.Parse(line).RootElement).Where(d => d.GetProperty("source_set").GetString() == "tvpl_laws")
            .GroupBy(d => d.GetProperty("number").GetString()!).ToDictionary(g => g.Key, g => g.First());
        var whole = sample.Select(line => JsonDocument.Parse(line).RootElement).Where(text => laws.ContainsKey(text.GetProperty("number").GetString()!)).Select(text =>
        {
            var law = laws[text.GetProperty("number").GetString()!].EnumerateObject().Where(p => p.Name != "text").ToDictionary(p => p.Name, p => p.Value);
            law["text"] = text.GetProperty("text");
            return JsonSerializer.Serialize(law);
        }).ToList();

        var report = await site.ImportAsync("documents", whole);

        Assert.NotEmpty(whole);
        Assert.Null(report.Stopped);
        AddsUp(report);
        foreach (var item in (await site.VisitAsync("/api/v1/documents?size=50")).Json.GetProperty("items").EnumerateArray())
        {
            (await Portal.NewVisitor().GetAsync(item.GetProperty("url").GetString()!)).Insist(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task The_articles_of_an_old_portal_are_taken_in_clean()
    {
        Assert.SkipWhen(Repository.Data is null, Repository.NoData);
        var site = await WithRecipeAsync("blank");
        var file = Directory.GetFiles(Repository.DataFile("legacy-portal"), "*rticle*.jsonl*").Order(StringComparer.Ordinal).First();

        var first = await Portal.ImportFileAsync("articles", site.Tenant, file);
        var again = await Portal.ImportFileAsync("articles", site.Tenant, file);

        Assert.Null(first.Stopped);
        AddsUp(first);
        Assert.True(first.Added > first.Records / 2, $"{first.Added} of {first.Records}: {string.Join(", ", first.Refusals.GroupBy(r => r.Code).Select(g => $"{g.Key} {g.Count()}"))}");
        Assert.Equal((0, 0, first.Added), (again.Added, again.Changed, again.Unchanged));
        foreach (var item in (await site.VisitAsync("/api/v1/articles?size=60")).Json.GetProperty("items").EnumerateArray())
        {
            var page = (await Portal.NewVisitor().GetAsync(item.GetProperty("url").GetString()!)).Insist(HttpStatusCode.OK);
            Assert.True(page.Html.QuerySelector("main [style], main script, main font, main [class^=Mso]") is null, page.Address);
            Assert.DoesNotContain("&lt;p", page.Text, StringComparison.Ordinal);
        }
    }

    protected async Task<(TestSite Site, ImportReport Report)> WithAsync(string what)
    {
        Assert.SkipWhen(Repository.Data is null, Repository.NoData);
        var (site, report) = await portal.WithAsync(what);
        return (Mine(site), report);
    }

    protected static void AddsUp(ImportReport report) =>
        Assert.Equal(report.Records, report.Added + report.Changed + report.Unchanged + report.Refused + report.Unplaced);

    protected static void MostAreTakenIn(ImportReport report) =>
        Assert.True(report.Added > report.Records * 0.861, Told(report));

    private static string Told(ImportReport report) =>
        $"only {report.Added} of {report.Records} were taken in: {string.Join(", ", report.Refusals.GroupBy(r => r.Code).Select(g => $"{g.Key} {g.Count()}"))}";

    private static void UnchangedAre(ImportReport again)
    {
        AddsUp(again);
        Assert.Equal((0, 0), (again.Added, again.Changed));
        Assert.True(again.Unchanged > again.Records / 2);
    }
}

public sealed class RealDataOnSqliteTests(RealDataOnSqlite portal) : RealDataTests(portal), IClassFixture<RealDataOnSqlite>
{
    [Fact]
    public async Task Nothing_of_the_files_is_left_out()
    {
        Assert.Equal(5_665, (await WithAsync("procedures")).Report.Records);
        var documents = (await WithAsync("documents")).Report;
        Assert.Equal(8_134, documents.Records);
        MostAreTakenIn(documents);
    }
}

/// <summary>A tenth, and every odd record: what PostgreSQL does otherwise shows in these. <c>scripts/test --all</c> takes all.</summary>
public sealed class RealDataOnPostgresTests(RealDataOnPostgres portal) : RealDataTests(portal), IClassFixture<RealDataOnPostgres>
{
    [Theory(Explicit = true)]
    [InlineData("procedures")]
    [InlineData("documents")]
    public async Task All_of_it_is_taken_in_or_named_twice(string what)
    {
        Assert.SkipWhen(Repository.Data is null, Repository.NoData);
        var site = await WithRecipeAsync("blank");

        var first = await ((RealDataOnPostgres)Portal).ImportAsync(site, what, takesAll: true);
        var again = await ((RealDataOnPostgres)Portal).ImportAsync(site, what, takesAll: true);

        Assert.Null(first.Stopped);
        AddsUp(first);
        MostAreTakenIn(first);
        Assert.Equal((0, 0, first.Added), (again.Added, again.Changed, again.Unchanged));
    }
}
