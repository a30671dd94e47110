using System.IO.Compression;
using System.Security.Cryptography;
using GovPortal.Web.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GovPortal.Web.Caching;

/// <summary>A page as the bytes to send: compressed once, with the headers it was rendered with.</summary>
public sealed class CachedPage
{
    // Of Brotli's 11 steps the one after which a page shrinks by less than a twentieth more and takes several times as long.
    private const int BrotliQuality = 5;
    private const int BrotliWindow = 18;

    // Headers, the key and the lists that point here; measured, and rounded up.
    private const int Overhead = 2_000;

    private const int Fresh = 0;
    private const int Stale = 1;
    private const int Dropped = 2;

    private static readonly StringValues askAgain = "no-cache";
    private static readonly StringValues varies = "Accept-Encoding, Cookie";
    private static readonly StringValues brotliName = "br";
    private static readonly StringValues gzipName = "gzip";

    // The usual ones by themselves, since Kestrel takes them without looking their names up.
    private readonly StringValues contentType;
    private readonly StringValues contentSecurityPolicy;
    private readonly StringValues contentTypeOptions;
    private readonly KeyValuePair<string, StringValues>[] otherHeaders;
    private readonly StringValues etag;
    private readonly byte[] brotli;
    private readonly int plainLength;
    private readonly ViewCounter? views;
    private readonly Action? sentAgain;
    private int sent;

    // Few ask for these forms: they are unpacked when asked for, and kept only until memory is collected.
    private WeakReference<byte[]>? gzip;
    private WeakReference<byte[]>? plain;
    private int state;
    private long nextTry;

    internal CachedPage(ReadOnlySpan<byte> body, IHeaderDictionary rendered, IReadOnlyCollection<string> tags, DateTimeOffset until, ViewCounter? views = null, Action? sentAgain = null)
    {
        this.sentAgain = sentAgain;
        this.views = views;
        Tags = tags;
        Until = until;
        plainLength = body.Length;
        etag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body))[..20]}\"";
        (contentType, contentSecurityPolicy, contentTypeOptions) = (rendered.ContentType, rendered.ContentSecurityPolicy, rendered.XContentTypeOptions);
        otherHeaders = [.. rendered.Where(h => !IsSetOtherwise(h.Key))];
        brotli = Compress(body);
    }

    /// <summary>What it shows.</summary>
    public IReadOnlyCollection<string> Tags { get; }

    /// <summary>When it is rendered anew though nothing was published: dates move on by themselves.</summary>
    public DateTimeOffset Until { get; }

    /// <summary>Bytes of memory it takes.</summary>
    public int Size => brotli.Length + Overhead;

    /// <summary>True when nobody may see it any more, not even while it cannot be rendered anew.</summary>
    public bool IsDropped => Volatile.Read(ref state) == Dropped;

    public bool IsFreshAt(DateTimeOffset now) => Volatile.Read(ref state) == Fresh && now < Until;

    /// <summary>What it shows has changed: it is sent only while it cannot be rendered anew, or not at all.</summary>
    public void GoStale(bool isDropped) => Volatile.Write(ref state, isDropped || IsDropped ? Dropped : Stale);

    /// <summary>Rendering it anew failed: nobody need try before this time.</summary>
    public void RestUntil(DateTimeOffset time) => Volatile.Write(ref nextTry, time.UtcTicks);

    public bool RestsAt(DateTimeOffset now) => now.UtcTicks < Volatile.Read(ref nextTry);

    public Task SendAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if ((views is not null || sentAgain is not null) && IsReading(http.Request))
        {
            views?.Add(1);
            CountAgain();
        }

        var answer = http.Response.Headers;
        answer.ETag = etag;
        answer.CacheControl = askAgain;
        answer.Vary = varies;
        if (IsKnownTo(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        answer.ContentType = contentType;
        answer.ContentSecurityPolicy = contentSecurityPolicy;
        answer.XContentTypeOptions = contentTypeOptions;
        foreach (var (name, value) in otherHeaders)
        {
            answer[name] = value;
        }

        var body = brotli;
        switch (AcceptedEncoding.Of(http.Request))
        {
            case PageEncoding.Brotli:
                answer.ContentEncoding = brotliName;
                break;
            case PageEncoding.Gzip:
                answer.ContentEncoding = gzipName;
                body = Kept(ref gzip, () => Zip(Plain()));
                break;
            default:
                body = Plain();
                break;
        }

        http.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(body).AsTask();
    }

    // Whoever rendered it is answered first, and was counted then.
    private void CountAgain()
    {
        if (sentAgain is not null && Interlocked.Exchange(ref sent, 1) == 1)
        {
            sentAgain();
        }
    }

    // Machines that read the web say so in their names; those that do not are counted as people.
    private static bool IsReading(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !request.Headers.UserAgent.ToString().Contains("bot", StringComparison.OrdinalIgnoreCase);

    private static byte[] Kept(ref WeakReference<byte[]>? form, Func<byte[]> make)
    {
        if (form?.TryGetTarget(out var ready) == true)
        {
            return ready;
        }

        var made = make();
        form = new WeakReference<byte[]>(made);
        return made;
    }

    private static byte[] Zip(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Optimal))
        {
            packer.Write(plain);
        }

        return packed.ToArray();
    }

    private static bool IsSetOtherwise(string header) =>
        header is "Content-Length" or "Date" or "Server" or "Transfer-Encoding" or "Connection" or "ETag" or "Cache-Control" or "Vary"
            or "Content-Type" or "Content-Security-Policy" or "X-Content-Type-Options";

    private static byte[] Compress(ReadOnlySpan<byte> body)
    {
        var room = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, room, out var length, BrotliQuality, BrotliWindow)
            ? room[..length]
            : throw new InvalidOperationException($"A page of {body.Length} bytes could not be compressed.");
    }

    private bool IsKnownTo(HttpRequest request)
    {
        var given = request.Headers.IfNoneMatch;
        return given.Count > 0 && (given.Count == 1 && given[0] == etag[0]
            || EntityTagHeaderValue.TryParseList(given, out var tags) && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(EntityTagHeaderValue.Parse(etag[0]), useStrongComparison: false)));
    }

    private byte[] Plain() => Kept(ref plain, () =>
    {
        var unpacked = new byte[plainLength];
        return BrotliDecoder.TryDecompress(brotli, unpacked, out var length) && length == plainLength
            ? unpacked
            : throw new InvalidOperationException("A kept page could not be unpacked.");
    });
}
