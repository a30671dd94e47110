namespace GovPortal.Core.Web;

/// <summary>Something a module can show on a site's home page.</summary>
public interface IHomeSection
{
    /// <summary>The name site settings use, for example <c>news</c>.</summary>
    string Name { get; }

    /// <summary>Name of the module it belongs to; it is left out where the module is off.</summary>
    string Module { get; }

    /// <summary>Place on the page where the site's settings do not say: lower is higher.</summary>
    int Order { get; }

    /// <summary>Partial that shows it, for example <c>News/Site/_HomeNews</c>.</summary>
    string Partial { get; }

    /// <summary>What the partial shows; null leaves the section out.</summary>
    Task<object?> LoadAsync(CancellationToken ct);
}
