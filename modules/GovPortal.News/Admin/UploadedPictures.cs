using GovPortal.Core.Content;
using GovPortal.Core.Storage;
using GovPortal.Core.Text;
using Microsoft.AspNetCore.Http;

namespace GovPortal.News.Admin;

/// <summary>Keeps the picture of an article as it was uploaded; what it is, its first bytes tell, not its name.</summary>
public sealed class UploadedPictures(SiteFiles files)
{
    /// <summary>Pictures above this are refused; the media library will make smaller ones by itself.</summary>
    private const int Largest = 5 * 1024 * 1024;

    /// <returns>The picture's address below the site's root, or why it is not kept.</returns>
    public async Task<(string? Path, Refusal? Refusal)> StoreAsync(IFormFile upload, string? alt, CancellationToken ct)
    {
        if (upload.Length > Largest)
        {
            return (null, new Refusal("news.picture.too-large", "Picture"));
        }

        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, ct);
        var (mediaType, ending) = PictureKind.Of(bytes.ToArray());
        if (mediaType is null)
        {
            return (null, new Refusal("news.picture.no-picture", "Picture"));
        }

        if (string.IsNullOrWhiteSpace(alt))
        {
            return (null, new Refusal("news.picture.no-alt", "PictureAlt"));
        }

        var name = VietnameseText.Slug(Path.GetFileNameWithoutExtension(upload.FileName)) + ending;
        return (SiteFiles.PathOf(await files.StoreAsync(bytes.ToArray(), name, mediaType, ct)), null);
    }
}
