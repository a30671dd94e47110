using GovPortal.Core.Tenancy;

namespace GovPortal.Core.Web;

/// <summary>The site being visited, as pages see it: whose it is, in which language, and how to address things on it and on others.</summary>
public sealed record VisitedSite(Tenant Tenant, string Language, string Root, bool IsByHost)
{
    public bool IsEnglish => Language == Texts.English;

    /// <summary>Name of the agency in the visitor's language.</summary>
    public string Title => Tenant.TitleIn(Language);

    /// <summary>Value of <c>lang</c> on content, which is written in Vietnamese; null where the page around it is Vietnamese too.</summary>
    public string? LanguageOfContent => IsEnglish ? Texts.Vietnamese : null;

    /// <summary>Address of the site's own home page without its language, with a slash at the end.</summary>
    public string Home => Root + "/";

    /// <summary>An address below this site's root in the visitor's language; absolute addresses stay as they are.</summary>
    public string Link(string path) =>
        path.StartsWith('/') ? Prefix(Language) + path : path;

    /// <summary>The same page in another language.</summary>
    public string InLanguage(string language, string path) => Prefix(language) + path;

    /// <summary>An address on another site of this installation.</summary>
    public string LinkTo(Tenant other, string path)
    {
        if (other.Id == Tenant.Id)
        {
            return Link(path);
        }

        var language = IsEnglish ? "/en" : "";
        return IsByHost && other.Host is { } host ? $"//{host}{language}{path}"
            : $"{RootOf(other)}{language}{path}";
    }

    /// <summary>Address of a file of a site: files have no language, and come from the visited host so that the page may load them.</summary>
    public string FileOf(Tenant owner, string path) =>
        !path.StartsWith('/') ? path : owner.Id == Tenant.Id ? Root + path : RootOf(owner) + path;

    // Below an agency's own host name even the portal is reached by its name.
    private string RootOf(Tenant other) => other.IsPortal && !IsByHost ? "" : "/" + other.Name;

    private string Prefix(string language) => language == Texts.English ? Root + "/en" : Root;
}
