using System.Text;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Publishing.Web;

/// <summary>The site's menu as the visitor sees it: in their language, without lines whose module is off, the present place marked.</summary>
public sealed class SiteMenu(VisitedSite site, Texts texts, ContentTypes types, ModuleList modules, IHttpContextAccessor http)
{
    public IReadOnlyList<MenuLine> Lines => [.. Entries.Where(IsServed).Select(LineOf)];

    /// <summary>Links at the foot of the page.</summary>
    public IReadOnlyList<MenuLine> FooterLines => [.. site.Tenant.Settings.FooterMenu.Where(IsServed).Select(LineOf)];

    /// <summary>Which lines lead to the present place, in words that are equal where <see cref="Lines"/> and <see cref="FooterLines"/> are.</summary>
    public string Place
    {
        get
        {
            var place = new StringBuilder();
            NotePlace(Entries, place);
            NotePlace(site.Tenant.Settings.FooterMenu, place);
            return place.ToString();
        }
    }

    public bool Has(string module) => modules.IsOn(module, site.Tenant);

    // Readers look for the way home first, so it stands there even where a site's settings forget it.
    private IEnumerable<MenuEntry> Entries => site.Tenant.Settings.Menu.Any(entry => entry.Url == "/")
        ? site.Tenant.Settings.Menu
        : site.Tenant.Settings.Menu.Prepend(new MenuEntry(texts.In(Texts.Vietnamese, "layout.home"), "/", texts.In(Texts.English, "layout.home")));

    private bool IsServed(MenuEntry entry) =>
        !entry.IsHidden
        && (types.All.FirstOrDefault(type => type.Path.Length > 0 && (entry.Url == "/" + type.Path || entry.Url.StartsWith($"/{type.Path}/", StringComparison.Ordinal))) is not { } owner
        || Has(owner.Module));

    private MenuLine LineOf(MenuEntry entry) => new(
        site.IsEnglish && !string.IsNullOrEmpty(entry.LabelEn) ? entry.LabelEn : entry.Label,
        site.Link(entry.Url),
        CurrentOf(entry.Url),
        [.. entry.Children.Where(IsServed).Select(LineOf)])
    {
        Language = string.IsNullOrEmpty(entry.LabelEn) ? site.LanguageOfContent : null,
    };

    private void NotePlace(IEnumerable<MenuEntry> entries, StringBuilder place)
    {
        foreach (var entry in entries)
        {
            place.Append(CurrentOf(entry.Url)?[0] ?? '-');
            NotePlace(entry.Children, place);
        }
    }

    private string? CurrentOf(string url)
    {
        var path = http.HttpContext!.Request.Path.Value!;
        return path == url ? "page" : url.Length > 1 && path.StartsWith(url + "/", StringComparison.Ordinal) ? "true" : null;
    }
}

/// <param name="Current">Value of <c>aria-current</c>: <c>page</c> on the very page, <c>true</c> below it, null elsewhere.</param>
public sealed record MenuLine(string Label, string Link, string? Current, IReadOnlyList<MenuLine> Children)
{
    /// <summary>Value of <c>lang</c> on the label; null where it is in the language of the page.</summary>
    public string? Language { get; init; }

    public bool IsExternal => Link.StartsWith("http", StringComparison.Ordinal);
}
