using GovPortal.Core.Checking;
using GovPortal.Publishing.Files;
using Microsoft.AspNetCore.Http;

namespace GovPortal.News.Admin;

/// <summary>The picture sent with the form of an article, kept in the library like every upload.</summary>
internal static class ArticlePicture
{
    private const int LongestPath = 400;

    /// <returns>The picture's address below the site's root, or why the article does not get it.</returns>
    public static async Task<(string? Path, Refusal? Refusal)> KeepPictureAsync(this IUploads uploads, IFormFile picture, Guid? by, CancellationToken ct)
    {
        var (file, refusal) = await uploads.TakeInAsync(picture, folder: null, by, ct);
        return file switch
        {
            null => (null, refusal! with { Field = nameof(WritePage.Picture) }),
            { IsPicture: false } => (null, new Refusal("news.picture.no-picture", nameof(WritePage.Picture))),
            _ => (SiteFiles.PathOf(file), null),
        };
    }

    /// <summary>The address where it is one of a file of this site; null else.</summary>
    public static string? Known(string? path) => path is { Length: < LongestPath } && path.StartsWith("/tep/", StringComparison.Ordinal) ? path : null;
}
