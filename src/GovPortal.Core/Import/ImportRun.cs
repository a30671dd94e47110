using System.Data.Common;
using System.Text.Json;
using GovPortal.Core.Content;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Core.Web;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Core.Import;

/// <summary>Carries a file of foreign records onto the sites of their agencies. Running it again changes only what differs.</summary>
public sealed class ImportRun(TenantDirectory directory, ContentTypes types, IntakeOf intakeOf, Texts texts)
{
    private const int BatchSize = 250;

    /// <param name="target">The site every record goes to; null places each by its agency.</param>
    public async Task<ImportReport> RunAsync(IRecordReader reader, string path, Tenant? target, bool isDryRun, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var report = new ImportReport { What = reader.What, File = Path.GetFileName(path), IsDryRun = isDryRun };
        var firstLineOf = new Dictionary<(int Site, string Key), int>();
        var batch = new List<Placed>(BatchSize);
        using var file = new LineFile(path);
        var number = 0;
        try
        {
            await ReadAsync();
            await TakeInAsync(batch, isDryRun, report, ct);
        }
        catch (Exception full) when (IsOfStorage(full))
        {
            report.Stopped = string.Format(null, texts.In("en", "import.stopped.storage"), batch.Count == 0 ? number : batch[0].Line, full.GetBaseException().Message);
        }

        progress?.Report(new ImportProgress(report.Records, file.Bytes.Length, file.Bytes.Length));
        return report;

        async Task ReadAsync()
        {
            try
            {
                while (await file.ReadLineAsync(ct) is { } line)
                {
                    number++;
                    if (string.IsNullOrWhiteSpace(line))
                    {
                        continue;
                    }

                    report.Records++;
                    if (Consider(reader, line, number, target, firstLineOf, report) is { } placed)
                    {
                        batch.Add(placed);
                    }

                    if (batch.Count == BatchSize)
                    {
                        await TakeInAsync(batch, isDryRun, report, ct);
                        progress?.Report(new ImportProgress(report.Records, file.Bytes.Read, file.Bytes.Length));
                    }
                }
            }
            catch (InvalidDataException damaged)
            {
                report.Stopped = string.Format(null, texts.In("en", "import.stopped.damaged"), number, damaged.Message);
            }
        }
    }

    /// <summary>PostgreSQL's driver wraps what it thinks will pass, a full disk too.</summary>
    private static bool IsOfStorage(Exception fault) =>
        fault is DbUpdateException or DbException or IOException || (fault is InvalidOperationException { InnerException: { } inner } && IsOfStorage(inner));

    private Placed? Consider(IRecordReader reader, string line, int number, Tenant? target, Dictionary<(int, string), int> firstLineOf, ImportReport report)
    {
        ForeignRecord record;
        try
        {
            using var json = JsonDocument.Parse(line);
            record = json.RootElement.ValueKind == JsonValueKind.Object
                ? reader.Read(json.RootElement)
                : ForeignRecord.Refused("import.line.no-object", "(line)", ForeignRecord.Shorten(line));
        }
        catch (JsonException broken)
        {
            record = ForeignRecord.Refused("import.line.broken-json", "(line)", $"{ForeignRecord.Shorten(line)} ({broken.Message})");
        }
        catch (Exception odd) when (odd is InvalidOperationException or KeyNotFoundException or OverflowException or FormatException or ArgumentException)
        {
            // A value of another kind than the field has, or text that is no Unicode: the line is named, the run goes on.
            record = ForeignRecord.Refused("import.line.odd-value", "(line)", $"{ForeignRecord.Shorten(line)} ({odd.Message})");
        }

        report.Remarks.AddRange(record.Remarks.Select(remark => new ImportNote(number, record.Key, remark)));
        var refusals = record.Refusals.Count > 0 ? record.Refusals : [.. types.Of(record.Body!.GetType()).Check(record.Body), .. Checks.NotLonger(record.Key, ContentFacts.KeyLength, "(key)")];
        if (refusals.Count > 0)
        {
            report.Refusals.AddRange(refusals.Select(r => new RefusedLine(number, r.Field, r.Value, r.Code, texts.Sentence("en", r))));
            return null;
        }

        if ((target ?? PlaceOf(record)) is not { } site)
        {
            report.UnplacedRecords.Add(new UnplacedLine(number, record.Key, record.Title, [.. record.AgencyCodes, .. record.AgencyName is { } name ? [name] : Array.Empty<string>()]));
            return null;
        }

        if (!firstLineOf.TryAdd((site.Id, record.Key), number))
        {
            var repeat = new Refusal("import.line.repeated", "(line)", firstLineOf[(site.Id, record.Key)].ToString(System.Globalization.CultureInfo.InvariantCulture));
            report.Refusals.Add(new RefusedLine(number, "(line)", record.Key, repeat.Code, texts.Sentence("en", repeat)));
            return null;
        }

        return new Placed(number, site, new IncomingItem(record.Key, record.Body!, record.PublishedAt, record.Slug));
    }

    private Tenant? PlaceOf(ForeignRecord record)
    {
        foreach (var code in record.AgencyCodes)
        {
            if (directory.FindByAgencyCode(code) is { } site)
            {
                return site;
            }
        }

        return record.AgencyName is { } name && directory.FindByName(VietnameseText.Slug(name)) is { IsEnabled: true } named ? named : null;
    }

    private async Task TakeInAsync(List<Placed> batch, bool isDryRun, ImportReport report, CancellationToken ct)
    {
        foreach (var site in batch.GroupBy(placed => placed.Site.Id).ToArray())
        {
            var tenant = site.First().Site;
            var outcomes = await intakeOf(tenant).TakeInAsync([.. site.Select(placed => placed.Item)], isDryRun, ct);
            report.Added += outcomes.Count(o => o == IntakeOutcome.Added);
            report.Changed += outcomes.Count(o => o == IntakeOutcome.Changed);
            report.Unchanged += outcomes.Count(o => o == IntakeOutcome.Unchanged);
            report.Sites[tenant.Name] = report.Sites.GetValueOrDefault(tenant.Name) + outcomes.Count;
            batch.RemoveAll(placed => placed.Site.Id == tenant.Id);
        }
    }

    private sealed record Placed(int Line, Tenant Site, IncomingItem Item);
}
