using System.Net;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>The forms in which an administrator puts rows in an order.</summary>
internal static class RowForm
{
    public static async Task SaveAsync(Visitor administrator, TestSite site, string path, Dictionary<string, string> fields) =>
        (await administrator.PostAsync(site.Root + path, Fields(await administrator.GetAsync(site.Root + path), fields))).Insist(HttpStatusCode.Redirect);

    /// <summary>What the form of rows sends, with these fields instead of its own; “false” leaves a box empty.</summary>
    public static Dictionary<string, string> Fields(Answer page, Dictionary<string, string> instead)
    {
        var fields = new Dictionary<string, string>();
        foreach (var input in page.Html.QuerySelectorAll("#bo-cuc input[name]:not([name^=__])").Where(input => input.GetAttribute("type") != "checkbox" || input.HasAttribute("checked")))
        {
            fields[input.GetAttribute("name")!] = input.GetAttribute("value") ?? "";
        }

        foreach (var select in page.Html.QuerySelectorAll("#bo-cuc select"))
        {
            fields[select.GetAttribute("name")!] = select.QuerySelector("option[selected]")?.GetAttribute("value") ?? "";
        }

        foreach (var (name, value) in instead)
        {
            fields[name] = value;
        }

        return fields.Where(field => field.Value != "false").ToDictionary();
    }

    /// <summary>The lines of the main menu as readers see them.</summary>
    public static List<string> Lines(Answer page) => [.. page.Html.QuerySelectorAll(".gp-nav__link").Select(link => link.TextContent.Trim())];
}
