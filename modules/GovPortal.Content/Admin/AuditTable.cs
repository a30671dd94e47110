using CsvHelper;
using GovPortal.Core.Security;
using GovPortal.Core.Web;

namespace GovPortal.Content.Admin;

/// <summary>The audit log as a table (RFC 4180) that a spreadsheet opens with its Vietnamese letters, sent line by line.</summary>
internal sealed class AuditTable(IAsyncEnumerable<AuditLine> lines, Texts texts, VisitedSite site, string fileName) : IActionResult
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
            await table.WriteRecordAsync(
                [site.Tenant.Wall(entry.At), name, entry.ByName, entry.From, texts.In(site.Language, "audit.act." + entry.Act), entry.Subject, entry.Before, entry.After],
                context.HttpContext.RequestAborted);
        }
    }
}
