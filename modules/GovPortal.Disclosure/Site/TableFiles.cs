using GovPortal.Core.Modules;
using GovPortal.Disclosure.Tables;
using GovPortal.Publishing.Reading;
using GovPortal.Web.Caching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Disclosure.Site;

/// <summary>The tables of an item as files: CSV for programs (dots before fractions, ISO days), XLSX for spreadsheets.</summary>
internal static class TableFiles
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapTableFiles(this IEndpointRouteBuilder routes)
    {
        Map(routes, "csv", "text/csv; charset=utf-8", TableCsv.WriteAsync);
        Map(routes, "xlsx", Xlsx, TableSheet.WriteAsync);
    }

    private static void Map(IEndpointRouteBuilder routes, string ending, string mediaType, Func<DisclosedTable, CancellationToken, Task<byte[]>> write) =>
        routes.MapGet("/cong-khai/{slug}/bang-{number:int}." + ending, async (string slug, int number, PublishedContent content, CancellationToken ct) =>
            await content.FindAsync<DisclosedInformation>(slug, ct) is { Body: { } body } && number >= 1 && number <= body.Tables.Count
                ? Results.Bytes(await write(body.Tables[number - 1], ct), mediaType)
                : Results.NotFound())
            .OfModule(DisclosureModule.Named).WithMetadata(new KeptLikeAPage()).ExcludeFromDescription();
}
