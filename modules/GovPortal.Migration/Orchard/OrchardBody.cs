using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Markdig;

namespace GovPortal.Migration.Orchard;

/// <summary>The text of a content item as HTML: of its parts, and of the widgets that flow in it. Templates are not run; what they would show is told.</summary>
/// <param name="remarks">Gets what is left out.</param>
internal sealed partial class OrchardBody(List<string> remarks)
{
    // Deeper than any page is laid out.
    private const int Deepest = 12;

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public string Of(JsonElement item, string type)
    {
        var html = new StringBuilder();
        Add(html, item, type, 0);
        return WithoutLiquid(Shown(html.ToString()));
    }

    private void Add(StringBuilder html, JsonElement item, string type, int depth)
    {
        if (depth > Deepest)
        {
            remarks.Add("widgets that nest deeper than a page shows were left out");
            return;
        }

        var length = html.Length;
        html.Append(OrchardValue.Plain(item, "HtmlBodyPart", "Html") ?? OrchardValue.Plain(item, "BodyPart", "Body"));
        html.Append(FromMarkdown(OrchardValue.Plain(item, "MarkdownBodyPart", "Markdown") ?? OrchardValue.Plain(item, "MarkdownBodyPart", "Source") ?? OrchardValue.Plain(item, "MarkdownPart", "Markdown")));
        html.Append(OrchardValue.Plain(item, "LiquidPart", "Liquid"));
        html.Append(OrchardValue.Plain(item, type, "Content", "Html"));
        AddWidget(html, item, type);
        foreach (var widget in OrchardValue.List(item, "FlowPart", "Widgets").Concat(OrchardValue.List(item, "BagPart", "ContentItems")))
        {
            Add(html, widget, OrchardValue.Plain(widget, "ContentType") ?? "?", depth + 1);
        }

        if (depth > 0 && html.Length == length)
        {
            remarks.Add($"widget left out: {type}");
        }
    }

    private static void AddWidget(StringBuilder html, JsonElement item, string type)
    {
        if (OrchardValue.Plain(item, type, "Quote", "Text") is { } quote)
        {
            html.Append("<blockquote>").Append(WebUtility.HtmlEncode(quote)).Append("</blockquote>");
        }

        if (type is "ImageWidget" or "Image" && (OrchardValue.At(item, type, "Image") ?? OrchardValue.At(item, type, "Media")) is { } image && OrchardValue.Media(image) is { } path)
        {
            html.Append("<p><img src=\"").Append(WebUtility.HtmlEncode(OrchardMedia.Root + path.TrimStart('/'))).Append("\" alt=\"").Append(WebUtility.HtmlEncode(OrchardValue.Plain(item, type, "Caption", "Text"))).Append("\"></p>");
        }
    }

    private string FromMarkdown(string? text)
    {
        if (text is null)
        {
            return "";
        }

        try
        {
            return Markdig.Markdown.ToHtml(text, Markdown);
        }
        catch (ArgumentException)
        {
            // It nests deeper than the reader of Markdown goes.
            remarks.Add("Markdown that nests too deep is kept as its words");
            return $"<p>{WebUtility.HtmlEncode(text)}</p>";
        }
    }

    private static string Shown(string html)
    {
        html = AssetUrl().Replace(html, match => OrchardMedia.Root + match.Groups["path"].Value.TrimStart('/'));
        return ImageCode().Replace(html, match => $"<img src=\"{OrchardMedia.Root}{WebUtility.HtmlEncode(match.Groups["path"].Value.Trim().TrimStart('/'))}\" alt=\"\">");
    }

    private string WithoutLiquid(string html) => Liquid().Replace(html, match =>
    {
        remarks.Add($"template left out: {(match.Length > 60 ? match.Value[..59] + "…" : match.Value)}");
        return "";
    });

    [GeneratedRegex("""\{\{\s*["'](?<path>[^"'{}]+)["']\s*\|\s*asset_url[^{}]*\}\}|\[asset_url\](?<path>[^\[\]]+)\[/asset_url\]""", RegexOptions.CultureInvariant)]
    private static partial Regex AssetUrl();

    [GeneratedRegex(@"\[(?:image|media)[^\[\]]*\](?<path>[^\[\]]+)\[/(?:image|media)\]", RegexOptions.CultureInvariant)]
    private static partial Regex ImageCode();

    [GeneratedRegex(@"\{\{[^{}]*\}\}|\{%[^{}]*%\}", RegexOptions.CultureInvariant)]
    private static partial Regex Liquid();
}
