using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;

namespace GovPortal.Web.Assets;

/// <summary>A file of a theme as it is sent: its bytes, the print that names them, and the same bytes compressed.</summary>
internal sealed class Asset
{
    private readonly Lazy<Form> brotli;
    private readonly Lazy<Form> gzip;

    /// <param name="isText">Whether it is worth compressing; fonts and pictures of points are compressed already.</param>
    private Asset(string path, string mediaType, bool isText, byte[] bytes, DateTimeOffset changedAt)
    {
        Print = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
        Address = $"{path}?v={Print}";
        MediaType = mediaType;
        ChangedAt = changedAt;
        IsCompressible = isText;
        Plain = new Form(bytes, null, Print);
        brotli = new(() => Compressed("br", to => new BrotliStream(to, CompressionLevel.SmallestSize)));
        gzip = new(() => Compressed("gzip", to => new GZipStream(to, CompressionLevel.SmallestSize)));
    }

    public string Print { get; }

    /// <summary>Path and print: an address whose bytes never change.</summary>
    public string Address { get; }

    public string MediaType { get; }

    public DateTimeOffset ChangedAt { get; }

    /// <summary>Whether the answer depends on what the browser can unpack.</summary>
    public bool IsCompressible { get; }

    public Form Plain { get; }

    /// <summary>Packed at the first ask and kept: best compression costs a tenth of a second for the largest file.</summary>
    public Form Brotli => brotli.Value;

    public Form Gzip => gzip.Value;

    /// <returns>Null for files of a kind that is not served, such as a licence.</returns>
    public static Asset? Read(string path, IFileInfo file)
    {
        (string MediaType, bool IsText)? kind = Path.GetExtension(path) switch
        {
            ".css" => ("text/css; charset=utf-8", true),
            ".js" => ("text/javascript; charset=utf-8", true),
            ".svg" => ("image/svg+xml", true),
            ".woff2" => ("font/woff2", false),
            ".ico" => ("image/x-icon", false),
            ".png" => ("image/png", false),
            _ => null,
        };
        if (kind is not var (mediaType, isText))
        {
            return null;
        }

        using var stream = file.CreateReadStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new Asset(path, mediaType, isText, bytes.ToArray(), file.LastModified);
    }

    private Form Compressed(string encoding, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var packing = pack(packed))
        {
            packing.Write(Plain.Bytes);
        }

        var bytes = packed.ToArray();
        return bytes.Length < Plain.Bytes.Length ? new Form(bytes, encoding, $"{Print}-{encoding}") : Plain;
    }

    /// <summary>One way the bytes are sent. Each has a tag of its own, for a cache must not take one for the other.</summary>
    /// <param name="Encoding">Value of <c>Content-Encoding</c>; null for the bytes as they are.</param>
    internal sealed record Form(byte[] Bytes, string? Encoding, string Tag);
}
