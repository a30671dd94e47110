using System.IO.Compression;
using System.Security.Cryptography;
using GovPortal.Web.Caching;
using Microsoft.Net.Http.Headers;

namespace GovPortal.Host;

/// <summary>Answers of the API, sitemaps and robots: tagged by their bytes, 304 to those who have them already, and packed for the way.</summary>
internal sealed class AnswersForPrograms(RequestDelegate next)
{
    // Bytes; a packed one would hardly be shorter.
    private const int SmallestPacked = 256;

    public async Task InvokeAsync(HttpContext http)
    {
        if (!(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) || !IsForPrograms(http.Request.Path))
        {
            await next(http);
            return;
        }

        // HEAD says what GET says, so the same is done for both.
        var (body, method) = (http.Response.Body, http.Request.Method);
        http.Request.Method = HttpMethods.Get;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
        }
        finally
        {
            (http.Response.Body, http.Request.Method) = (body, method);
        }

        if (http.Response.StatusCode == StatusCodes.Status200OK && IsKnown(http, buffer))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            http.Response.ContentLength = null;
            return;
        }

        if (buffer.Length == 0)
        {
            // Nobody has said anything yet: the status page will, unless a length is set.
            return;
        }

        var bytes = Packed(http, buffer);
        http.Response.ContentLength = bytes.Length;
        await body.WriteAsync(HttpMethods.IsHead(method) ? default : bytes, http.RequestAborted);
    }

    private static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal) || path.Value is "/sitemap.xml" or "/robots.txt" or "/manifest.webmanifest";

    /// <summary>Tags the answer; true where the asker has it.</summary>
    private static bool IsKnown(HttpContext http, MemoryStream buffer)
    {
        // Weak, for packed and plain bytes share it.
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Bytes(buffer).Span))[..20]}\"", isWeak: true);
        http.Response.Headers.ETag = tag.ToString();
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
    }

    private static ReadOnlyMemory<byte> Packed(HttpContext http, MemoryStream buffer)
    {
        if (buffer.Length < SmallestPacked || AcceptedEncoding.Of(http.Request) is not (PageEncoding.Brotli or PageEncoding.Gzip) || http.Response.Headers.ContentEncoding.Count > 0)
        {
            return Bytes(buffer);
        }

        var isBrotli = AcceptedEncoding.Of(http.Request) == PageEncoding.Brotli;
        var packed = new MemoryStream();
        using (Stream packing = isBrotli ? new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true) : new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(Bytes(buffer).Span);
        }

        http.Response.Headers.ContentEncoding = isBrotli ? "br" : "gzip";
        return Bytes(packed);
    }

    private static ReadOnlyMemory<byte> Bytes(MemoryStream buffer) => buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
}
