using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;

namespace GovPortal.Web.Assets;

/// <summary>The site's colours as a style sheet of its own, for a strict Content-Security-Policy allows none inside the page.</summary>
public static class ColourSheet
{
    public const string Path = "/theme.css";

    // Settings never change; a site with other ones has another object.
    private static readonly ConditionalWeakTable<TenantSettings, string> prints = [];

    public static string TextOf(TenantSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return $":root{{--gp-primary:{settings.PrimaryColour};--gp-accent:{settings.AccentColour}}}";
    }

    /// <summary>Print of the sheet; with it the address never changes its answer.</summary>
    public static string PrintOf(TenantSettings settings) => prints.GetValue(settings, given => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TextOf(given))))[..12]);

    public static string AddressOf(VisitedSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return $"{site.Root}{Path}?v={PrintOf(site.Tenant.Settings)}";
    }
}
