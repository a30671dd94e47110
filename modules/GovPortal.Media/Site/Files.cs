using GovPortal.Core.Files;
using GovPortal.Core.Modules;
using GovPortal.Publishing.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace GovPortal.Media.Site;

/// <summary>Sends files and the renditions of pictures. What lies at an address never changes, so it is kept by browsers for ever; what is no longer what was stored is not sent.</summary>
internal static class Files
{
    private const string ForEver = "public, max-age=31536000, immutable";

    // A file of an agency is shown, never run: an SVG file opened by itself may load nothing and run nothing.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    // The browser's own viewers do not open in a sandbox; what they show runs nothing of the site.
    private const string ViewerPolicy = "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; object-src 'self'; img-src 'self'";

    public static void MapFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/tep/{hash:length(16):regex(^[0-9a-f]+$)}/{name}", [HttpMethods.Get, HttpMethods.Head], SendAsync).OfModule(MediaModule.Named).ExcludeFromDescription();
        routes.MapMethods("/tep/{hash:length(16):regex(^[0-9a-f]+$)}/{width:int}/{name}", [HttpMethods.Get, HttpMethods.Head], SendRenditionAsync).OfModule(MediaModule.Named).ExcludeFromDescription();
    }

    private static async Task<IResult> SendAsync(string hash, string name, HttpContext http, SiteFiles files, FileReaders readers, FileStore store, CancellationToken ct) =>
        await files.FindAsync(hash, name, ct) is { } found && await KeepingAsync(http, readers, found, ct) is { } keep && await store.CheckAsync(found.File) == FileState.Sound
            ? Send(http, store.PathOf(found.File.Hash), name, found.File.MediaType, $"\"{hash}\"", keep) : NotFound(http);

    private static async Task<IResult> SendRenditionAsync(string hash, int width, string name, HttpContext http, SiteFiles files, FileReaders readers, FileStore store, CancellationToken ct)
    {
        var ending = Path.GetExtension(name);
        if (ending is not (".webp" or ".avif") || await files.FindPictureAsync(hash, Path.GetFileNameWithoutExtension(name), ct) is not { File: var picture } found
            || !PictureWidths.Of(picture.Width!.Value).Contains(width) || await KeepingAsync(http, readers, found, ct) is not { } keep)
        {
            return NotFound(http);
        }

        if (await store.HasRenditionAsync(picture.Hash, width, ending))
        {
            return Send(http, store.RenditionPathOf(picture.Hash, width, ending), name, ending == ".webp" ? "image/webp" : "image/avif", $"\"{hash}-{width}{ending}\"", keep);
        }

        if (await store.CheckAsync(picture) != FileState.Sound)
        {
            return NotFound(http);
        }

        // While it is being made the picture itself must do, and nobody keeps it under this address.
        await files.RequestRenditionsAsync(picture, ct);
        return Send(http, store.PathOf(picture.Hash), name, picture.MediaType, $"\"{hash}\"", keep == ForEver ? "no-cache" : keep);
    }

    private static async Task<string?> KeepingAsync(HttpContext http, FileReaders readers, AddressedFile found, CancellationToken ct) =>
        await readers.OfAsync(http, found, ct) switch { FileReading.Public => ForEver, FileReading.Private => "private, no-store", _ => null };

    // What is not public may be so in a moment: nobody keeps the answer.
    private static IResult NotFound(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.NotFound();
    }

    private static IResult Send(HttpContext http, string path, string name, string mediaType, string tag, string keep)
    {
        http.Response.Headers.CacheControl = keep;
        http.Response.Headers.ContentSecurityPolicy = mediaType.StartsWith("image/", StringComparison.Ordinal) || mediaType.StartsWith("text/", StringComparison.Ordinal) || FileKind.IsOnlySaved(mediaType) ? Policy : ViewerPolicy;
        return Results.File(path, mediaType, FileKind.IsOnlySaved(mediaType) ? name : null, entityTag: new EntityTagHeaderValue(tag), enableRangeProcessing: true);
    }
}
