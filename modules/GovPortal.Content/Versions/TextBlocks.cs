using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using GovPortal.Core.Text;
using GovPortal.Editing.Cleaning;

namespace GovPortal.Content.Versions;

/// <summary>Takes a text apart into its blocks, in the order of reading.</summary>
public sealed partial class TextBlocks
{
    private static readonly HashSet<string> inline = ["a", "b", "strong", "em", "i", "u", "s", "sub", "sup", "code", "span", "bdo", "mark", "br", "img"];
    private static readonly HashSet<string> containers = ["ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "colgroup", "figure"];

    // What a reader sees nothing of.
    private static readonly HashSet<string> unseen = ["loading", "rel"];

    private readonly List<TextBlock> blocks = [];

    /// <summary>The blocks of sanitised HTML; of a text beyond <see cref="BoundedHtml"/> one for each line of its markup.</summary>
    public static IReadOnlyList<TextBlock> Of(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        using var document = BoundedHtml.Parse(html);
        if (document?.Body is not { } body)
        {
            return [.. html.Split('\n').Select(line => new TextBlock("p", line, [], line))];
        }

        foreach (var element in body.QuerySelectorAll("[loading],[rel]"))
        {
            foreach (var name in unseen)
            {
                element.RemoveAttribute(name);
            }
        }

        var read = new TextBlocks();
        read.Walk(body.ChildNodes, "");
        return read.blocks;
    }

    private void Walk(IEnumerable<INode> nodes, string within)
    {
        var loose = new List<INode>();
        foreach (var node in nodes)
        {
            if (node is IElement element && !inline.Contains(element.LocalName))
            {
                Add("p", null, loose, within);
                loose.Clear();
                AddBlock(element, within);
            }
            else
            {
                loose.Add(node);
            }
        }

        Add("p", null, loose, within);
    }

    private void AddBlock(IElement element, string within)
    {
        var (kind, below) = (element.LocalName, $"{within}/{Place(element)}");
        if (kind == "tr")
        {
            AddRow(element, within);
        }
        else if (kind is "li" or "dd")
        {
            var own = element.ChildNodes.TakeWhile(IsInline).ToArray();
            var rest = element.ChildNodes.Skip(own.Length);
            var isBlank = own.All(node => node is IText && string.IsNullOrWhiteSpace(node.TextContent));
            if (isBlank && rest.FirstOrDefault() is IElement { LocalName: "p" } first)
            {
                (own, rest) = ([first], rest.Skip(1));
            }

            Add(kind, element, own, within);
            Walk(rest, below);
        }
        else if (containers.Contains(kind) || !element.ChildNodes.All(IsInline))
        {
            Add(kind, element, [], within);
            Walk(element.ChildNodes, below);
        }
        else
        {
            Add(kind, element, [.. element.ChildNodes], within);
        }
    }

    private void AddRow(IElement row, string within)
    {
        var (text, facts) = (new List<string>(), new List<TextFact>());
        AddAttributes(row, facts);
        foreach (var cell in row.Children)
        {
            AddAttributes(cell, facts);
            if (cell.LocalName == "th")
            {
                facts.Add(new TextFact(TextFact.Mark, "th", VietnameseText.NormalizeLine(cell.TextContent)));
            }

            text.Add(WordsOf(cell.ChildNodes, facts));
        }

        Keep("tr", string.Join(" | ", text), facts, row.OuterHtml, within);
    }

    private void Add(string kind, IElement? element, IReadOnlyCollection<INode> own, string within)
    {
        var facts = new List<TextFact>();
        if (element is not null)
        {
            AddAttributes(element, facts);
        }

        var text = WordsOf(own, facts);
        if (element is null && text.Length == 0 && facts.Count == 0)
        {
            return;
        }

        var open = element is null ? "" : $"<{kind} {string.Join(' ', element.Attributes.Select(a => $"{a.Name}={a.Value}"))}>";
        Keep(kind, text, facts, open + string.Concat(own.Select(node => node is IElement inner ? inner.OuterHtml : node.TextContent)), within);
    }

    private void Keep(string kind, string text, List<TextFact> facts, string markup, string within)
    {
        facts.Add(new TextFact(TextFact.Within, "", within.Trim('/')));
        blocks.Add(new TextBlock(kind, text, facts, $"{kind}{within}>{Blanks().Replace(markup, " ").Trim()}"));
    }

    private static string WordsOf(IEnumerable<INode> nodes, List<TextFact> facts)
    {
        var text = new StringBuilder();
        foreach (var node in nodes)
        {
            Read(node, text, facts);
        }

        return string.Join('\n', text.ToString().Split('\n').Select(VietnameseText.NormalizeLine)).Trim();
    }

    private static void Read(INode node, StringBuilder text, List<TextFact> facts)
    {
        if (node is not IElement element)
        {
            text.Append(node is IText ? Blanks().Replace(node.TextContent, " ") : "");
            return;
        }

        if (element.LocalName is "br" || !inline.Contains(element.LocalName))
        {
            text.Append('\n');
        }

        var words = VietnameseText.NormalizeLine(element.TextContent);
        if (element.LocalName == "img")
        {
            text.Append(TextBlock.Picture);
            facts.Add(new TextFact(TextFact.Picture, element.GetAttribute("alt") ?? "", element.GetAttribute("src") ?? ""));
        }
        else if (element.GetAttribute("href") is { } address)
        {
            facts.Add(new TextFact(TextFact.Link, words, address));
        }
        else if (element.LocalName is not ("br" or "p"))
        {
            facts.Add(new TextFact(TextFact.Mark, element.LocalName, words));
        }

        AddAttributes(element, facts);
        foreach (var child in element.ChildNodes)
        {
            Read(child, text, facts);
        }
    }

    private static void AddAttributes(IElement element, List<TextFact> facts) =>
        facts.AddRange(element.Attributes.Where(a => a.Name is not ("href" or "src" or "alt")).Select(a => new TextFact(TextFact.Attribute, a.Name, a.Value)));

    private static bool IsInline(INode node) => node is not IElement element || inline.Contains(element.LocalName);

    // An item stays what it is where its list is numbered instead.
    private static string Place(IElement element) => element.LocalName is "ul" or "ol" ? "list" : element.LocalName;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
