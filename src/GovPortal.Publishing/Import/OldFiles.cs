using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Redirects;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Publishing.Import;

/// <summary>Files that come with an export.</summary>
public interface IPackedFiles
{
    /// <param name="path">From the root of the old site.</param>
    /// <returns>Null where the export has none of that path.</returns>
    Task<byte[]?> FindAsync(string path, CancellationToken ct);
}

/// <summary>
/// Brings the pictures and files that foreign texts show: from the export, from a folder, or from their addresses. Each is looked at as an upload is. Where each came from
/// is kept as an address that leads on, so that importing again brings none of them twice.
/// </summary>
public sealed partial class OldFiles(FileImportOrder order, IPackedFiles? packed, UploadsOf uploadsOf, SiteRedirects redirects, FileFetcher fetcher, Texts texts) : IDisposable
{
    private const string Folder = "import";

    // Fields that hold HTML; in the others an address is the whole of it.
    private static readonly string[] Markup = ["body", "bodyEn", "text"];

    // Never goes back, however the text is made.
    private static readonly Regex Shown = new("""<img\b[^>]*?\ssrc\s*=\s*(?:"(?<src>[^"]*)"|'(?<src>[^']*)')|<a\b[^>]*?\shref\s*=\s*(?:"(?<href>[^"]*)"|'(?<href>[^']*)')""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private readonly Dictionary<string, string?> brought = new(StringComparer.Ordinal);

    /// <summary>Puts the addresses of the site's own files in place of old ones; what cannot be had stays as it is, and is told.</summary>
    public async Task BringAsync(Tenant site, ForeignPiece piece, List<string> remarks, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(piece);
        foreach (var field in Markup.Where(field => piece.Fields[field] is JsonValue))
        {
            piece.Fields[field] = await InMarkupAsync(site, piece, piece.Fields[field]!.GetValue<string>(), remarks, ct);
        }

        if (piece.Fields["picture"] is JsonValue picture && picture.GetValue<string>() is { Length: > 0 } address && !IsOurs(address))
        {
            if (await PathOfAsync(site, piece.Base, address, remarks, ct) is { } path)
            {
                piece.Fields["picture"] = path;
            }
            else
            {
                piece.Fields.Remove("picture");
                piece.Fields.Remove("pictureAlt");
            }
        }
    }

    public void Dispose() => fetcher.Dispose();

    private static bool IsOurs(string address) => address.StartsWith("/tep/", StringComparison.Ordinal);

    private async Task<string> InMarkupAsync(Tenant site, ForeignPiece piece, string html, List<string> remarks, CancellationToken ct)
    {
        var places = Shown.Matches(html).Where(match => match.Groups["src"].Success || IsFile(match.Groups["href"].Value, piece.Base)).ToArray();
        foreach (var match in places.Reverse())
        {
            var group = match.Groups["src"].Success ? match.Groups["src"] : match.Groups["href"];
            var address = WebUtility.HtmlDecode(group.Value).Trim();
            if (!IsOurs(address) && await PathOfAsync(site, piece.Base, address, remarks, ct) is { } path)
            {
                html = string.Concat(html.AsSpan(0, group.Index), WebUtility.HtmlEncode(path), html.AsSpan(group.Index + group.Length));
            }
        }

        return html;
    }

    /// <summary>A link to a file of the old site; files of others stay with them.</summary>
    private static bool IsFile(string href, Uri? site)
    {
        var address = WebUtility.HtmlDecode(href).Trim();
        return FileEnding().IsMatch(address.Split('?', '#')[0]) && (OldAddress.OriginOf(address) is not { } host || host.Equals(site?.Host, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<string?> PathOfAsync(Tenant site, Uri? from, string address, List<string> remarks, CancellationToken ct)
    {
        var whole = Uri.TryCreate(address, UriKind.Absolute, out var given) && given.Scheme is "http" or "https" ? given
            : (from ?? order.OldSite) is { } root && Uri.TryCreate(root, address, out var joined) && joined.Scheme is "http" or "https" ? joined : null;
        var key = whole?.AbsoluteUri ?? address;
        if (!brought.TryGetValue(key, out var path))
        {
            brought[key] = path = await KnownAsync(site, key, ct) ?? await TakeAsync(site, whole, key, remarks, ct);
        }

        return path;
    }

    private async Task<string?> KnownAsync(Tenant site, string key, CancellationToken ct) =>
        await redirects.FindAsync(site, key, ct) is { } known && IsOurs(known.To) && known.Origin == OldAddress.OriginOf(key) ? known.To : null;

    private async Task<string?> TakeAsync(Tenant site, Uri? whole, string key, List<string> remarks, CancellationToken ct)
    {
        var path = Uri.UnescapeDataString((whole?.AbsolutePath ?? key).Split('?', '#')[0]);
        var bytes = packed is null ? null : await packed.FindAsync(path, ct);
        bytes ??= order.Files is { } folder ? await FolderFiles.FindAsync(folder, path, ct) : null;
        if (bytes is null)
        {
            if (whole is null || order.Files is not null)
            {
                remarks.Add($"file not found: {ForeignRecord.Shorten(key)}");
                return null;
            }

            (bytes, var why) = await fetcher.GetAsync(whole, ct);
            if (bytes is null)
            {
                remarks.Add($"file not fetched: {ForeignRecord.Shorten(key)} ({why})");
                return null;
            }
        }

        return await UploadAsync(site, bytes, Path.GetFileName(path), key, remarks, ct);
    }

    private async Task<string?> UploadAsync(Tenant site, byte[] bytes, string name, string key, List<string> remarks, CancellationToken ct)
    {
        using var stream = new MemoryStream(bytes);
        var upload = await uploadsOf(site).TakeInAsync(new FormFile(stream, 0, bytes.Length, "file", name.Length == 0 ? "tep" : name), Folder, by: null, ct);
        if (upload.File is not { } file)
        {
            remarks.Add($"file not taken: {ForeignRecord.Shorten(key)} ({texts.Sentence(Texts.English, upload.Refusal!)})");
            return null;
        }

        var path = SiteFiles.PathOf(file);
        if (OldAddress.KeyOf(key) is { } from)
        {
            await redirects.KeepAsync(site, [new SiteRedirect { From = from, Origin = OldAddress.OriginOf(key), To = path }], ct);
        }

        return path;
    }

    [GeneratedRegex(@"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|odp|zip|rar|jpe?g|png|gif|webp|txt|csv)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FileEnding();
}

/// <summary>What brings the files of one import.</summary>
public delegate OldFiles OldFilesOf(FileImportOrder order, IPackedFiles? packed);
