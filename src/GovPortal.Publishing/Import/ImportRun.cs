using System.Data.Common;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Import;

/// <summary>Carries a file of foreign records onto the sites of their agencies. Running it again changes only what differs, and nothing that people changed here.</summary>
public sealed class ImportRun(TenantDirectory directory, ContentTypes types, IntakeOf intakeOf, Texts texts)
{
    /// <param name="target">The site every record goes to; null places each by its agency.</param>
    public async Task<ImportReport> RunAsync(IRecordReader reader, string path, Tenant? target, bool isDryRun, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var report = new ImportReport { What = reader.What, File = Path.GetFileName(path), IsDryRun = isDryRun };
        if (FileFormat.WrongIn(path) is { } wrong)
        {
            (report.IsWrongFile, report.Stopped) = (true, texts.In("en", $"import.file.{wrong}"));
            return report;
        }

        var run = new Run(new RecordParser(reader, types), new ImportBatches(directory, intakeOf, texts, target, report), report);
        using var file = new LineFile(path);
        try
        {
            await ReadAsync(run, file, progress, ct);
            await run.Batches.TakeInAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            report.Stopped = texts.Filled("en", "import.stopped.interrupted", run.Batches.FirstWaiting ?? run.Line + 1);
        }
        catch (Exception full) when (IsOfStorage(full))
        {
            report.Stopped = texts.Filled("en", "import.stopped.storage", run.Batches.FirstWaiting ?? run.Line, full.GetBaseException().Message);
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

                run.Batches.Add(run.Line, run.Parser.Read(record));
                if (run.Batches.IsFull)
                {
                    await run.Batches.TakeInAsync(ct);
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
    internal static bool IsOfStorage(Exception fault) =>
        fault is DbUpdateException or DbException or IOException || (fault is InvalidOperationException { InnerException: { } inner } && IsOfStorage(inner));

    /// <summary>One import on its way through the file.</summary>
    private sealed record Run(RecordParser Parser, ImportBatches Batches, ImportReport Report)
    {
        public int Line { get; set; }

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
