using System.Text;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;

namespace GovPortal.Feedback.Admin;

/// <summary>The register of what came in a year, as a table for other programs: UTF-8 with a mark, so that spreadsheets read Vietnamese. Who asked is not in it.</summary>
internal static class Register
{
    private const int MostLines = 10_000;

    private static readonly string[] Columns = ["code", "subject", "kind", "field", "received", "state", "assignee", "due", "ended"];

    /// <param name="kind">All where it is null.</param>
    public static async Task<byte[]> WriteAsync(EnquiryRegister register, EnquiryKind? kind, VisitedSite site, Texts texts, TenantClock clock, CancellationToken ct)
    {
        var first = new DateOnly(clock.Today.Year, 1, 1);
        var csv = new StringBuilder().AppendJoin(',', Columns.Select(column => CsvCell.Of(texts.In(site.Language, $"feedback.register.{column}")))).Append("\r\n");
        foreach (var line in await register.PeriodAsync(kind, clock.StartOf(first), clock.StartOf(clock.Today.AddDays(1)), MostLines, ct))
        {
            string?[] cells = [line.Code, line.Subject, texts.In(site.Language, $"feedback.kind.{line.Kind}"), line.Field, site.Tenant.Wall(line.ReceivedAt), texts.In(site.Language, $"feedback.state.{line.State}"), line.AssigneeName,
                line.DueAt is { } due ? site.Tenant.Wall(due) : null, line.EndedAt is { } ended ? site.Tenant.Wall(ended) : null];
            csv.AppendJoin(',', cells.Select(CsvCell.Of)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }
}
