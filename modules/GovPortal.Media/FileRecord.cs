using GovPortal.Core.Localization;
using GovPortal.Publishing.Files;

namespace GovPortal.Media;

/// <summary>A file as the editors' chooser shows it.</summary>
/// <param name="Url">Where a browser finds it, whatever page asks.</param>
/// <param name="Path">The same below the site's root, as articles keep it.</param>
/// <param name="Thumbnail">A small picture; null for other files.</param>
/// <param name="Kind"><c>picture</c> or <c>file</c>.</param>
public sealed record FileRecord(long Id, string Url, string Path, string? Thumbnail, string Name, string? Alt, string? Caption, string? Credit, int? Width, int? Height, string Kind, string Ending, long Length)
{
    public const string Picture = "picture";
    public const string File = "file";

    public static FileRecord Of(StoredFile file, VisitedSite site)
    {
        var path = SiteFiles.PathOf(file);
        return new FileRecord(file.Id, site.FileOf(site.Tenant, path), path, file.IsPicture ? site.FileOf(site.Tenant, ThumbnailPath(file)) : null,
            file.Title, file.Alt, file.Caption, file.Credit, file.Width, file.Height, file.IsPicture ? Picture : File, Size.Ending(file), file.Length);
    }

    /// <summary>Below the site's root. Moving pictures and drawings have no smaller form.</summary>
    public static string ThumbnailPath(StoredFile file) =>
        file is { Width: { } width, Renditions: not "" } ? PictureFacts.RenditionPath(file.Hash[..StoredFile.PrintLength], file.Name, PictureWidths.Smallest(width), ".webp") : SiteFiles.PathOf(file);
}
