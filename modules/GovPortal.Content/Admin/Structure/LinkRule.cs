namespace GovPortal.Content.Admin.Structure;

/// <summary>Where a link of the site's frame may lead: below the site's root, or to another site of the web.</summary>
public static class LinkRule
{
    private const int Longest = 500;

    /// <returns>Code of the refusal; null where the link may stand.</returns>
    public static string? Refuse(string? url)
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            return "structure.link.none";
        }

        return url.Length <= Longest && !url.Any(char.IsWhiteSpace) && (IsOwn(url) || IsOutside(url)) ? null : "structure.link.bad";
    }

    // Browsers take a second slash, or a backslash, for the beginning of another host's name.
    private static bool IsOwn(string url) => url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\', StringComparison.Ordinal);

    private static bool IsOutside(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var absolute) && (absolute.Scheme == Uri.UriSchemeHttps || absolute.Scheme == Uri.UriSchemeHttp) && absolute.Host.Length > 0;
}
