using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GovPortal.Web.Pages;

/// <summary>
/// Addresses that open something to whoever holds them: invitations, links for a new password, previews. What follows stands in no log, and
/// no page is told it as the one a reader came from.
/// </summary>
public static partial class SecretAddresses
{
    /// <summary>What stands in place of the secret.</summary>
    public const string Mask = "***";

    /// <summary>Where previews are opened, below a site's root.</summary>
    public const string Preview = "/xem-truoc";

    // A shorter word opens nothing, and may be part of others.
    private const int LeastSecret = 16;

    /// <summary>Below a site's root, with a slash at both ends.</summary>
    public static readonly IReadOnlyList<string> Prefixes = ["/moi/", "/dang-nhap/mat-khau-moi/", Preview + "/"];

    // Also as an address stands in another's query, and in what was sent by a provider of sign-ins.
    [GeneratedRegex("""(?<begin>(?:/|%2F)(?:moi|mat-khau-moi|xem-truoc)(?:/|%2F)|[?&](?:code|state|token)=)(?<secret>[^/?&#\s"'%]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    /// <summary>A text without the secrets of addresses in it.</summary>
    public static string Masked(string text) => Secret().Replace(text, match => match.Groups["begin"].Value + Mask);

    /// <summary>Whether the address of a request holds a secret.</summary>
    public static bool IsOne(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Secret().IsMatch(request.Path.Value ?? "") || request.QueryString.HasValue && Secret().IsMatch(request.QueryString.Value!);
    }

    /// <summary>The secrets in the address of a request as it was sent, whatever became of its path since.</summary>
    public static IReadOnlyList<string> Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Features.Get<IHttpRequestFeature>() is { RawTarget: { Length: > 0 } target } ? [.. Secret().Matches(target).Select(match => match.Groups["secret"].Value).Where(secret => secret.Length >= LeastSecret)] : [];
    }
}
