using GovPortal.Core.Tenancy;

namespace GovPortal.Core.Localization;

/// <summary>The site being visited, as pages see it: whose it is, in which language, and how to address things on it and on others.</summary>
public sealed record VisitedSite(Tenant Tenant, string Language, string Root, bool IsByHost)
{
    // Pages of those who work on a site speak English whatever its readers are offered.
    private static readonly string[] Workplaces = ["quan-tri", "tai-khoan", "dang-nhap", "dang-xuat", "moi"];

    public bool IsEnglish => Language == Texts.English;

    /// <summary>Name of the agency in the visitor's language.</summary>
    public string Title => Tenant.TitleIn(Language);

    /// <summary>Value of <c>lang</c> on content, which is written in Vietnamese; null where the page around it is Vietnamese too.</summary>
    public string? LanguageOfContent => IsEnglish ? Texts.Vietnamese : null;

    /// <summary>Value of <c>lang</c> on the name of an agency: English pages name one by its Vietnamese name where it has no other.</summary>
    public string? LanguageOf(Tenant agency) => IsEnglish && string.IsNullOrEmpty(agency.TitleEn) ? Texts.Vietnamese : null;

    /// <summary>Value of <c>lang</c> on words that may come from the content or from a text of the page: Vietnamese where their letters are.</summary>
    public string? LanguageOf(string? words) => IsEnglish && words?.Any(letter => letter is >= '\u00c0' and <= '\u01b0' and not '\u00d7' and not '\u00f7' or >= '\u1ea0' and <= '\u1ef9') == true ? Texts.Vietnamese : null;

    /// <summary>Address of the site's own home page without its language, with a slash at the end.</summary>
    public string Home => Root + "/";

    /// <summary>Whether a page of a site can be had in English.</summary>
    /// <param name="path">Below the site, beginning with a slash.</param>
    public static bool IsInEnglish(Tenant tenant, string path) =>
        tenant.Settings.Languages.Contains(Texts.English) || Workplaces.Contains(path.TrimStart('/').Split('/', '?', '#')[0]);

    /// <summary>An address below this site's root in the visitor's language; absolute addresses stay as they are.</summary>
    public string Link(string path) =>
        path.StartsWith('/') ? InLanguage(Language, path) : path;

    /// <summary>The same page in another language; in Vietnamese where there is no other.</summary>
    public string InLanguage(string language, string path) => Root + PrefixOf(Tenant, language, path) + path;

    /// <summary>An address on another site of this installation.</summary>
    public string LinkTo(Tenant other, string path)
    {
        if (other.Id == Tenant.Id)
        {
            return Link(path);
        }

        var language = PrefixOf(other, Language, path);
        return IsByHost && other.Host is { } host ? $"//{host}{language}{path}"
            : $"{RootOf(other)}{language}{path}";
    }

    /// <summary>Address of a file of a site: files have no language, and come from the visited host so that the page may load them.</summary>
    public string FileOf(Tenant owner, string path) =>
        !path.StartsWith('/') ? path : owner.Id == Tenant.Id ? Root + path : RootOf(owner) + path;

    // Below an agency's own host name even the portal is reached by its name.
    private string RootOf(Tenant other) => other.IsPortal && !IsByHost ? "" : "/" + other.Name;

    private static string PrefixOf(Tenant tenant, string language, string path) =>
        language == Texts.English && IsInEnglish(tenant, path) ? "/en" : "";
}
