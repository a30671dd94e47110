using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace GovPortal.Mail;

/// <summary>A letter to one person: plain words, a blank line between paragraphs, addresses on lines of their own.</summary>
public sealed partial record Letter(string To, string Subject, string Text)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The same words with paragraphs, and links that can be pressed.</summary>
    public string Html => string.Join('\n', Text.ReplaceLineEndings("\n")
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(paragraph => $"<p>{Address().Replace(Encoder.Encode(paragraph).Replace("&#xA;", "<br>", StringComparison.Ordinal), "<a href=\"$0\">$0</a>")}</p>"));

    [GeneratedRegex("https?://[^\\s<]+")]
    private static partial Regex Address();
}
