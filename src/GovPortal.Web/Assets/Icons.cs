using System.Collections.Frozen;
using System.Text.RegularExpressions;
using GovPortal.Web.Themes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Html;

namespace GovPortal.Web.Assets;

/// <summary>The theme's icons; pages write <c>@Icon["search"]</c>. They are ornament: a word always stands beside them.</summary>
public sealed partial class Icons
{
    // Settings name icons freely; one the theme lacks becomes this.
    private const string Stand = "checklist";

    private readonly string address;
    private readonly FrozenSet<string> known;

    public Icons(AssetAddresses assets, ThemeList themes, IWebHostEnvironment environment)
    {
        address = assets[$"{themes.Default.Name}/icons.svg"];
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(address.Split('?')[0]).CreateReadStream());
        known = SymbolName().Matches(reader.ReadToEnd()).Select(match => match.Groups[1].Value).ToFrozenSet();
    }

    public IHtmlContent this[string name] => this[name, ""];

    /// <param name="classes">Classes besides <c>gp-icon</c>.</param>
    public IHtmlContent this[string name, string classes] => new HtmlString(
        $"<svg class=\"gp-icon{(classes.Length > 0 ? " " + classes : "")}\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{address}#{(known.Contains(name) ? name : Stand)}\"/></svg>");

    [GeneratedRegex("<symbol id=\"([a-z-]+)\"")]
    private static partial Regex SymbolName();
}
