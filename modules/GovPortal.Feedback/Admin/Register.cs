using System.Globalization;
using System.Text;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Feedback.Admin;

/// <summary>The register of what came in a year, as a table for other programs: UTF-8 with a mark, so that spreadsheets read Vietnamese. Who asked is not in it.</summary>
internal static class Register
{
    private const int MostLines = 10_000;

    private static readonly string[] Columns = ["code", "subject", "kind", "field", "received", "state", "assignee", "due", "ended"];

    public static void MapRegister(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/quan-tri/hoi-dap/so-theo-doi.csv", WriteAsync).OfModule(FeedbackModule.Named).RequireAuthorization(Permission.AnswerEnquiries).ExcludeFromDescription();

    /// <param name="loai">Kind; all where it is none.</param>
    private static async Task<FileContentHttpResult> WriteAsync(EnquiryRegister register, VisitedSite site, Texts texts, TenantClock clock, string? loai, CancellationToken ct)
    {
        EnquiryKind? kind = Enum.TryParse<EnquiryKind>(loai, out var read) && Enum.IsDefined(read) ? read : null;
        var first = new DateOnly(clock.Today.Year, 1, 1);
        var csv = new StringBuilder().AppendJoin(',', Columns.Select(column => CsvCell.Of(texts.In(site.Language, $"feedback.register.{column}")))).Append("\r\n");
        foreach (var line in await register.PeriodAsync(kind, clock.StartOf(first), clock.StartOf(clock.Today.AddDays(1)), MostLines, ct))
        {
            string?[] cells = [line.Code, line.Subject, texts.In(site.Language, $"feedback.kind.{line.Kind}"), line.Field, site.Tenant.Wall(line.ReceivedAt), texts.In(site.Language, $"feedback.state.{line.State}"), line.AssigneeName,
                line.DueAt is { } due ? site.Tenant.Wall(due) : null, line.EndedAt is { } ended ? site.Tenant.Wall(ended) : null];
            csv.AppendJoin(',', cells.Select(CsvCell.Of)).Append("\r\n");
        }

        return TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())], "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"so-theo-doi-{first.Year}.csv"));
    }
}
