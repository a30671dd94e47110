namespace GovPortal.Benchmarks.Running;

/// <summary>What a browser says with a request for a page.</summary>
internal static class Reader
{
    private const string Compressed = "gzip, deflate, br, zstd";

    /// <summary>As browsers ask.</summary>
    public static IReadOnlyDictionary<string, string> Headers { get; } = ParsedQuery(Compressed);

    /// <summary>As those ask who cannot unpack.</summary>
    public static IReadOnlyDictionary<string, string> HeadersForPlain { get; } = ParsedQuery("identity");

    /// <summary>As one asks who has the page already.</summary>
    public static IReadOnlyDictionary<string, string> HeadersFor(string etag) => new Dictionary<string, string>(Headers) { ["If-None-Match"] = etag };

    private static Dictionary<string, string> ParsedQuery(string encodings) => new()
    {
        ["User-Agent"] = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
        ["Accept"] = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        ["Accept-Encoding"] = encodings,
        ["Accept-Language"] = "vi-VN,vi;q=0.9,en;q=0.8",
    };
}
