using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Redirects;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Caching;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Publishing.Web;

/// <summary>Leads readers on from addresses that nothing here has any more: those of the system before this one, and of what moved to another site.</summary>
public sealed class RedirectMiddleware(RequestDelegate next, SiteRedirects redirects, TenantDirectory directory)
{
    // Of a site that leads on, these still answer for themselves: its desk, its files, what programs ask.
    private static readonly string[] Staying = ["/quan-tri", "/dang-nhap", "/dang-xuat", "/tai-khoan", "/moi", "/tep", "/api", "/loi", "/theme.css", "/robots.txt", "/sitemap.xml", "/manifest.webmanifest"];

    public async Task InvokeAsync(HttpContext http)
    {
        // The page cache takes the query off what it renders; what was asked stands here.
        var (path, query) = (http.Request.Path, http.Request.QueryString);
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (isRead && http.Features.Get<VisitedSite>() is { } visited && SuccessorIfLedOn(visited.Tenant, path) is { } successor)
        {
            var kept = await redirects.FindAsync(visited.Tenant, path.Value + query, http.RequestAborted);
            Lead(http, (kept is null ? null : Target(visited, kept)) ?? visited.LinkTo(successor, "/"), query);
            return;
        }

        await next(http);
        if (!isRead || http.Response.StatusCode != StatusCodes.Status404NotFound || http.Response.HasStarted || !path.HasValue || http.Features.Get<VisitedSite>() is not { } site)
        {
            return;
        }

        query = http.Features.Get<AskedQuery>()?.Query ?? query;
        if (await redirects.FindAsync(site.Tenant, path.Value + query, http.RequestAborted) is not { } found || Target(site, found) is not { } target)
        {
            return;
        }

        // A query that was part of the old address says nothing at the new one.
        Lead(http, target, found.From.Contains('?', StringComparison.Ordinal) ? QueryString.Empty : query);
    }

    private static void Lead(HttpContext http, string target, QueryString query)
    {
        http.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        http.Response.Headers.Location = target + query;

        // A merger can be taken back: no browser remembers it for good.
        http.Response.Headers.CacheControl = "no-cache";
    }

    private Tenant? SuccessorIfLedOn(Tenant site, PathString path) =>
        site.Settings.Closing is { LeadsOn: true } && !Staying.Any(stay => path.StartsWithSegments(stay, StringComparison.Ordinal)) ? directory.SuccessorOf(site) : null;

    private string? Target(VisitedSite site, SiteRedirect found)
    {
        Tenant? owner = found.ToSite is null ? site.Tenant : directory.FindByName(found.ToSite);
        return owner is null ? null : found.To.StartsWith("/tep/", StringComparison.Ordinal) ? site.FileOf(owner, found.To) : site.LinkTo(owner, found.To);
    }
}
