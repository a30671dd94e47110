using System.Security.Claims;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Storage.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Users;

/// <summary>Ties the cookie to a row of the register: no row, no session.</summary>
internal sealed class SessionCookie(SessionRegister sessions, KnownDevices devices, AuditTrail audit) : CookieAuthenticationEvents
{
    private const string Item = "session";

    public override async Task SigningIn(CookieSigningInContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (http, principal) = (context.HttpContext, context.Principal!);

        // A ticket written anew, as after a change of name, goes on with its session.
        if (!context.Properties.Items.TryGetValue(Item, out var id))
        {
            await EndAsync(http);
            var begun = await sessions.BeginAsync(principal.PersonId()!.Value, Device.Of(http.Request.Headers.UserAgent.ToString()), AddressOf(http), http.RequestAborted);
            context.Properties.Items[Item] = id = begun.ToString();
            devices.Remember(http, principal.Identity!.Name!);
            await NoteAsync(http, "people.sign-in", principal, new { way = SignInWay.Of(http, principal) });
        }

        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(PersonClaims.Session, id!));
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        if (context.Principal?.SessionId() is { } id && await sessions.IsOpenAsync(id, AddressOf(http), http.RequestAborted))
        {
            return;
        }

        context.RejectPrincipal();
        await http.SignOutAsync(context.Scheme.Name);
    }

    public override async Task SigningOut(CookieSigningOutContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        if (http.User.PersonId() is not null)
        {
            await NoteAsync(http, "people.sign-out", http.User);
        }

        await EndAsync(http);
    }

    private async Task EndAsync(HttpContext http)
    {
        if (http.User.PersonId() is { } person && http.User.SessionId() is { } session)
        {
            await sessions.EndAsync(person, session, http.RequestAborted);
        }
    }

    private Task NoteAsync(HttpContext http, string act, ClaimsPrincipal who, object? after = null) =>
        audit.WriteAsync(http.Features.Get<VisitedSite>()!.Tenant, act, who.Identity?.Name ?? "", who.PersonId(), http.RequestAborted, after: after);

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : "";
}
