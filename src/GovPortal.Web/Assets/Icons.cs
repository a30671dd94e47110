using System.Collections.Concurrent;
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

    // As many as there are icons and places in views for them.
    private readonly ConcurrentDictionary<(string Name, string Classes), IHtmlContent> drawn = new();

    public Icons(AssetAddresses assets, ThemeList themes, IWebHostEnvironment environment)
    {
        address = assets[$"{themes.Default.Name}/icons.svg"];
        using var reader = new StreamReader(environment.WebRootFileProvider.GetFileInfo(address.Split('?')[0]).CreateReadStream());
        known = SymbolName().Matches(reader.ReadToEnd()).Select(match => match.Groups[1].Value).ToFrozenSet();
    }

    public IHtmlContent this[string name] => this[name, ""];

    /// <param name="classes">Classes besides <c>gp-icon</c>.</param>
    public IHtmlContent this[string name, string classes] => drawn.GetOrAdd((known.Contains(name) ? name : Stand, classes), Draw);

    private IHtmlContent Draw((string Name, string Classes) icon) => new HtmlString(
        $"<svg class=\"gp-icon{(icon.Classes.Length > 0 ? " " + icon.Classes : "")}\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{address}#{icon.Name}\"/></svg>");

    [GeneratedRegex("<symbol id=\"([a-z-]+)\"")]
    private static partial Regex SymbolName();
}
