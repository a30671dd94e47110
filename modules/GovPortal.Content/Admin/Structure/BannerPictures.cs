using GovPortal.Publishing.Files;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Content.Admin.Structure;

/// <summary>Keeps the picture of a banner in the library, where it is fit for a banner.</summary>
public sealed class BannerPictures(IUploads uploads)
{
    // A banner is loaded by everybody who opens the home page.
    private const int Largest = 2 * 1024 * 1024;

    // Nothing on a page moves by itself, which rules out GIF (WCAG 2.2.2).
    private static readonly string[] Still = ["image/jpeg", "image/png", "image/webp", "image/avif"];

    /// <summary>Whether a file of the library may be one, by the ending it got when it was taken in.</summary>
    public static bool MayShow(string path) => Path.GetExtension(path) is ".jpg" or ".jpeg" or ".png" or ".webp" or ".avif";

    /// <returns>The picture's address below the site's root, or code of the refusal with what it is about.</returns>
    public async Task<(string? Path, string? Refusal, string? Value)> StoreAsync(IFormFile upload, Guid? by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(upload);
        if (upload.Length > Largest)
        {
            return (null, "structure.banner.too-large", null);
        }

        var (file, refusal) = await uploads.TakeInAsync(upload, folder: null, by, ct);
        return file is null ? (null, refusal!.Code, refusal.Value)
            : Still.Contains(file.MediaType) ? (SiteFiles.PathOf(file), null, null)
            : (null, "structure.banner.no-picture", null);
    }
}
