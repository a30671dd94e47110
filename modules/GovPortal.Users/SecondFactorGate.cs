using GovPortal.Core.Storage;
using GovPortal.Core.Web;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Users;

/// <summary>Keeps the desk of every site closed to those who owe a second factor, and leads them to where they set it up.</summary>
public sealed class SecondFactorGate(RequestDelegate next, SecondFactorRule rule, OidcSignIn provider, PortalDbFactory databases)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/quan-tri") && http.Features.Get<VisitedSite>() is { } site
            && !provider.VouchesFor(http.User) && await rule.IsOwedByAsync(http.User, databases, http.RequestAborted))
        {
            http.Response.Redirect(site.Link("/tai-khoan/xac-thuc"));
            return;
        }

        await next(http);
    }
}
