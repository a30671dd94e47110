using AngleSharp.Dom;
using GovPortal.Core.Text;

namespace GovPortal.Editing.Cleaning;

/// <summary>What a reader saw in the fields of a form: what was typed, and what was chosen.</summary>
internal static class FormFields
{
    /// <summary>Hides what nobody saw of lists that open: all but what is chosen, or else the first.</summary>
    public static void Mark(IElement document)
    {
        foreach (var list in document.QuerySelectorAll("select").Where(IsClosed).ToArray())
        {
            var options = list.QuerySelectorAll("option");
            var shown = options.LastOrDefault(option => option.HasAttribute("selected")) ?? options.FirstOrDefault(option => !option.HasAttribute("disabled"));
            foreach (var option in options.Where(option => option != shown))
            {
                option.SetAttribute("hidden", "");
            }

            foreach (var group in list.QuerySelectorAll("optgroup"))
            {
                group.RemoveAttribute("label");
            }
        }
    }

    /// <summary>Whether words stand in the line, as in a field, and not on lines of their own.</summary>
    public static bool IsOneLine(IElement element) => element.LocalName is "select" or "option" or "optgroup" && element.Closest("select") is { } list && IsClosed(list);

    /// <summary>What stands in a field that has no words within it; empty for others.</summary>
    public static string WordsOf(IElement element) => element.LocalName switch
    {
        "input" => element.GetAttribute("type")?.ToLowerInvariant() switch
        {
            "checkbox" or "radio" => element.HasAttribute("checked") ? "☑" : "☐",
            _ => element.GetAttribute("value") is { Length: > 0 } typed ? Apart(element, VietnameseText.NormalizeLine(typed)) : "",
        },
        "optgroup" or "option" when element.GetAttribute("label") is { Length: > 0 } label && (element.LocalName == "optgroup" || string.IsNullOrWhiteSpace(element.TextContent)) => VietnameseText.NormalizeLine(label),
        _ => "",
    };

    private static bool IsClosed(IElement list) => !list.HasAttribute("multiple") && !(int.TryParse(list.GetAttribute("size"), out var rows) && rows > 1);

    // The frame of a field held it apart from the words around it.
    private static string Apart(IElement field, string words) =>
        (field.PreviousSibling is null or IText { Data: [.., ' ' or '\n' or '\t' or '\u00A0'] } ? "" : " ") + words + (field.NextSibling is IElement next && !(next.LocalName == "input" && next.GetAttribute("type") is not ("checkbox" or "radio")) || field.NextSibling is IText { Data: [(>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or > '\u00BF', ..] } ? " " : "");
}
