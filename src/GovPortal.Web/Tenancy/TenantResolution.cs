using System.Globalization;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GovPortal.Web.Tenancy;

/// <summary>
/// Decides, before anything else, whose site is visited: by host name, else by the first segment of the path,
/// else the portal; then in which language. Both segments move into <c>PathBase</c>, so pages never see them.
/// </summary>
public sealed class TenantResolution(RequestDelegate next, TenantDirectory directory, ILogger<TenantResolution> logger)
{
    /// <summary>Address of the one not-found page below every site.</summary>
    public const string NotFoundPath = "/loi/404";

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public async Task InvokeAsync(HttpContext http)
    {
        var byHost = directory.FindByHost(http.Request.Host.Host);
        var tenant = byHost;
        var root = "";
        if (FirstSegment(http.Request.Path) is { } segment && directory.FindByName(segment) is { } named)
        {
            tenant = named;
            byHost = named == byHost ? byHost : null;
            root = Shift(http.Request, segment);
        }

        tenant ??= directory.Portal;
        if (tenant is { IsEnabled: false })
        {
            // A site that is off is as if it had never been: the portal says so.
            (tenant, byHost, root) = (directory.Portal, null, "");
            (http.Request.PathBase, http.Request.Path) = ("", NotFoundPath);
        }

        if (tenant is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            await http.Response.WriteAsync("No site has been set up here yet.");
            return;
        }

        var language = Texts.Vietnamese;
        if (FirstSegment(http.Request.Path) == Texts.English && VisitedSite.IsInEnglish(tenant, PathAfter(http.Request.Path, Texts.English)))
        {
            Shift(http.Request, Texts.English);
            language = Texts.English;
        }

        http.Features.Set(tenant);
        http.Features.Set(new VisitedSite(tenant, language, root, byHost is not null && !tenant.IsPortal));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language == Texts.English ? English : Vietnamese;
        using (logger.BeginScope(new Dictionary<string, object> { ["Tenant"] = tenant.Name, ["RequestId"] = http.TraceIdentifier }))
        {
            await next(http);
        }
    }

    private static string? FirstSegment(PathString path)
    {
        var value = path.Value;
        if (string.IsNullOrEmpty(value) || value.Length == 1)
        {
            return null;
        }

        var end = value.IndexOf('/', 1);
        return end < 0 ? value[1..] : value[1..end];
    }

    private static string Shift(HttpRequest request, string segment)
    {
        var taken = "/" + segment;
        request.PathBase = request.PathBase.Add(taken);
        request.Path = PathAfter(request.Path, segment);
        return taken;
    }

    private static string PathAfter(PathString path, string segment) => path.Value!.Length == segment.Length + 1 ? "/" : path.Value[(segment.Length + 1)..];
}
