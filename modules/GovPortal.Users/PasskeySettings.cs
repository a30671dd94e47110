using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Users;

/// <summary>Where passkeys are good.</summary>
/// <param name="Domain">The domain that all host names of the installation lie below, so that one passkey opens each; null makes it good at the host it was made at.</param>
public sealed record PasskeySettings(string? Domain)
{
    private const string Setting = "GovPortal:Passkeys:Domain";

    /// <exception cref="InvalidOperationException">The setting is no domain.</exception>
    public static PasskeySettings From(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var domain = settings[Setting]?.Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(domain) ? new PasskeySettings(Domain: null)
            : Uri.CheckHostName(domain) == UriHostNameType.Dns ? new PasskeySettings(domain)
            : throw new InvalidOperationException($"{Setting} is “{domain}”; it must be the domain that the host names share, for example “example.gov.vn”.");
    }

    /// <summary>Whether a browser takes passkeys at a host: never at a bare network address, and below the domain only.</summary>
    public bool AreTakenAt(HostString host) =>
        !IPAddress.TryParse(host.Host.Trim('[', ']'), out _)
        && (Domain is null || host.Host.Equals(Domain, StringComparison.OrdinalIgnoreCase) || host.Host.EndsWith("." + Domain, StringComparison.OrdinalIgnoreCase));
}

public static class PasskeyDoor
{
    public static IServiceCollection AddPasskeys(this IServiceCollection services, PasskeySettings settings) => services
        .AddSingleton(settings)
        .Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = settings.Domain;
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "preferred";

            // Identity compares with a header that the sender writes; a page of another host below the domain could send on what it was shown.
            options.ValidateOrigin = shown => ValueTask.FromResult(!shown.CrossOrigin && IsOwn(shown.Origin, shown.HttpContext.Request.Host));
        });

    private static bool IsOwn(string? origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var shown) && shown.Authority.Equals(host.Value, StringComparison.OrdinalIgnoreCase);
}
