using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;

namespace GovPortal.Publishing.Transfer;

/// <summary>A site as its archive tells of it, in the entry <c>site.json</c>.</summary>
public sealed record ArchivedSite
{
    /// <summary>Name of the entry.</summary>
    public const string EntryName = "site.json";

    public required string Name { get; init; }
    public required string Title { get; init; }
    public string? TitleEn { get; init; }
    public SiteKind Kind { get; init; }
    public string? AgencyCode { get; init; }
    public string? OldAgencyCode { get; init; }
    public string? Parent { get; init; }
    public string? Host { get; init; }
    public bool IsEnabled { get; init; } = true;
    public required string Theme { get; init; }
    public IReadOnlyList<string> Modules { get; init; } = [];
    public required TenantSettings Settings { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    internal static ArchivedSite Of(TenantRow row, TenantSettings settings) => new()
    {
        Name = row.Name,
        Title = row.Title,
        TitleEn = row.TitleEn,
        Kind = row.Kind,
        AgencyCode = row.AgencyCode,
        OldAgencyCode = row.OldAgencyCode,
        Parent = row.ParentName,
        Host = row.Host,
        IsEnabled = row.IsEnabled,
        Theme = row.Theme,
        Modules = row.Modules.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Settings = settings,
        CreatedAt = row.CreatedAt,
    };

    internal TenantRow ToRow() => new()
    {
        Name = Name,
        Title = Title,
        TitleEn = TitleEn,
        Kind = Kind,
        AgencyCode = AgencyCode,
        OldAgencyCode = OldAgencyCode,
        ParentName = Parent,
        Host = Host,
        IsEnabled = IsEnabled,
        Theme = Theme,
        Modules = string.Join(' ', Modules),
        Settings = BodyJson.Write(Settings),
        CreatedAt = CreatedAt,
    };
}
