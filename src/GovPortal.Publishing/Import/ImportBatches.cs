using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Publishing.Import;

/// <summary>Puts records on their sites, a batch in one transaction, and writes into the report what became of each.</summary>
internal sealed class ImportBatches(TenantDirectory directory, IntakeOf intakeOf, Texts texts, Tenant? target, ImportReport report)
{
    private const int BatchSize = 250;

    private readonly List<PlacedRecord> waiting = new(BatchSize);
    private readonly Dictionary<(int Site, string Key), int> firstLineOf = [];

    /// <summary>The line of the first record that is not written yet; null when all are.</summary>
    public int? FirstWaiting => waiting.Count == 0 ? null : waiting[0].Line;

    public bool IsFull => waiting.Count == BatchSize;

    /// <summary>Takes a record, or says in the report why not.</summary>
    public void Add(int line, ForeignRecord record)
    {
        report.Records++;
        report.Remarks.AddRange(record.Remarks.Select(remark => new ImportNote(line, record.Key, remark)));
        if (record.Refusals.Count > 0)
        {
            report.Refusals.AddRange(record.Refusals.Select(r => new RefusedLine(line, r.Field, r.Value, r.Code, texts.Sentence(Texts.English, r))));
            return;
        }

        if ((target ?? PlaceOf(record)) is not { } site)
        {
            report.UnplacedRecords.Add(new UnplacedLine(line, record.Key, record.Title, [.. record.AgencyCodes, .. record.AgencyName is { } name ? [name] : Array.Empty<string>()]));
            return;
        }

        // What is called alike and of one day is the same only if it says the same.
        var isFirst = firstLineOf.TryAdd((site.Id, record.Key), line);
        var own = record.IsKeyGuessed ? $"{record.Key}:{IntakePlanner.HashOf(BodyJson.Write(record.Body!, record.Body!.GetType()))}" : record.Key;
        if ((record.IsKeyGuessed || !isFirst) && !firstLineOf.TryAdd((site.Id, own), line))
        {
            var repeat = new Refusal("import.line.repeated", "(line)", firstLineOf[(site.Id, own)].ToString(CultureInfo.InvariantCulture));
            report.Refusals.Add(new RefusedLine(line, "(line)", record.Key, repeat.Code, texts.Sentence(Texts.English, repeat)));
            return;
        }

        waiting.Add(new PlacedRecord(line, site, record, record.ToItem(isTwin: !isFirst)));
    }

    /// <summary>Writes what waits.</summary>
    public async Task<IReadOnlyList<TakenRecord>> TakeInAsync(CancellationToken ct)
    {
        var taken = new List<TakenRecord>(waiting.Count);
        foreach (var group in waiting.GroupBy(placed => (placed.Site.Id, placed.Item.Body.GetType())).ToArray())
        {
            var (site, lines) = (group.First().Site, group.ToArray());
            var results = await intakeOf(site).TakeInAsync([.. lines.Select(placed => placed.Item)], report.IsDryRun, ct);
            Count(site, results);
            foreach (var (placed, result) in lines.Zip(results))
            {
                Tell(placed, result);
                taken.Add(new TakenRecord(site, placed.Record, result));
            }

            waiting.RemoveAll(lines.Contains);
        }

        return taken;
    }

    private void Count(Tenant site, IReadOnlyList<IntakeResult> results)
    {
        report.Added += results.Count(r => r.Outcome == IntakeOutcome.Added);
        report.Changed += results.Count(r => r.Outcome == IntakeOutcome.Changed);
        report.Unchanged += results.Count(r => r.Outcome == IntakeOutcome.Unchanged);
        report.Scheduled += results.Count(r => r.GoesLiveAt is not null);
        report.Sites[site.Name] = report.Sites.GetValueOrDefault(site.Name) + results.Count;
    }

    private void Tell(PlacedRecord placed, IntakeResult result)
    {
        report.KeptFields.AddRange(result.Kept.Select(kept => new KeptLine(placed.Line, placed.Item.SourceKey, kept.Field, kept.Ours, kept.Theirs)));
        if (result.GoesLiveAt is { } at)
        {
            report.Remarks.Add(new ImportNote(placed.Line, placed.Item.SourceKey, $"its day is to come: it goes public on {placed.Site.Wall(at)}"));
        }
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

    private sealed record PlacedRecord(int Line, Tenant Site, ForeignRecord Record, IncomingItem Item);
}

/// <summary>A record that was taken in.</summary>
internal sealed record TakenRecord(Tenant Site, ForeignRecord Record, IntakeResult Result);
