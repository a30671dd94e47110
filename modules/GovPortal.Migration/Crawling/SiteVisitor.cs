using System.IO.Compression;
using System.Text;
using GovPortal.Core.Outside;
using GovPortal.Migration.Reading;

namespace GovPortal.Migration.Crawling;

/// <summary>Asks one site for its pages, one after another, with a pause between them. Other hosts are never asked, nor addresses inside the agency's own network.</summary>
internal sealed class SiteVisitor(Uri site, OutsideRule rule, TimeSpan pause) : IDisposable
{
    private const int Largest = 8 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly HttpClient web = OutsideWeb.NewClient(rule.IsEverywhere, RobotsRules.Agent, Patience);
    private RobotsRules rules = new();

    public IReadOnlyList<string> Sitemaps => rules.Sitemaps;

    /// <summary>Reads what the site asks of programs; a site that cannot be read at all says why by the exception.</summary>
    /// <exception cref="HttpRequestException">Nothing answers.</exception>
    public async Task GreetAsync(CancellationToken ct)
    {
        using var response = await web.GetAsync(new Uri(site, "/robots.txt"), HttpCompletionOption.ResponseHeadersRead, ct);
        if (response.IsSuccessStatusCode)
        {
            rules = RobotsRules.Parse(Encoding.UTF8.GetString(await ReadAsync(response, ct) ?? []));
        }
    }

    /// <summary>Whether the site lets programs have the page.</summary>
    public bool Allows(Uri address) => rules.Allows(address.PathAndQuery);

    public bool IsOfSite(Uri address) => address.Scheme is "http" or "https" && address.Host.Equals(site.Host, StringComparison.OrdinalIgnoreCase) && address.Port == site.Port;

    /// <returns>The bytes, or why there are none.</returns>
    public async Task<VisitedPage> GetAsync(Uri address, CancellationToken ct)
    {
        var wait = rules.Delay is { } seconds && seconds > pause.TotalSeconds ? TimeSpan.FromSeconds(Math.Min(seconds, LongestPause.TotalSeconds)) : pause;
        await Task.Delay(wait, ct);
        try
        {
            using var response = await web.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
            if (!response.IsSuccessStatusCode)
            {
                return new VisitedPage(address) { Why = $"HTTP {(int)response.StatusCode}" };
            }

            if (response.RequestMessage?.RequestUri is { } ended && !IsOfSite(ended))
            {
                return new VisitedPage(address) { Why = $"leads to {ended.Host}" };
            }

            return await ReadAsync(response, ct) is { } bytes ? new VisitedPage(address) { Bytes = bytes, MediaType = response.Content.Headers.ContentType?.MediaType ?? "", Charset = response.Content.Headers.ContentType?.CharSet } : new VisitedPage(address) { Why = "too large" };
        }
        catch (Exception fault) when ((fault is HttpRequestException or TaskCanceledException or IOException) && !ct.IsCancellationRequested)
        {
            return new VisitedPage(address) { Why = fault is TaskCanceledException ? "no answer in time" : fault.GetBaseException().Message, IsSilent = true };
        }
    }

    public void Dispose() => web.Dispose();

    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > Largest)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }
}

/// <summary>What a site answered.</summary>
internal sealed record VisitedPage(Uri Address)
{
    public byte[] Bytes { get; init; } = [];
    public string MediaType { get; init; } = "";
    public string? Charset { get; init; }

    /// <summary>Why there is nothing; null where there is.</summary>
    public string? Why { get; init; }

    /// <summary>True when no server answered.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The bytes, unpacked where they are a packed sitemap.</summary>
    public Stream Open() => Bytes is [0x1f, 0x8b, ..] ? new BoundedStream(new GZipStream(new MemoryStream(Bytes), CompressionMode.Decompress), Bytes.Length) : new MemoryStream(Bytes);

    /// <summary>The text in the encoding that the answer, else the page, names; UTF-8 where neither does.</summary>
    public string Text()
    {
        var named = Charset?.Trim('"', '\'') ?? MetaCharset.In(Encoding.ASCII.GetString(Bytes, 0, Math.Min(Bytes.Length, 2_048)));
        return (EncodingOf(named) ?? Encoding.UTF8).GetString(Bytes);
    }

    private static Encoding? EncodingOf(string? name)
    {
        try
        {
            return name is null ? null : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            // Nobody knows such an encoding; UTF-8 is the likeliest.
            return null;
        }
    }
}
