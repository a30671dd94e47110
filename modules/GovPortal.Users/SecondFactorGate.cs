using System.Security.Claims;
using GovPortal.Core.Localization;
using GovPortal.Storage;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Users;

/// <summary>Keeps the desk of every site, and files that are not public, closed to those who owe a second factor, and leads them to where they set it up.</summary>
public sealed class SecondFactorGate(RequestDelegate next, SecondFactorRule rule, OidcSignIn provider, PortalDbFactory databases)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var isDesk = http.Request.Path.StartsWithSegments("/quan-tri");
        if ((isDesk || http.Request.Path.StartsWithSegments("/tep")) && http.Features.Get<VisitedSite>() is { } site
            && !provider.VouchesFor(http.User) && await rule.IsOwedByAsync(http.User, databases, http.RequestAborted))
        {
            if (isDesk)
            {
                http.Response.Redirect(site.Link("/tai-khoan/xac-thuc"));
                return;
            }

            // A public file is everybody's; of the others they are nobody yet.
            http.User = new ClaimsPrincipal(new ClaimsIdentity());
        }

        await next(http);
    }
}
