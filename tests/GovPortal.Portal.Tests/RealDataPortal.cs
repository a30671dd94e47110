using System.IO.Compression;
using System.Text.Json;
using GovPortal.Publishing.Import;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>A portal of its own, into which the real data goes once for all tests that read it: fourteen thousand records would make every other test's search slower.</summary>
public abstract class RealDataPortal : PortalFixture
{
    private const int Share = 10;

    private readonly Dictionary<string, (TestSite Site, ImportReport Report)> imported = [];

    protected RealDataPortal(TestDatabase database) : base(database) => Clock.Set(TestClock.AfterRealData);

    /// <summary>Whether all of it goes in; otherwise a tenth, and every record that is odd.</summary>
    protected abstract bool TakesAll { get; }

    /// <summary>The site that holds the records of a file, and what became of them. The tests of a class run one after the other.</summary>
    /// <param name="what">The word after <c>import</c>, which is the name of the file too.</param>
    public async Task<(TestSite Site, ImportReport Report)> WithAsync(string what)
    {
        if (!imported.TryGetValue(what, out var known))
        {
            var site = await WithRecipeAsync("blank");
            known = imported[what] = (site, await ImportAsync(site, what, TakesAll));
        }

        return known;
    }

    /// <summary>Imports once more what is there already.</summary>
    public Task<ImportReport> AgainAsync(TestSite site, string what) => ImportAsync(site, what, takesAll: false);

    /// <summary>Imports a file whole, or its tenth with every odd record.</summary>
    public async Task<ImportReport> ImportAsync(TestSite site, string what, bool takesAll) => takesAll
        ? await this.ImportFileAsync(what, site.Tenant, Repository.DataFile($"{what}.jsonl.gz"))
        : await site.ImportAsync(what, Some(what));

    public static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Repository.DataFile(file)), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    // Odd is what is refused, what is remarked on, and what comes twice, with the record it repeats.
    private List<string> Some(string what)
    {
        var reader = Services.GetServices<IRecordReader>().Single(r => r.What == what);
        var records = Lines($"{what}.jsonl.gz").Select(line =>
        {
            using var json = JsonDocument.Parse(line);
            var record = reader.Read(json.RootElement);
            return (Line: line, record.Key, IsOdd: record.Body is null || record.Refusals.Count > 0 || record.Remarks.Count > 0);
        }).ToList();
        var repeated = records.GroupBy(r => r.Key).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return [.. records.Where((r, number) => number % Share == 0 || r.IsOdd || repeated.Contains(r.Key)).Select(r => r.Line)];
    }
}

/// <inheritdoc/>
public sealed class RealDataOnSqlite() : RealDataPortal(new SqliteDatabase())
{
    protected override bool TakesAll => true;
}

/// <inheritdoc/>
public sealed class RealDataOnPostgres() : RealDataPortal(new PostgresDatabase())
{
    protected override bool TakesAll => false;
}
