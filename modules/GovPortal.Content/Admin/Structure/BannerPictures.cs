using GovPortal.Core.Content;
using GovPortal.Core.Storage;
using GovPortal.Core.Text;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Content.Admin.Structure;

/// <summary>Keeps the picture of a banner as it was uploaded; what it is, its first bytes tell, not its name.</summary>
public sealed class BannerPictures(SiteFiles files)
{
    // A banner is loaded by everybody who opens the home page.
    private const int Largest = 2 * 1024 * 1024;

    /// <returns>The picture's address below the site's root, or code of the refusal.</returns>
    public async Task<(string? Path, string? Refusal)> StoreAsync(IFormFile upload, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(upload);
        if (upload.Length > Largest)
        {
            return (null, "structure.banner.too-large");
        }

        using var copy = new MemoryStream();
        await upload.CopyToAsync(copy, ct);
        var bytes = copy.ToArray();
        var (mediaType, ending) = KindOf(bytes);
        if (mediaType is null)
        {
            return (null, "structure.banner.no-picture");
        }

        var name = VietnameseText.Slug(Path.GetFileNameWithoutExtension(upload.FileName)) + ending;
        return (SiteFiles.PathOf(await files.StoreAsync(bytes, name, mediaType, ct)), null);
    }

    // SVG is not taken from editors: it can carry scripts. Nor is GIF: nothing on the page moves by itself (WCAG 2.2.2).
    private static (string? MediaType, string Ending) KindOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => ("image/jpeg", ".jpg"),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => ("image/png", ".png"),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => ("image/webp", ".webp"),
        _ => (null, ""),
    };
}
