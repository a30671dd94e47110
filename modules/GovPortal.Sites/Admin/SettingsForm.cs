using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;

namespace GovPortal.Sites.Admin;

/// <summary>The settings an administrator fills in by hand.</summary>
public sealed class SettingsForm
{
    public string? Slogan { get; set; }
    public string? SloganEn { get; set; }
    public string? Address { get; set; }
    public string? AddressEn { get; set; }
    public string? Phone { get; set; }
    public string? Fax { get; set; }
    public string? Email { get; set; }
    public string? WorkingHours { get; set; }
    public string? WorkingHoursEn { get; set; }
    public string? ResponsibleOfficer { get; set; }
    public string? ResponsibleOfficerEn { get; set; }
    public string PrimaryColour { get; set; } = "";
    public string AccentColour { get; set; } = "";
    public bool HasFourEyes { get; set; }

    /// <summary>Address of a picture of the library, below the site's root; empty shows the emblem.</summary>
    public string? Logo { get; set; }

    public string? SharePicture { get; set; }

    public static SettingsForm Of(TenantSettings settings) => new()
    {
        Slogan = settings.Slogan,
        SloganEn = settings.SloganEn,
        Address = settings.Address,
        AddressEn = settings.AddressEn,
        Phone = settings.Phone,
        Fax = settings.Fax,
        Email = settings.Email,
        WorkingHours = settings.WorkingHours,
        WorkingHoursEn = settings.WorkingHoursEn,
        ResponsibleOfficer = settings.ResponsibleOfficer,
        ResponsibleOfficerEn = settings.ResponsibleOfficerEn,
        PrimaryColour = settings.PrimaryColour,
        AccentColour = settings.AccentColour,
        HasFourEyes = settings.HasFourEyes,
        Logo = settings.Logo,
        SharePicture = settings.SharePicture,
    };

    public TenantSettings Overlay(TenantSettings present) => present with
    {
        Slogan = Given(Slogan),
        SloganEn = Given(SloganEn),
        Address = Given(Address),
        AddressEn = Given(AddressEn),
        Phone = Given(Phone),
        Fax = Given(Fax),
        Email = Given(Email),
        WorkingHours = Given(WorkingHours),
        WorkingHoursEn = Given(WorkingHoursEn),
        ResponsibleOfficer = Given(ResponsibleOfficer),
        ResponsibleOfficerEn = Given(ResponsibleOfficerEn),
        PrimaryColour = Given(PrimaryColour) ?? "",
        AccentColour = Given(AccentColour) ?? "",
        HasFourEyes = HasFourEyes,
        Logo = Picture(Logo, present.Logo),
        SharePicture = Picture(SharePicture, present.SharePicture),
    };

    // Of this site's library, or what a recipe has set.
    private static string? Picture(string? typed, string? present) => Given(typed) is { } path && (path == present || path.StartsWith("/tep/", StringComparison.Ordinal)) ? path : null;

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : VietnameseText.NormalizeLine(value);
}
