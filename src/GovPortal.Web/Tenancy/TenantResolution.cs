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

    /// <summary>Address of the page that stands in place of a site that is off.</summary>
    private const string OffPath = "/loi/503";

    private const string SecondsToComeBack = "3600";

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public async Task InvokeAsync(HttpContext http)
    {
        var byHost = directory.FindByHost(http.Request.Host.Host);
        if ((byHost is null ? RightHost(http.Request.Host) : PresentHost(byHost, http.Request.Host)) is { } host)
        {
            SendTo(http, host, http.Request.Path);
            return;
        }

        var tenant = byHost;
        var root = "";
        if (FirstSegment(http.Request.Path) is { } segment && directory.FindByName(segment) is { } named)
        {
            if (segment != named.Name)
            {
                SendTo(http, http.Request.Host, "/" + named.Name + PathAfter(http.Request.Path, segment, ""));
                return;
            }

            tenant = named;
            byHost = named == byHost ? byHost : null;
            root = Shift(http.Request, segment);
        }

        tenant ??= directory.Portal;
        if (tenant is { IsEnabled: false })
        {
            // The portal says so in its place.
            http.Features.Set(new SwitchedOff(tenant, directory.ParentOf(tenant) is { IsEnabled: true } above ? above : null, http.Request.Path));
            http.Response.Headers.RetryAfter = SecondsToComeBack;
            (tenant, byHost, root) = (directory.Portal, null, "");
            (http.Request.PathBase, http.Request.Path) = ("", OffPath);
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

    /// <summary>The host name of the site that is meant by one with <c>www.</c> before or a dot behind it; null where none is.</summary>
    private HostString? RightHost(HostString asked)
    {
        var bare = asked.Host.TrimEnd('.');
        bare = bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? bare["www.".Length..] : bare;
        return bare.Length < asked.Host.Length && directory.FindByHost(bare) is { Host: { } own } ? (asked.Port is { } port ? new HostString(own, port) : new HostString(own)) : null;
    }

    /// <summary>The host name of a site that is asked for by one it had before; null where it is asked for by its own.</summary>
    private static HostString? PresentHost(Tenant site, HostString asked) =>
        site.Host is { } own && site.Settings.FormerHosts.Contains(asked.Host, StringComparer.OrdinalIgnoreCase) && !own.Equals(asked.Host, StringComparison.OrdinalIgnoreCase) ? (asked.Port is { } port ? new HostString(own, port) : new HostString(own)) : null;

    // 308 keeps the form that is being sent.
    private static void SendTo(HttpContext http, HostString host, PathString path)
    {
        var request = http.Request;
        http.Response.StatusCode = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? StatusCodes.Status301MovedPermanently : StatusCodes.Status308PermanentRedirect;
        http.Response.Headers.Location = host == request.Host ? $"{path.ToUriComponent()}{request.QueryString}" : $"{request.Scheme}://{host.ToUriComponent()}{path.ToUriComponent()}{request.QueryString}";
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

    private static string PathAfter(PathString path, string segment, string none = "/") => path.Value!.Length == segment.Length + 1 ? none : path.Value[(segment.Length + 1)..];
}

/// <summary>The site that is visited is off: the portal answers with 503 and says where to go meanwhile.</summary>
/// <param name="Above">The site above it; null where that is off too.</param>
/// <param name="Path">What was asked for below the site or the host.</param>
public sealed record SwitchedOff(Tenant Site, Tenant? Above, string Path);
