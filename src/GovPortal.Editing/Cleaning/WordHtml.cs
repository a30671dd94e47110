using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>Turns what word processors put on the clipboard into what it means: headings, lists, tables with headings, notes, strong words.</summary>
public static partial class WordHtml
{
    /// <summary>Whether a text came from Word or what writes as it does.</summary>
    public static bool IsOfWord(IElement body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body.QuerySelector("[class^=Mso],[style*=mso-]") is not null;
    }

    /// <summary>Mends the copy of what a reader saw, in place. What means nothing is left to the sanitiser.</summary>
    public static void Mend(IElement body, bool isOfWord)
    {
        ArgumentNullException.ThrowIfNull(body);
        WordNotes.Mend(body);
        TextTargets.Mend(body);
        WordLists.Mend(body);
        NestedLists.Mend(body);
        MendHeadings(body);
        WordTables.Mend(body);
        MendStress(body);
        if (isOfWord)
        {
            MendSpaces(body);
        }

        DropLooks(body);
        JoinSplitWords(body);
        body.Normalize();
    }

    /// <summary>Whether a picture lies where no page of ours shows it: in the writer's own files, in the text itself, or on somebody else's server.</summary>
    public static bool IsOutOfReach(IElement picture) =>
        (picture.GetAttribute("src") ?? "").Trim() is var source && (!source.StartsWith('/') || source.StartsWith("//", StringComparison.Ordinal) || source.Contains('\\', StringComparison.Ordinal));

    /// <summary>Leads a picture that was copied from a page of this portal to its file: a browser copies the whole address, and the width it showed.</summary>
    internal static void LeadPictureHome(IElement picture)
    {
        if (OwnFile().Match(picture.GetAttribute("src")?.Trim() ?? "") is { Success: true } file)
        {
            picture.SetAttribute("src", file.Groups["path"].Value);
        }
    }

    /// <summary>Words as a remark names them.</summary>
    internal static string Shorten(string words) => Blank().Replace(words, " ").Trim() is { Length: > 60 } longer ? longer[..60].TrimEnd() + "…" : Blank().Replace(words, " ").Trim();

    private static void MendHeadings(IElement body)
    {
        foreach (var title in body.QuerySelectorAll("p.MsoTitle").ToArray())
        {
            Rename(title, "h2");
        }

        // A page has one first-level heading, its title: where a text brings some of its own, all of them go one down.
        var isShifted = body.QuerySelector("h1") is not null;
        foreach (var heading in body.QuerySelectorAll("h1,h2,h3,h4,h5,h6").ToArray())
        {
            var level = heading.LocalName[1] - '0' + (isShifted ? 1 : 0);
            if (string.IsNullOrWhiteSpace(heading.TextContent) && heading.QuerySelector("img") is null)
            {
                heading.Remove();
            }
            else if (isShifted)
            {
                Rename(heading, $"h{Math.Min(level, 6)}");
            }
        }

        foreach (var stress in body.QuerySelectorAll("h2 b,h2 strong,h3 b,h3 strong,h4 b,h4 strong,h5 b,h5 strong,h6 b,h6 strong").ToArray())
        {
            Unwrap(stress);
        }
    }

    private static void MendStress(IElement body)
    {
        foreach (var wrapper in body.QuerySelectorAll("strong").Where(e => HasStyle(e, "font-weight:normal") || HasStyle(e, "font-weight:400")).ToArray())
        {
            Unwrap(wrapper);
        }

        foreach (var span in body.QuerySelectorAll("span[style]").ToArray())
        {
            var style = StyleOf(span);
            var isInHeading = span.Closest("h2,h3,h4,h5,h6,th") is not null;
            foreach (var name in new[] { !isInHeading && Bold().IsMatch(style) ? "strong" : null, style.Contains("font-style:italic", StringComparison.Ordinal) ? "em" : null,
                style.Contains("vertical-align:super", StringComparison.Ordinal) ? "sup" : null, style.Contains("vertical-align:sub", StringComparison.Ordinal) && !style.Contains("super", StringComparison.Ordinal) ? "sub" : null,
                style.Contains("line-through", StringComparison.Ordinal) ? "s" : null }.OfType<string>())
            {
                Wrap(span, name);
            }
        }
    }

    // Word breaks its lines at eighty characters and pads with no-break spaces.
    private static void MendSpaces(IElement body)
    {
        foreach (var text in body.Descendants<IText>().Where(t => t.ParentElement?.Closest("pre") is null).ToArray())
        {
            text.Data = Spaces().Replace(text.Data, " ");
        }
    }

    // What they meant has been understood.
    private static void DropLooks(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("[style],[class]"))
        {
            element.RemoveAttribute("style");
            if (element.LocalName is not ("a" or "figure") && !MissingMarks.IsOne(element))
            {
                element.RemoveAttribute("class");
            }
        }
    }

    // A word half of which was typed later stands in two runs: <b>Đi</b><b>ều</b>.
    private static void JoinSplitWords(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("strong,em,u,s,sup,sub").ToArray())
        {
            while (element.NextSibling is IElement next && next.LocalName == element.LocalName && next.Attributes.Length == 0)
            {
                element.Append([.. next.ChildNodes]);
                next.Remove();
            }
        }
    }

    internal static bool HasStyle(IElement element, string declaration) => StyleOf(element).Contains(declaration, StringComparison.Ordinal);

    /// <summary>The inline style in lower case without spaces.</summary>
    internal static string StyleOf(IElement element) => element.GetAttribute("style") is { } style ? Blank().Replace(style, "").ToLowerInvariant() : "";

    internal static IElement Rename(IElement element, string name)
    {
        var renamed = element.Owner!.CreateElement(name);
        foreach (var attribute in element.Attributes.Where(a => a.Name is not ("class" or "style")))
        {
            renamed.SetAttribute(attribute.Name, attribute.Value);
        }

        renamed.Append([.. element.ChildNodes]);
        element.Replace(renamed);
        return renamed;
    }

    internal static void Unwrap(IElement element) => element.Replace([.. element.ChildNodes]);

    private static void Wrap(IElement inside, string name)
    {
        var wrapper = inside.Owner!.CreateElement(name);
        wrapper.Append([.. inside.ChildNodes]);
        inside.AppendChild(wrapper);
    }

    [GeneratedRegex(@"^https?://[^/\s]+(?<path>(/[a-z0-9-]+)?/tep/[0-9a-f]{16}/[^/?#\s]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex OwnFile();

    [GeneratedRegex(@"font-weight:(bold|[6-9]\d\d)")]
    private static partial Regex Bold();

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
