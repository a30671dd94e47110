using System.Security.Claims;
using GovPortal.Core.Localization;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Caching;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace GovPortal.Users;

/// <summary>The way out to the provider and back in. Each host has one address to come back to, whatever the site.</summary>
public sealed class OidcSignIn(IEnumerable<ProviderSettings> settings, IOptionsMonitor<OpenIdConnectOptions> options, TenantDirectory directory, ILogger<OidcSignIn> logger)
{
    public const string Scheme = "OpenIdConnect";

    /// <summary>Where the provider sends people back to; registered with it for each host.</summary>
    public const string Callback = "/dang-nhap/oidc";

    // How long somebody waits at the door for a provider that may be gone.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const string ReturnTo = "ve";
    private const string Root = "root";

    private readonly ProviderSettings? provider = settings.SingleOrDefault();

    public bool IsOpen => provider is not null;

    /// <summary>What people call the provider's accounts; null where there is no provider.</summary>
    public string? Name => provider?.Name;

    /// <summary>Whether somebody came by the provider, and it asks everybody for a second factor.</summary>
    public bool VouchesFor(ClaimsPrincipal user) => provider is { IsStrong: true } && user.CameByProvider(provider.Authority.AbsoluteUri);

    /// <summary>Whether the provider answers. It is asked until it has answered once.</summary>
    public async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            return await options.Get(Scheme).ConfigurationManager!.GetConfigurationAsync(ct) is not null;
        }
        catch (InvalidOperationException fault)
        {
            logger.LogWarning(new EventId(1, "ProviderDown"), fault, "The sign-in provider {Authority} does not describe itself", provider!.Authority);
            return false;
        }
    }

    /// <summary>What is remembered, sealed, until somebody comes back.</summary>
    /// <param name="returnTo">Where they wanted to go: an address of this host.</param>
    public AuthenticationProperties Begin(string returnTo)
    {
        var root = RootOf(returnTo);
        return new AuthenticationProperties(new Dictionary<string, string?> { [ReturnTo] = returnTo, [Root] = root, [ProviderLogins.LoginProvider] = provider!.Authority.AbsoluteUri })
        {
            RedirectUri = root + "/dang-nhap/ngoai/xong" + new QueryWriter().Add(ReturnTo, returnTo),
        };
    }

    /// <summary>Address of the page of sign-in of the site somebody wanted to go to, in its language.</summary>
    public string SignInAddress(string? returnTo, string fault) => SignInAddress(RootOf(returnTo ?? ""), returnTo, fault);

    internal static void Describe(OpenIdConnectOptions options, ProviderSettings settings)
    {
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.Authority = settings.Authority.AbsoluteUri;
        options.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = settings.ClientId;
        options.ClientSecret = settings.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.CallbackPath = Callback;

        // Signing out here leaves the provider's own session alone, and nobody signs people out from there.
        options.RemoteSignOutPath = options.SignedOutCallbackPath = default;
        options.Scope.Clear();
        foreach (var scope in new[] { "openid", "profile", "email" })
        {
            options.Scope.Add(scope);
        }

        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.MapJsonKey(ProviderLogins.EmailVerified, ProviderLogins.EmailVerified);
        options.BackchannelTimeout = Patience;
        Write(options.CorrelationCookie, "govportal.begun.");
        Write(options.NonceCookie, "govportal.nonce.");
        options.Events.OnAccessDenied = denied => BackAsync(denied, denied.Properties, SignInError.Refused);
        options.Events.OnRemoteFailure = failed => BackAsync(failed, failed.Properties, FaultOf(failed.Failure));
    }

    // The provider sends people back by a link, with which these cookies come; a form of its own would need more of the browser.
    private static void Write(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = "/";
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static Task BackAsync(HandleRequestContext<RemoteAuthenticationOptions> context, AuthenticationProperties? begun, string fault)
    {
        context.Response.Redirect(SignInAddress(ItemOf(begun, Root) ?? "", ItemOf(begun, ReturnTo), fault));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static string? ItemOf(AuthenticationProperties? begun, string name) => begun?.Items.TryGetValue(name, out var value) == true ? value : null;

    // A provider that is gone when its code is exchanged shows as a broken connection, or as no answer in time.
    private static string FaultOf(Exception? failure) => failure is HttpRequestException or OperationCanceledException or InvalidOperationException ? SignInError.Down
        : failure is OpenIdConnectProtocolException ? SignInError.Refused
        : SignInError.Stale;

    private static string SignInAddress(string root, string? returnTo, string fault) => root + "/dang-nhap" + new QueryWriter().Add("loi", fault).Add(ReturnTo, returnTo);

    // Of an address of this host: the segments that name a site and a language.
    private string RootOf(string address)
    {
        var segments = address.Split('?', '#')[0].Split('/');
        var site = segments.Length > 1 && directory.FindByName(segments[1]) is not null ? 1 : 0;
        var language = segments.Length > site + 1 && segments[site + 1] == Texts.English ? 1 : 0;
        return string.Concat(segments.Skip(1).Take(site + language).Select(segment => "/" + segment));
    }
}

public static class SignInProvider
{
    /// <param name="settings">Null where people sign in by password and passkey alone.</param>
    public static IServiceCollection AddSignInProvider(this IServiceCollection services, ProviderSettings? settings)
    {
        if (settings is not null)
        {
            services.AddSingleton(settings);
            services.AddAuthentication().AddOpenIdConnect(OidcSignIn.Scheme, options => OidcSignIn.Describe(options, settings));
        }

        return services;
    }
}
