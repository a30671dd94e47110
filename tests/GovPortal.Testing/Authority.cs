using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace GovPortal.Testing;

/// <summary>A province's own sign-in service in this process: a real OpenID Connect provider, which lets in at once whoever the test names.</summary>
public sealed class Authority : IAsyncDisposable
{
    private const string Client = "govportal";
    private const string Secret = "mot-bi-mat-dai-cua-cong-thong-tin";

    private readonly WebApplication app;
    private readonly string file;

    private Authority(WebApplication app, string file) => (this.app, this.file) = (app, file);

    public Uri Address { get; private set; } = null!;

    /// <summary>Settings of a portal whose people may sign in here.</summary>
    public IEnumerable<string> Settings =>
    [
        $"--GovPortal:OpenIdConnect:Authority={Address}", $"--GovPortal:OpenIdConnect:ClientId={Client}", $"--GovPortal:OpenIdConnect:ClientSecret={Secret}", "--GovPortal:OpenIdConnect:Name=tài khoản tỉnh",
    ];

    /// <summary>Who sits before the browser.</summary>
    public AuthorityUser User { get; set; } = new("", "", IsEmailVerified: false);

    /// <summary>Whether they say no when they are asked.</summary>
    public bool Refuses { get; set; }

    public static async Task<Authority> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var file = Path.GetTempFileName();
        builder.Services.AddDbContext<AuthorityDb>(db => db.UseSqlite($"Data Source={file};Pooling=False").UseOpenIddict());
        builder.Services.AddOpenIddict().AddCore(core => core.UseEntityFrameworkCore().UseDbContext<AuthorityDb>()).AddServer(Describe);
        var authority = new Authority(builder.Build(), file);
        authority.app.UseAuthentication();
        authority.app.MapGet("/connect/authorize", authority.Authorize);
        authority.app.MapGet("/connect/userinfo", authority.Tell);
        await using (var scope = authority.app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AuthorityDb>().Database.EnsureCreatedAsync();
        }

        await authority.app.StartAsync();
        authority.Address = new Uri(authority.app.Urls.Single());
        // On a busy machine its first word takes longer than a portal waits.
        using var http = new HttpClient();
        await http.GetStringAsync(new Uri(authority.Address, ".well-known/openid-configuration"));
        await http.GetStringAsync(new Uri(authority.Address, ".well-known/jwks"));
        return authority;
    }

    /// <summary>Lets people come back to a portal.</summary>
    public async Task RegisterAsync(Uri portal)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = Client,
            ClientSecret = Secret,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri(portal, "/dang-nhap/oidc") },
            Permissions = { Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code, Permissions.Scopes.Email, Permissions.Scopes.Profile },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        });
    }

    /// <summary>Goes away, as when its line is cut.</summary>
    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        File.Delete(file);
    }

    private static void Describe(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token").SetUserInfoEndpointUris("connect/userinfo");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().RegisterScopes(Scopes.Email, Scopes.Profile);
        server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
        server.UseAspNetCore().DisableTransportSecurityRequirement().EnableAuthorizationEndpointPassthrough().EnableUserInfoEndpointPassthrough();
    }

    private IResult Authorize(HttpContext http)
    {
        if (Refuses)
        {
            return Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied }), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        var identity = new ClaimsIdentity("authority");
        identity.SetClaim(Claims.Subject, User.Subject);
        identity.SetScopes(http.GetOpenIddictServerRequest()!.GetScopes());
        return Results.SignIn(new ClaimsPrincipal(identity), properties: null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private IResult Tell() => Results.Json(new Dictionary<string, object> { [Claims.Subject] = User.Subject, [Claims.Email] = User.Email, [Claims.EmailVerified] = User.IsEmailVerified });

    private sealed class AuthorityDb(DbContextOptions<AuthorityDb> options) : DbContext(options);
}

/// <summary>Somebody as the provider knows them.</summary>
/// <param name="Subject">What it calls them for ever, though their address changes.</param>
public sealed record AuthorityUser(string Subject, string Email, bool IsEmailVerified);
