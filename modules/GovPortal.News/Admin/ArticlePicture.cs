using GovPortal.Core.Content;
using GovPortal.Core.Storage;
using Microsoft.AspNetCore.Http;

namespace GovPortal.News.Admin;

/// <summary>The picture sent with the form of an article, kept in the library like every upload.</summary>
internal static class ArticlePicture
{
    /// <returns>The picture's address below the site's root, or why the article does not get it.</returns>
    public static async Task<(string? Path, Refusal? Refusal)> KeepPictureAsync(this IUploads uploads, IFormFile picture, string? alt, Guid? by, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(alt))
        {
            return (null, new Refusal("news.picture.no-alt", nameof(WritePage.PictureAlt)));
        }

        var (file, refusal) = await uploads.TakeInAsync(picture, folder: null, by, ct);
        return file switch
        {
            null => (null, refusal! with { Field = nameof(WritePage.Picture) }),
            { IsPicture: false } => (null, new Refusal("news.picture.no-picture", nameof(WritePage.Picture))),
            _ => (SiteFiles.PathOf(file), null),
        };
    }
}
