using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace GovPortal.Web.Caching;

/// <summary>How bytes are packed for the way.</summary>
public enum PageEncoding
{
    Plain,
    Gzip,
    Brotli,
}

/// <summary>Reads <c>Accept-Encoding</c> (RFC 9110, 12.5.3).</summary>
public static class AcceptedEncoding
{
    // No browser says more; a longer one is not worth reading.
    private const int Longest = 200;

    /// <summary>The best of the encodings both sides know; plain when the header is missing, strange or too long.</summary>
    public static PageEncoding Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var given = request.Headers.AcceptEncoding;
        return given.Count == 0 ? PageEncoding.Plain
            // What today's browsers send, and the older ones without encrypted connections.
            : given.Count == 1 && given[0] is "gzip, deflate, br, zstd" or "gzip, deflate, br" or "br" ? PageEncoding.Brotli
            : given.Count == 1 && given[0] is "gzip, deflate" or "gzip" ? PageEncoding.Gzip
            : Read(given);
    }

    private static PageEncoding Read(StringValues given)
    {
        if (given.ToString().Length > Longest || !StringWithQualityHeaderValue.TryParseList(given, out var wishes))
        {
            return PageEncoding.Plain;
        }

        double? QualityOf(string coding) => wishes.FirstOrDefault(wish => wish.Value.Equals(coding, StringComparison.OrdinalIgnoreCase)) is { } wish ? wish.Quality ?? 1 : null;

        var rest = QualityOf("*") ?? 0;
        var (brotli, gzip) = (QualityOf("br") ?? rest, QualityOf("gzip") ?? rest);
        return brotli > 0 && brotli >= gzip ? PageEncoding.Brotli : gzip > 0 ? PageEncoding.Gzip : PageEncoding.Plain;
    }
}
