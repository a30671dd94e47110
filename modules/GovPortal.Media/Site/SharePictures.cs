using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace GovPortal.Media.Site;

/// <summary>Sends the picture for shares of a public item, <c>/anh-chia-se/thu-tuc/1.001193.png</c>, and of the site itself, <c>/anh-chia-se.png</c>.</summary>
internal static class SharePictures
{
    private const string ADay = "public, max-age=86400";
    private const string Ending = ".png";

    public static void MapSharePictures(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/anh-chia-se.png", [HttpMethods.Get, HttpMethods.Head], (HttpContext http, VisitedSite site, ShareCards cards, CancellationToken ct) => SendAsync(http, site, cards, "", ct))
            .OfModule(MediaModule.Named).ExcludeFromDescription();
        routes.MapMethods("/anh-chia-se/{**path}", [HttpMethods.Get, HttpMethods.Head], SendOfItemAsync).OfModule(MediaModule.Named).ExcludeFromDescription();
    }

    private static async Task<IResult> SendOfItemAsync(string path, HttpContext http, VisitedSite site, ShareCards cards, ContentTypes types, ModuleList modules, PortalDbFactory databases, CancellationToken ct)
    {
        if (!path.EndsWith(Ending, StringComparison.Ordinal) || path.Length > ContentFacts.KeyLength || path[..^Ending.Length].Split('/') is not ([.., { Length: > 0 } slug] and { Length: 1 or 2 } parts)
            || types.All.FirstOrDefault(one => one.Path == (parts.Length == 2 ? parts[0] : "") && modules.IsOn(one.Module, site.Tenant)) is not { } type)
        {
            return Results.NotFound();
        }

        await using var db = databases.OpenFor(site.Tenant);
        var title = await db.Items.AsNoTracking().Where(item => item.Type == type.Name && item.Slug == slug && (item.State == ContentState.Published || item.State == ContentState.Archived))
            .Select(item => item.Title).SingleOrDefaultAsync(ct);
        return title is null ? Results.NotFound() : await SendAsync(http, site, cards, title, ct);
    }

    private static async Task<IResult> SendAsync(HttpContext http, VisitedSite site, ShareCards cards, string title, CancellationToken ct)
    {
        if (await cards.OfAsync(site.Tenant, title, ct) is not { } path)
        {
            http.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        http.Response.Headers.CacheControl = ADay;
        return Results.File(path, "image/png", entityTag: new EntityTagHeaderValue($"\"{Path.GetFileNameWithoutExtension(path)}\""));
    }
}
