using CsvHelper;
using GovPortal.Core.Localization;

namespace GovPortal.Content.Admin;

/// <summary>The audit log as a table (RFC 4180) that a spreadsheet opens with its Vietnamese letters, sent line by line.</summary>
internal sealed class AuditTable(IAsyncEnumerable<AuditLine> lines, AuditWords words, Texts texts, VisitedSite site, string fileName) : IActionResult
{
    private static readonly string[] Columns = ["at", "name", "sign-in", "from", "act", "subject", "before", "after"];

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        response.Headers.CacheControl = "no-store";

        // What a spreadsheet would take for a formula is written as text.
        var habits = new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true };
        await using var table = CsvWriter.Create(response.Body, habits, leaveOpen: true);
        await table.WriteRecordAsync([.. Columns.Select(column => texts.In(site.Language, "audit.column." + column))], context.HttpContext.RequestAborted);
        await foreach (var (entry, name) in lines)
        {
            var changes = words.Of(entry);
            await table.WriteRecordAsync(
                [site.Tenant.WallSecond(entry.At), name, entry.ByName, entry.From, texts.In(site.Language, "audit.act." + entry.Act), entry.Subject, Told(changes, c => c.Old), Told(changes, c => c.New)],
                context.HttpContext.RequestAborted);
        }
    }

    private static string Told(IEnumerable<AuditChange> changes, Func<AuditChange, string?> side) =>
        string.Join("; ", changes.Where(c => side(c) is not null).Select(c => $"{c.Label}: {side(c)!.Replace("\n", ", ", StringComparison.Ordinal)}"));
}
