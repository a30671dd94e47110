using System.IO.Compression;
using System.Net;
using System.Text.Json;
using GovPortal.Core.Import;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What Vietnamese agencies really published goes in whole; skipped, by name, where it is not at hand.</summary>
public abstract class RealDataTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task All_procedures_of_the_national_catalogue_are_taken_in_or_named()
    {
        var site = await SiteAsync();

        var first = await Portal.ImportFileAsync("procedures", site.Tenant, Repository.DataFile("procedures.jsonl.gz"));
        var again = await Portal.ImportFileAsync("procedures", site.Tenant, Repository.DataFile("procedures.jsonl.gz"));

        Assert.Equal(5_665, first.Records);
        Assert.Null(first.Stopped);
        AddsUp(first);
        // 1.0133611, 1.014955-Xoa and 2.009182739 are no codes.
        Assert.Equal(3, first.Refusals.Count(r => r.Code == "procedures.import.bad-code"));
        Assert.All(first.Refusals, r => Assert.Contains(r.Code, new[] { "procedures.import.bad-code", "import.line.repeated" }));
        Assert.Contains(first.Remarks, r => r.Remark.Contains("1.014325", StringComparison.Ordinal));
        Assert.Equal((0, 0, first.Added), (again.Added, again.Changed, again.Unchanged));
        (await site.VisitAsync("/thu-tuc")).Insist(HttpStatusCode.OK);
        Assert.Equal(first.Added, (await site.VisitAsync("/api/v1/procedures?size=1")).Insist(HttpStatusCode.OK).Json.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Every_page_of_a_sample_of_procedures_is_shown()
    {
        var site = await SiteAsync();
        var lines = Lines("procedures.jsonl.gz").Where((_, number) => number % 60 == 0).ToList();

        await site.ImportAsync("procedures", lines);

        foreach (var code in lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("code").GetString()!.Trim()))
        {
            var page = (await site.VisitAsync($"/thu-tuc/{code}")).Insist(HttpStatusCode.OK);
            Assert.True(page.Heading.Length > 5, code);
        }
    }

    [Fact]
    public async Task All_documents_are_taken_in_or_named()
    {
        var site = await SiteAsync();

        var first = await Portal.ImportFileAsync("documents", site.Tenant, Repository.DataFile("documents.jsonl.gz"));
        var again = await Portal.ImportFileAsync("documents", site.Tenant, Repository.DataFile("documents.jsonl.gz"));

        Assert.Equal(8_134, first.Records);
        Assert.Null(first.Stopped);
        AddsUp(first);
        Assert.True(first.Added > 7_000, $"only {first.Added} were taken in: {string.Join(", ", first.Refusals.GroupBy(r => r.Code).Select(g => $"{g.Key} {g.Count()}"))}");
        Assert.Equal((0, 0, first.Added), (again.Added, again.Changed, again.Unchanged));
        (await site.VisitAsync("/van-ban?trang=300")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_full_texts_of_the_laws_are_taken_in_and_shown()
    {
        var site = await SiteAsync();
        var sample = Lines("documents_fulltext.jsonl.gz").Where((_, number) => number % 25 == 0).ToList();
        var laws = Lines("documents.jsonl.gz").Select(line => JsonDocument.Parse(line).RootElement).Where(d => d.GetProperty("source_set").GetString() == "tvpl_laws")
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
        var site = await SiteAsync();
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

    private async Task<TestSite> SiteAsync()
    {
        Assert.SkipWhen(Repository.Data is null, Repository.NoData);
        return await WithRecipeAsync("blank");
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Repository.DataFile(file)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static void AddsUp(ImportReport report) =>
        Assert.Equal(report.Records, report.Added + report.Changed + report.Unchanged + report.Refused + report.Unplaced);
}

public sealed class RealDataOnSqliteTests(RealDataPortal portal) : RealDataTests(portal), IClassFixture<RealDataPortal>;

public sealed class RealDataOnPostgresTests(RealDataPostgresPortal portal) : RealDataTests(portal), IClassFixture<RealDataPostgresPortal>;

/// <summary>A portal of its own: fourteen thousand records would make every other test's search slower.</summary>
public sealed class RealDataPortal() : PortalFixture(new SqliteDatabase());

/// <inheritdoc cref="RealDataPortal"/>
public sealed class RealDataPostgresPortal() : PortalFixture(new PostgresDatabase());
