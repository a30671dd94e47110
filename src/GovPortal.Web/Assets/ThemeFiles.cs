using GovPortal.Core.Localization;
using GovPortal.Web.Themes;

namespace GovPortal.Web.Assets;

/// <summary>Addresses of the files of the theme that the visited site wears; pages write <c>@Asset["site.css"]</c>.</summary>
public sealed class ThemeFiles(VisitedSite site, ThemeList themes, AssetAddresses assets)
{
    /// <param name="file">A file in the theme's <c>wwwroot</c>, else in that of the default theme.</param>
    /// <exception cref="FileNotFoundException">Neither has it.</exception>
    public string this[string file] => this[file, file];

    /// <param name="special">The file that suits best.</param>
    /// <param name="usual">The one that does where the theme lacks it.</param>
    public string this[string special, string usual]
    {
        get
        {
            var theme = themes.Of(site.Tenant.Theme).Name;
            return assets.OfTheme(theme, special) ?? assets.OfTheme(theme, usual) ?? assets.OfTheme(themes.Default.Name, special) ?? assets[$"{themes.Default.Name}/{usual}"];
        }
    }
}
