using System.Text.Json;
using System.Xml;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Redirects;
using GovPortal.Publishing.Sites;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Publishing.Import;

/// <summary>
/// Takes another system's content in: files first, then records in batches as every import does, then the tree of its pages and its old addresses.
/// What an export holds is said in the fields of our own readers, which know nothing of other systems.
/// </summary>
public sealed class ForeignImport(IEnumerable<IRecordReader> readers, ContentTypes types, TenantDirectory directory, IntakeOf intakeOf, SiteStructureOf structureOf, SiteRedirects redirects, OldFilesOf oldFilesOf, Texts texts)
{
    /// <summary>The readers whose fields a piece may be said in.</summary>
    public IEnumerable<string> Kinds => readers.Select(reader => reader.What);

    /// <param name="report">As far as it stands; gets what becomes of every piece.</param>
    /// <param name="packed">Files that come with the export.</param>
    public async Task RunAsync(ImportReport report, FileImportOrder order, IAsyncEnumerable<ForeignPiece> pieces, IPackedFiles? packed, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(order);
        using var files = oldFilesOf(order, packed);
        var run = new Run(report, order, files, new ImportBatches(directory, intakeOf, texts, order.Target, report), readers.ToDictionary(r => r.What, r => new RecordParser(r, types)));
        try
        {
            await ReadAsync(run, pieces, ct);
            await TakeInAsync(run, ct);
            await PlaceAsync(run, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            report.Stopped = texts.Filled(Texts.English, "import.stopped.interrupted", run.Batches.FirstWaiting ?? run.Line + 1);
        }
        catch (Exception full) when (ImportRun.IsOfStorage(full))
        {
            report.Stopped = texts.Filled(Texts.English, "import.stopped.storage", run.Batches.FirstWaiting ?? run.Line, full.GetBaseException().Message);
        }

        if (report is { Records: 0, Stopped: null, IsWrongFile: false })
        {
            (report.IsWrongFile, report.Stopped) = (true, texts.In(Texts.English, "import.foreign.empty"));
        }
    }

    private async Task ReadAsync(Run run, IAsyncEnumerable<ForeignPiece> pieces, CancellationToken ct)
    {
        try
        {
            await foreach (var piece in pieces.WithCancellation(ct))
            {
                run.Line = piece.Line;
                run.Batches.Add(piece.Line, await RecordOfAsync(run, piece, ct));
                if (run.Batches.IsFull)
                {
                    await TakeInAsync(run, ct);
                    run.Order.Progress?.Report(new ImportProgress(run.Report.Records, 0, 0));
                }
            }
        }
        catch (WrongFileException wrong)
        {
            (run.Report.IsWrongFile, run.Report.Stopped) = (true, wrong.Message);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or JsonException)
        {
            run.Report.Stopped = texts.Filled(Texts.English, "import.stopped.damaged", run.Line, damaged.Message);
        }
    }

    private static async Task<ForeignRecord> RecordOfAsync(Run run, ForeignPiece piece, CancellationToken ct)
    {
        if (piece.Refusals.Count > 0)
        {
            return new ForeignRecord { Key = piece.Key, Refusals = piece.Refusals, Remarks = piece.Remarks };
        }

        var remarks = piece.Remarks.ToList();
        if (run.Order is { Target: { } site, IsDryRun: false })
        {
            await run.Files.BringAsync(site, piece, remarks, ct);
        }

        var record = run.Parsers[piece.Kind].Read(piece.Fields.ToJsonString());
        return record with
        {
            Key = piece.Key.Length > 0 ? piece.Key : record.Key,
            IsKeyGuessed = piece.Key.Length == 0 && record.IsKeyGuessed,
            IsDraft = piece.IsDraft,
            OldAddresses = piece.OldAddresses,
            UnderKey = piece.UnderKey,
            Remarks = [.. remarks, .. record.Remarks],
        };
    }

    private async Task TakeInAsync(Run run, CancellationToken ct)
    {
        var wanted = new List<(Tenant Site, SiteRedirect Redirect)>();
        foreach (var (site, record, result) in await run.Batches.TakeInAsync(ct))
        {
            run.Items[record.Key] = result.ItemId;
            if (record.UnderKey is { } under)
            {
                run.Places.Add((site, record.Key, under));
            }

            if (result.Path is { } path && !record.IsDraft)
            {
                wanted.AddRange(record.OldAddresses.Select(old => (OldAddress.KeyOf(old), OldAddress.OriginOf(old))).Where(old => old.Item1 is not null && old.Item1 != path)
                    .Select(old => (site, new SiteRedirect { From = old.Item1!, Origin = old.Item2, To = path })));
            }
        }

        run.Report.Redirects.AddRange(wanted.Select(one => new RedirectedAddress(one.Redirect.From, one.Redirect.To)));
        foreach (var group in run.Order.IsDryRun ? [] : wanted.GroupBy(one => one.Site))
        {
            await redirects.KeepAsync(group.Key, group.Select(one => one.Redirect), ct);
        }
    }

    /// <summary>Pages that nobody here has given a place stand below those they stood below.</summary>
    private async Task PlaceAsync(Run run, CancellationToken ct)
    {
        foreach (var group in run.Order.IsDryRun ? [] : run.Places.GroupBy(place => place.Site))
        {
            PagePlace[] places = [.. group.Where(place => run.Items.GetValueOrDefault(place.Key) > 0 && run.Items.GetValueOrDefault(place.Under) > 0).Select(place => new PagePlace(run.Items[place.Key], run.Items[place.Under]))];
            await structureOf(group.Key).ChangeAsync("site.pages", settings => settings.PageTree, seen: null,
                settings => settings with { PageTree = [.. settings.PageTree, .. places.Where(place => settings.PageTree.All(known => known.Id != place.Id))] }, by: null, ct, told: tree => tree.Count);
        }
    }

    /// <summary>One import on its way.</summary>
    private sealed record Run(ImportReport Report, FileImportOrder Order, OldFiles Files, ImportBatches Batches, IReadOnlyDictionary<string, RecordParser> Parsers)
    {
        public int Line { get; set; }

        public Dictionary<string, long> Items { get; } = new(StringComparer.Ordinal);

        public List<(Tenant Site, string Key, string Under)> Places { get; } = [];
    }
}

/// <summary>The file is none of those that the import reads; nothing was done.</summary>
/// <param name="message">What it is instead and what to do, in one sentence.</param>
public sealed class WrongFileException(string message) : Exception(message);
