using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;

namespace GovPortal.Storage;

/// <summary>A site as the directory's table holds it; read as <see cref="Tenant"/>.</summary>
public sealed class TenantRow
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public required string Title { get; set; }
    public string? TitleEn { get; set; }
    public SiteKind Kind { get; set; }
    public string? AgencyCode { get; set; }
    public string? OldAgencyCode { get; set; }
    public string? ParentName { get; set; }
    public string? Host { get; set; }
    public bool IsEnabled { get; set; } = true;
    public required string Theme { get; set; }

    /// <summary>Names of the modules that are on, separated by spaces.</summary>
    public required string Modules { get; set; }

    /// <summary><see cref="TenantSettings"/> as JSON.</summary>
    public required string Settings { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    public Tenant ToTenant() => new(Id, Name)
    {
        Title = Title,
        TitleEn = TitleEn,
        Kind = Kind,
        AgencyCode = AgencyCode,
        OldAgencyCode = OldAgencyCode,
        ParentName = ParentName,
        Host = Host,
        IsEnabled = IsEnabled,
        Theme = Theme,
        Modules = new HashSet<string>(Modules.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        Settings = BodyJson.Read<TenantSettings>(Settings),
    };
}
