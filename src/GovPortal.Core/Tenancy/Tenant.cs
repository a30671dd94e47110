namespace GovPortal.Core.Tenancy;

/// <summary>One agency's site: who the agency is, the modules it runs, the theme it wears and the time it keeps.</summary>
/// <param name="Id">Key of every row the site owns; never reused.</param>
/// <param name="Name">First segment of the site's address under the host, for example <c>so-y-te</c>. The portal is <c>portal</c>.</param>
public sealed record Tenant(int Id, string Name)
{
    public const string PortalName = "portal";

    /// <summary>The agency's name in Vietnamese.</summary>
    public required string Title { get; init; }

    /// <summary>The agency's name in English; null shows the Vietnamese one.</summary>
    public string? TitleEn { get; init; }

    public required SiteKind Kind { get; init; }

    /// <summary>Agency code of the new style, for example <c>H05.21</c> (QĐ 20/2020/QĐ-TTg).</summary>
    public string? AgencyCode { get; init; }

    /// <summary>Agency code of the old style, for example <c>000.00.21.H05</c> (QCVN 102:2016).</summary>
    public string? OldAgencyCode { get; init; }

    /// <summary>Name of the site above this one; null for the portal.</summary>
    public string? ParentName { get; init; }

    /// <summary>Host name the site answers at besides its path; null when it has none.</summary>
    public string? Host { get; init; }

    public bool IsEnabled { get; init; } = true;

    public IReadOnlySet<string> Modules { get; init; } = new HashSet<string>();

    /// <summary>Name of the theme it wears; one that the installation lacks, or none, wears the installation's first.</summary>
    public string Theme { get; init; } = "";

    public TenantSettings Settings { get; init; } = new();

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public bool IsPortal => Name == PortalName;

    public string TitleIn(string language) => language == "en" && !string.IsNullOrEmpty(TitleEn) ? TitleEn : Title;
}
