using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Web;
using GovPortal.Storage.People;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Media.Site;

/// <summary>
/// Who may read a file. Everybody what a public item or the site itself shows; what nothing public shows, only those who work on the site,
/// and whoever holds a preview link of a version that shows it.
/// </summary>
internal sealed class FileReaders(Tenant tenant, SiteFiles files, RolesOnSite roles, PreviewLinks previews, DeskContent desk)
{
    public async Task<FileReading> OfAsync(HttpContext http, AddressedFile found, CancellationToken ct) =>
        found.IsInPublicText || files.IsInSettings(found.File) ? FileReading.Public
        : http.User.PersonId() is { } person && (await roles.OfAsync(person, tenant, ct)).Count > 0 || await IsPreviewedAsync(http, found.File, ct) ? FileReading.Private
        : FileReading.Refused;

    private async Task<bool> IsPreviewedAsync(HttpContext http, StoredFile file, CancellationToken ct)
    {
        foreach (var token in PreviewCookie.TokensOf(http.Request))
        {
            if (previews.Read(tenant, token) is { } preview && !previews.HasEnded(preview)
                && await files.IsShownByAsync(file, preview.ItemId, preview.Version, ct) && await desk.PathOfPreviewAsync(preview, ct) is not null)
            {
                return true;
            }
        }

        return false;
    }
}

internal enum FileReading
{
    Refused,

    /// <summary>By the one who asks, now; nobody keeps it.</summary>
    Private,
    Public,
}
