using System.Collections.Frozen;
using System.Net;
using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using GovPortal.Core.Text;

namespace GovPortal.Publishing.Content;

/// <summary>The words of HTML that is too deep or too large to be read as a tree: token by token, a paragraph for each block.</summary>
internal static class PlainWords
{
    // Between these a line goes on.
    private static readonly FrozenSet<string> withinALine = new[]
    {
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "o:p", "q", "rp", "rt", "ruby", "s", "samp",
        "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }.ToFrozenSet();

    private static readonly FrozenDictionary<string, HtmlParseMode> modes = new Dictionary<string, HtmlParseMode>
    {
        ["script"] = HtmlParseMode.Script,
        ["style"] = HtmlParseMode.Rawtext,
        ["iframe"] = HtmlParseMode.Rawtext,
        ["noembed"] = HtmlParseMode.Rawtext,
        ["noframes"] = HtmlParseMode.Rawtext,
        ["title"] = HtmlParseMode.RCData,
        ["textarea"] = HtmlParseMode.RCData,
        ["xmp"] = HtmlParseMode.Rawtext,
        ["plaintext"] = HtmlParseMode.Plaintext,
    }.ToFrozenDictionary();

    /// <summary>As HTML, a paragraph for each line.</summary>
    public static string ParagraphsOf(string html, CancellationToken ct) => string.Concat(LinesOf(html, ct).Select(line => $"<p>{WebUtility.HtmlEncode(line)}</p>"));

    /// <summary>A line for each block that has words.</summary>
    public static IReadOnlyList<string> LinesOf(string html, CancellationToken ct)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        using var source = new TextSource(html);
        using var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        var (unseen, drawings) = ((string?)null, 0);
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            ct.ThrowIfCancellationRequested();
            if (token.Type == HtmlTokenType.Character && unseen is null)
            {
                line.Append(token.Data);
            }
            else if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag)
            {
                // Within a drawing or formula a style is an element like others.
                drawings = Math.Max(0, drawings + (token.Name is not ("svg" or "math") ? 0 : token.Type == HtmlTokenType.StartTag ? 1 : -1));
                unseen = drawings > 0 ? unseen : Enter(token, tokenizer, unseen);
                if (!withinALine.Contains(token.Name))
                {
                    EndLine(line, lines);
                }
            }
        }

        EndLine(line, lines);
        return lines;
    }

    /// <summary>The element whose words nobody sees and that stands open behind this token; null where there is none.</summary>
    private static string? Enter(HtmlToken token, HtmlTokenizer tokenizer, string? unseen)
    {
        if (token.Type == HtmlTokenType.EndTag)
        {
            return token.Name == unseen ? null : unseen;
        }

        if (!modes.TryGetValue(token.Name, out var mode))
        {
            return unseen;
        }

        tokenizer.State = mode;
        return unseen ?? (token.Name is "textarea" or "xmp" or "plaintext" ? null : token.Name);
    }

    private static void EndLine(StringBuilder line, List<string> lines)
    {
        if (line.Length > 0 && VietnameseText.NormalizeLine(line.ToString()) is { Length: > 0 } words)
        {
            lines.Add(words);
        }

        line.Clear();
    }
}
