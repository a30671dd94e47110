using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Mail;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Editing.Forms;

/// <summary>Tells which site of this portal an address leads to, however it is written: from the root, or whole, as people copy it from their browser.</summary>
public sealed class OwnAddresses(Tenant tenant, VisitedSite site, TenantDirectory directory, MailSettings mail, IHttpContextAccessor http)
{
    /// <summary>The site and the path below its root; null for addresses elsewhere, and for those that name no page.</summary>
    public (Tenant Site, string Path)? Find(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var written = address.Trim();
        if (written.StartsWith("//", StringComparison.Ordinal))
        {
            written = "https:" + written;
        }

        if (written.StartsWith('/'))
        {
            return Below(site.IsByHost ? tenant : directory.Portal, written);
        }

        return Uri.TryCreate(written, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && SiteAt(uri) is { } owner ? Below(owner, uri.AbsolutePath) : null;
    }

    /// <summary>True for an address that leads elsewhere from every page it stands on.</summary>
    public static bool IsRelative(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var written = address.Trim();
        return written.Length > 0 && written[0] is not ('/' or '#' or '?') && !(written.Split('/', '?', '#')[0].Contains(':', StringComparison.Ordinal));
    }

    // As the path of a request is read: first the name of a site, then a language.
    private (Tenant Site, string Path)? Below(Tenant? host, string path)
    {
        var rest = Uri.UnescapeDataString(path.Split('#', '?')[0]).Trim('/');
        var owner = host;
        if (directory.FindByName(rest.Split('/')[0]) is { } named)
        {
            (owner, rest) = (named, Rest(rest));
        }

        return owner is null ? null : (owner, rest == Texts.English || rest.StartsWith(Texts.English + "/", StringComparison.Ordinal) ? Rest(rest) : rest);
    }

    private Tenant? SiteAt(Uri uri) =>
        directory.FindByHost(uri.Host)
        ?? (http.HttpContext?.Request.Host is { HasValue: true } here && string.Equals(here.Value, uri.Authority, StringComparison.OrdinalIgnoreCase) ? site.IsByHost ? tenant : directory.Portal
        : mail.PublicAddress?.Authority == uri.Authority ? directory.Portal : null);

    private static string Rest(string path) => path.IndexOf('/', StringComparison.Ordinal) is var end and >= 0 ? path[(end + 1)..] : "";
}
