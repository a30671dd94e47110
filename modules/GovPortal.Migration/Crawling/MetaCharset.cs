using System.Text.RegularExpressions;

namespace GovPortal.Migration.Crawling;

/// <summary>Reads the encoding that a page names at its beginning.</summary>
internal static partial class MetaCharset
{
    public static string? In(string head) => Charset().Match(head) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"<meta[^>]{0,200}?charset\s*=\s*[""']?([a-z0-9_-]{2,30})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
