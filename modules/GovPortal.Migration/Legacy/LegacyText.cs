using System.Net;
using GovPortal.Editing.Cleaning;

namespace GovPortal.Migration.Legacy;

/// <summary>Editors of the old portal stored markup as entities, some of them twice.</summary>
internal static class LegacyText
{
    public static string? Decoded(string? text)
    {
        for (var turn = 0; turn < 2 && text is not null && !text.Contains('<', StringComparison.Ordinal) && text.Contains("&lt;", StringComparison.Ordinal); turn++)
        {
            text = WebUtility.HtmlDecode(text);
        }

        return text;
    }

    public static string AsMarkup(string? text) => Decoded(text) is { Length: > 0 } words ? TextOrMarkup.ToHtml(words) : "";
}
