using System.Globalization;
using GovPortal.Core.Text;

namespace GovPortal.Migration.Crawling;

/// <summary>Days as pages and feeds write them: those of machines, of mail (RFC 822), or as people do.</summary>
internal static class CrawledDay
{
    /// <returns>As our readers read it; what is no day stays as it is and is refused by them; null stays null.</returns>
    public static string? Of(string? text) =>
        text is null || WrittenDay.TryParseInstant(text, out _) ? text
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && text.Any(char.IsAsciiLetter) ? at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : text;
}
