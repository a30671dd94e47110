using System.Globalization;
using System.Text.RegularExpressions;
using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Sites;

/// <summary>What a new site needs to be told.</summary>
public sealed record NewSite
{
    public required string Name { get; init; }
    public required string Title { get; init; }
    public string? TitleEn { get; init; }
    public required string Recipe { get; init; }
    public string? AgencyCode { get; init; }
    public string? OldAgencyCode { get; init; }
    public string? Host { get; init; }
    public string? Parent { get; init; }

    /// <summary>Null takes the recipe's.</summary>
    public SiteKind? Kind { get; init; }

    public TenantSettings? Settings { get; init; }
}

/// <summary>Why a site cannot be opened or set so.</summary>
public static partial class SiteRules
{
    /// <param name="publicAddress">Where readers reach the portal; null where nobody has said.</param>
    public static IEnumerable<Refusal> Check(NewSite site, TenantDirectory directory, ReservedSegments reserved, Uri? publicAddress)
    {
        IEnumerable<Refusal> names = [.. CheckName(site.Name, directory, reserved), .. CheckTitle(site.Title), .. site.Host is { } host ? CheckHost(host, directory, publicAddress) : []];
        foreach (var refusal in names)
        {
            yield return refusal;
        }

        if (site.Parent is { } parent && directory.FindByName(parent) is null)
        {
            yield return new Refusal("sites.create.unknown-parent", "parent", Shown(parent));
        }

        foreach (var code in new[] { site.AgencyCode, site.OldAgencyCode }.OfType<string>())
        {
            if (!CodePattern().IsMatch(code))
            {
                yield return new Refusal("sites.create.bad-agency-code", "agencyCode", Shown(code));
            }
            else if (directory.FindHolderOf(code) is { } other)
            {
                yield return new Refusal("sites.create.agency-code-taken", "agencyCode", $"{code} ({other.Name})");
            }
        }

        foreach (var refusal in site.Settings is { } settings ? Check(settings) : [])
        {
            yield return refusal;
        }
    }

    /// <param name="own">The site that is to be called so; null for a new one.</param>
    public static IEnumerable<Refusal> CheckName(string name, TenantDirectory directory, ReservedSegments reserved, Tenant? own = null) =>
        !NamePattern().IsMatch(name) || reserved.Contains(name) ? [new Refusal("sites.create.bad-name", "name", Shown(name))]
        : directory.FindByName(name) is { } other && other.Id != own?.Id ? [new Refusal("sites.create.name-taken", "name", name)]
        : [];

    public static IEnumerable<Refusal> CheckTitle(string title) => Checks.Required(title, "title").Concat(Checks.NotLonger(title, 200, "title"));

    /// <param name="publicAddress">Where readers reach the portal; null where nobody has said.</param>
    /// <param name="own">The site that is to have it; null for a new one.</param>
    public static IEnumerable<Refusal> CheckHost(string host, TenantDirectory directory, Uri? publicAddress, Tenant? own = null) =>
        !HostPattern().IsMatch(host) ? [new Refusal("sites.create.bad-host", "host", Shown(host))]
        : HostNames.IsOfPortal(host, publicAddress) ? [new Refusal("sites.create.host-of-portal", "host", host)]
        : directory.FindByHost(host) is { } other && other.Id != own?.Id ? [new Refusal("sites.create.host-taken", "host", $"{host} ({other.Name})")]
        : [];

    /// <summary>Colours must be readable as text on white and as ground for white text.</summary>
    public static IEnumerable<Refusal> Check(TenantSettings settings)
    {
        foreach (var (field, colour) in new[] { ("primaryColour", settings.PrimaryColour), ("accentColour", settings.AccentColour) })
        {
            if (Contrast.ToWhite(colour) is not { } ratio)
            {
                yield return new Refusal("sites.colour.not-a-colour", field, Shown(colour));
            }
            else if (ratio < Contrast.Least)
            {
                yield return new Refusal("sites.colour.too-pale", field, string.Create(CultureInfo.InvariantCulture, $"{colour} ({ratio:0.0} : 1)"));
            }
        }
    }

    private static string Shown(string value) => value.Length > 60 ? value[..60] + "…" : value;

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$")]
    private static partial Regex HostPattern();

    // H05, H05.21, H05.34.44, 000.00.21.H05; ministries begin with G.
    [GeneratedRegex(@"^[A-Za-z0-9]{1,12}(\.[A-Za-z0-9]{1,8}){0,4}$")]
    private static partial Regex CodePattern();
}
