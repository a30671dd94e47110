using System.Globalization;
using System.Text;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.OneStop.Site;

/// <summary>The figures of <c>/mot-cua</c> as a table for other programs: UTF-8 with a mark, so that spreadsheets read Vietnamese.</summary>
internal static class FiguresCsv
{
    private static readonly string[] Columns = ["agency", "field", "total", "carried", "received", "online", "postal", "resolved", "early", "onTime", "late", "returned", "stopped", "undue", "overdue", "waiting", "onTimePercentage", "votes", "content"];

    public static void MapFigures(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/mot-cua.csv", WriteAsync).OfModule(OneStopModule.Named).ExcludeFromDescription();

    private static async Task<FileContentHttpResult> WriteAsync(OneStopFigures figures, VisitedSite site, TenantClock clock, string? tu, string? den, CancellationToken ct)
    {
        var (first, last, _) = FiguresPage.PeriodOf(DayOf(tu), DayOf(den), clock.Today);
        var csv = new StringBuilder(string.Join(',', Columns)).Append("\r\n");
        foreach (var row in await figures.OfAsync(figures.SitesOf(site.Tenant), first, last, ct))
        {
            csv.AppendJoin(',', Cells(row)).Append("\r\n");
        }

        return TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv.ToString())], "text/csv; charset=utf-8", $"mot-cua-{Days.Iso(first)}-{Days.Iso(last)}.csv");
    }

    private static IEnumerable<string> Cells(FiguresRow row) =>
    [
        CsvCell.Of(row.Agency), CsvCell.Of(row.Field),
        .. new[] { row.Total, row.Carried, row.Received, row.Online, row.Postal, row.Resolved, row.Early, row.OnTime, row.Late, row.Returned, row.Stopped, row.Undue, row.Overdue, row.Waiting }.Select(Written),
        FiguresRow.Written(row.OnTimeShare), Written(row.Votes), Written(row.Content),
    ];

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static DateOnly? DayOf(string? text) => WrittenDay.TryParse(text, out var day) && WrittenDay.IsInRange(day) ? day : null;
}
