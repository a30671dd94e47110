using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace GovPortal.Host;

/// <summary>The servers in front whose word is taken for where a request came from, how, and to which host (<c>X-Forwarded-For</c>, <c>-Proto</c>, <c>-Host</c>).</summary>
internal static class TrustedProxies
{
    private const string Setting = "GovPortal:TrustedProxies";

    /// <exception cref="InvalidOperationException">A word is neither an address nor a network; the message names every one.</exception>
    public static void AddTrustedProxies(this IServiceCollection services, IConfiguration settings)
    {
        var words = (settings[Setting] ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var mistakes = words.Where(word => !IPAddress.TryParse(word, out _) && !System.Net.IPNetwork.TryParse(word, out _)).ToArray();
        if (mistakes.Length > 0)
        {
            throw new InvalidOperationException($"{Setting} names what is neither an address nor a network: {string.Join(", ", mistakes)}. Write, for example, “127.0.0.1, 10.0.0.0/8”.");
        }

        if (words.Length == 0)
        {
            return;
        }

        // After the framework's own switch, which trusts everybody.
        services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var word in words)
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.TryParse(word, out var network) ? network : new System.Net.IPNetwork(IPAddress.Parse(word), IPAddress.Parse(word).GetAddressBytes().Length * 8));
            }

            foreach (var host in (settings["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(host => host != "*"))
            {
                options.AllowedHosts.Add(host);
            }
        });
    }

    public static void UseTrustedProxies(this WebApplication app)
    {
        if (!string.IsNullOrWhiteSpace(app.Configuration[Setting]))
        {
            app.UseForwardedHeaders();
        }
    }
}
