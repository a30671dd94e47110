using System.Data.Common;
using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Import;

/// <summary>Carries a file of foreign records onto the sites of their agencies. Running it again changes only what differs, and nothing that people changed here.</summary>
public sealed class ImportRun(TenantDirectory directory, ContentTypes types, IntakeOf intakeOf, Texts texts)
{
    private const int BatchSize = 250;

    /// <param name="target">The site every record goes to; null places each by its agency.</param>
    public async Task<ImportReport> RunAsync(IRecordReader reader, string path, Tenant? target, bool isDryRun, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var report = new ImportReport { What = reader.What, File = Path.GetFileName(path), IsDryRun = isDryRun };
        if (FileFormat.WrongIn(path) is { } wrong)
        {
            (report.IsWrongFile, report.Stopped) = (true, texts.In("en", $"import.file.{wrong}"));
            return report;
        }

        var run = new Run(new RecordParser(reader, types), target, isDryRun, report);
        using var file = new LineFile(path);
        try
        {
            await ReadAsync(run, file, progress, ct);
            await TakeInAsync(run, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            report.Stopped = texts.Filled("en", "import.stopped.interrupted", run.Batch.Count == 0 ? run.Line + 1 : run.Batch[0].Line);
        }
        catch (Exception full) when (IsOfStorage(full))
        {
            report.Stopped = texts.Filled("en", "import.stopped.storage", run.Batch.Count == 0 ? run.Line : run.Batch[0].Line, full.GetBaseException().Message);
        }

        if (report is { Records: 0, Stopped: null })
        {
            (report.IsWrongFile, report.Stopped) = (true, texts.In("en", "import.file.empty"));
            return report;
        }

        if (run.InvisibleSign is { } sign)
        {
            report.Notes.Add(texts.Filled("en", "import.file.invisible", sign, run.InvisibleLine, run.InvisibleLines));
        }

        progress?.Report(new ImportProgress(report.Records, file.Bytes.Length, file.Bytes.Length));
        return report;
    }

    private async Task ReadAsync(Run run, LineFile file, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        try
        {
            while (await file.ReadLineAsync(ct) is { } line)
            {
                run.Line++;
                if (run.Trim(line) is not { Length: > 0 } record)
                {
                    continue;
                }

                run.Report.Records++;
                if (Consider(run, record) is { } placed)
                {
                    run.Batch.Add(placed);
                }

                if (run.Batch.Count == BatchSize)
                {
                    await TakeInAsync(run, ct);
                    progress?.Report(new ImportProgress(run.Report.Records, file.Bytes.Read, file.Bytes.Length));
                }
            }
        }
        catch (InvalidDataException damaged)
        {
            run.Report.Stopped = texts.Filled("en", "import.stopped.damaged", run.Line, damaged.Message);
        }
    }

    /// <summary>PostgreSQL's driver wraps what it thinks will pass, a full disk too.</summary>
    private static bool IsOfStorage(Exception fault) =>
        fault is DbUpdateException or DbException or IOException || (fault is InvalidOperationException { InnerException: { } inner } && IsOfStorage(inner));

    private Placed? Consider(Run run, string line)
    {
        var (report, number) = (run.Report, run.Line);
        var record = run.Parser.Read(line);
        report.Remarks.AddRange(record.Remarks.Select(remark => new ImportNote(number, record.Key, remark)));
        if (record.Refusals.Count > 0)
        {
            report.Refusals.AddRange(record.Refusals.Select(r => new RefusedLine(number, r.Field, r.Value, r.Code, texts.Sentence("en", r))));
            return null;
        }

        if ((run.Target ?? PlaceOf(record)) is not { } site)
        {
            report.UnplacedRecords.Add(new UnplacedLine(number, record.Key, record.Title, [.. record.AgencyCodes, .. record.AgencyName is { } name ? [name] : Array.Empty<string>()]));
            return null;
        }

        // What is called alike and of one day is the same only if it says the same.
        var isFirst = run.FirstLineOf.TryAdd((site.Id, record.Key), number);
        var own = record.IsKeyGuessed ? $"{record.Key}:{IntakePlanner.HashOf(BodyJson.Write(record.Body!, record.Body!.GetType()))}" : record.Key;
        if ((record.IsKeyGuessed || !isFirst) && !run.FirstLineOf.TryAdd((site.Id, own), number))
        {
            var repeat = new Refusal("import.line.repeated", "(line)", run.FirstLineOf[(site.Id, own)].ToString(CultureInfo.InvariantCulture));
            report.Refusals.Add(new RefusedLine(number, "(line)", record.Key, repeat.Code, texts.Sentence("en", repeat)));
            return null;
        }

        return new Placed(number, site, record.ToItem(isTwin: !isFirst));
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

    private async Task TakeInAsync(Run run, CancellationToken ct)
    {
        var report = run.Report;
        foreach (var site in run.Batch.GroupBy(placed => placed.Site.Id).ToArray())
        {
            var (tenant, lines) = (site.First().Site, site.ToArray());
            var results = await intakeOf(tenant).TakeInAsync([.. lines.Select(placed => placed.Item)], run.IsDryRun, ct);
            report.Added += results.Count(r => r.Outcome == IntakeOutcome.Added);
            report.Changed += results.Count(r => r.Outcome == IntakeOutcome.Changed);
            report.Unchanged += results.Count(r => r.Outcome == IntakeOutcome.Unchanged);
            report.Scheduled += results.Count(r => r.GoesLiveAt is not null);
            report.Sites[tenant.Name] = report.Sites.GetValueOrDefault(tenant.Name) + results.Count;
            foreach (var (placed, result) in lines.Zip(results))
            {
                report.KeptFields.AddRange(result.Kept.Select(kept => new KeptLine(placed.Line, placed.Item.SourceKey, kept.Field, kept.Ours, kept.Theirs)));
                if (result.GoesLiveAt is { } at)
                {
                    report.Remarks.Add(new ImportNote(placed.Line, placed.Item.SourceKey, $"its day is to come: it goes public on {tenant.Wall(at)}"));
                }
            }

            run.Batch.RemoveAll(placed => placed.Site.Id == tenant.Id);
        }
    }

    private sealed record Placed(int Line, Tenant Site, IncomingItem Item);

    /// <summary>One import on its way through the file.</summary>
    private sealed record Run(RecordParser Parser, Tenant? Target, bool IsDryRun, ImportReport Report)
    {
        public int Line { get; set; }

        public List<Placed> Batch { get; } = new(BatchSize);

        public Dictionary<(int Site, string Key), int> FirstLineOf { get; } = [];

        public string? InvisibleSign { get; private set; }
        public int InvisibleLine { get; private set; }
        public int InvisibleLines { get; private set; }

        /// <summary>The line without what nobody sees at its ends; the first such sign is remembered.</summary>
        public string Trim(string line)
        {
            var record = InvisibleSigns.Trim(line, out var sign);
            if (sign is not null && record.Length > 0)
            {
                (InvisibleSign, InvisibleLine) = InvisibleSign is null ? (sign, Line) : (InvisibleSign, InvisibleLine);
                InvisibleLines++;
            }

            return record;
        }
    }
}
