using GovPortal.Core.Checking;

namespace GovPortal.Editing.Cleaning;

/// <summary>A picture that goes public says what it shows to those who do not see it.</summary>
public static class PictureWords
{
    /// <summary>A refusal for each picture of a text that has no words.</summary>
    /// <param name="html">Clean HTML.</param>
    public static IEnumerable<Refusal> Missing(string? html, string field)
    {
        if (html is null || !html.Contains("<img", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        using var document = BoundedHtml.Parse(html);
        return document is null ? [] : [.. document.QuerySelectorAll("img").Where(image => string.IsNullOrWhiteSpace(image.GetAttribute("alt")))
            .Select(image => NameOf(image.GetAttribute("src"))).Distinct().Select(name => new Refusal("check.picture-without-words", field, name))];
    }

    /// <summary>What people know a picture by: the name of its file.</summary>
    public static string NameOf(string? address) => Uri.UnescapeDataString((address ?? "").Split('?', '#')[0].Split('/')[^1]);
}
