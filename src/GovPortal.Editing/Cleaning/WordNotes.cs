using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>Footnotes and endnotes of Word: a raised number that leads to the note at the end, and back.</summary>
internal static partial class WordNotes
{
    public static void Mend(IElement body)
    {
        var links = body.QuerySelectorAll("a[href]").Select(a => (Link: a, Match: Target().Match(a.GetAttribute("href")!))).Where(l => l.Match.Success).ToArray();
        if (links.Length == 0)
        {
            return;
        }

        // Notes of two texts pasted into one must not lead to each other.
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body.TextContent)))[..4];
        foreach (var (link, match) in links)
        {
            var isBack = match.Groups["back"].Success;
            var name = string.Create(CultureInfo.InvariantCulture, $"{(match.Groups["kind"].Value == "edn" ? "chu-cuoi" : "ghi-chu")}-{match.Groups["number"].Value}-{mark}");
            var number = Number().Match(link.TextContent) is { Success: true } drawn ? drawn.Value : match.Groups["number"].Value;
            link.SetAttribute("href", isBack ? $"#o-{name}" : $"#{name}");
            link.RemoveAttribute("name");
            link.RemoveAttribute("title");
            link.TextContent = isBack ? $"[{number}]" : number;
            if (isBack)
            {
                Settle(link, name);
                continue;
            }

            link.SetAttribute("id", $"o-{name}");
            if (link.Closest("sup") is null)
            {
                var raised = link.Owner!.CreateElement("sup");
                link.Replace(raised);
                raised.AppendChild(link);
            }
        }

        MoveToTheEnd(body);
    }

    // The note's paragraph is what the number leads to, not Word's wrapper around it.
    private static void Settle(IElement link, string name)
    {
        var wrapper = link.Closest("sup");
        if (wrapper is not null && wrapper.TextContent == link.TextContent)
        {
            wrapper.Replace(link);
        }

        (link.Closest("p,li,div") ?? link).SetAttribute("id", name);
        if (link.NextSibling is not IText { Data: [' ' or '\u00a0' or '\n' or '\r', ..] })
        {
            link.Parent!.InsertBefore(link.Owner!.CreateTextNode(" "), link.NextSibling);
        }
    }

    private static void MoveToTheEnd(IElement body)
    {
        foreach (var list in body.QuerySelectorAll("div").Where(d => WordHtml.HasStyle(d, "mso-element:footnote-list") || WordHtml.HasStyle(d, "mso-element:endnote-list")).ToArray())
        {
            INode[] notes = [.. list.QuerySelectorAll("p").Where(p => !string.IsNullOrWhiteSpace(p.TextContent))];
            list.Remove();
            body.AppendChild(body.Owner!.CreateElement("hr"));
            body.Append(notes);
        }
    }

    [GeneratedRegex("#_(?<kind>ftn|edn)(?<back>ref)?(?<number>[0-9]+)$")]
    private static partial Regex Target();

    [GeneratedRegex(@"[0-9ivxlc*]+", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
