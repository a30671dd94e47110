using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Users;

/// <summary>
/// Tells a browser that somebody has signed in with before from a stranger's. It opens nothing; it only counts its own wrong passwords, so
/// that strangers cannot lock its owner out. Kept in a cookie sealed with the installation's keys.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider keys, TimeProvider clock)
{
    // Not among the cookies that make a visitor somebody: kept pages are sent all the same.
    private const string Cookie = "gp-devices";

    // Colleagues who share a browser.
    private const int Most = 5;

    private static readonly TimeSpan Life = TimeSpan.FromDays(180);

    private readonly IDataProtector seal = keys.CreateProtector("known-devices");

    /// <summary>What the browser is counted by for an account; null when it has not signed in to it lately.</summary>
    public Guid? Find(HttpRequest request, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Read(request).Where(known => Matches(known, name)).Select(known => (Guid?)known.Device).FirstOrDefault();
    }

    /// <summary>Somebody has signed in with this browser.</summary>
    public void Remember(HttpContext http, string name)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(name);
        var known = Read(http.Request).ToList();
        var device = known.Find(k => Matches(k, name))?.Device ?? Guid.NewGuid();
        var kept = known.Where(k => !Matches(k, name)).Prepend(new KnownDevice(device, clock.GetUtcNow().ToUnixTimeSeconds(), name.Trim().ToUpperInvariant())).Take(Most);
        http.Response.Cookies.Append(Cookie, seal.Protect(string.Join('\n', kept.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Device:n} {k.Seen} {k.Name}")))), new CookieOptions
        {
            Expires = clock.GetUtcNow() + Life,
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
        });
    }

    private static bool Matches(KnownDevice known, string name) => known.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase);

    private IEnumerable<KnownDevice> Read(HttpRequest request)
    {
        if (request.Cookies[Cookie] is not { Length: > 0 } given)
        {
            return [];
        }

        try
        {
            var oldest = (clock.GetUtcNow() - Life).ToUnixTimeSeconds();
            return seal.Unprotect(given).Split('\n').Select(line => line.Split(' ', 3))
                .Select(parts => new KnownDevice(Guid.Parse(parts[0]), long.Parse(parts[1], CultureInfo.InvariantCulture), parts[2])).Where(known => known.Seen > oldest);
        }
        catch (CryptographicException)
        {
            // Made up, or sealed with keys that are gone.
            return [];
        }
    }

    private sealed record KnownDevice(Guid Device, long Seen, string Name);
}
