using GovPortal.Core.Outside;

namespace GovPortal.Publishing.Import;

/// <summary>Fetches files from the web, of bounded size; a server that does not answer is left alone after some tries.</summary>
public sealed class FileFetcher(OutsideRule rule) : IDisposable
{
    private const long Largest = 50L << 20;
    private const int MostFailures = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient web = OutsideWeb.NewClient(rule.IsEverywhere, "GovPortal-import", Patience);
    private readonly Dictionary<string, int> failures = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>The bytes, or why there are none.</returns>
    public async Task<(byte[]? Bytes, string? Why)> GetAsync(Uri address, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (failures.GetValueOrDefault(address.Host) >= MostFailures)
        {
            return (null, "the server did not answer before");
        }

        try
        {
            using var response = await web.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, ct);
            failures.Remove(address.Host);
            if (!response.IsSuccessStatusCode)
            {
                return (null, $"HTTP {(int)response.StatusCode}");
            }

            return response.Content.Headers.ContentLength > Largest ? (null, "too large") : await ReadAsync(response, ct);
        }
        catch (Exception fault) when ((fault is HttpRequestException or TaskCanceledException or IOException) && !ct.IsCancellationRequested)
        {
            failures[address.Host] = failures.GetValueOrDefault(address.Host) + 1;
            return (null, fault is TaskCanceledException ? "no answer in time" : fault.GetBaseException().Message);
        }
    }

    public void Dispose() => web.Dispose();

    private static async Task<(byte[]? Bytes, string? Why)> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, ct) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > Largest)
            {
                return (null, "too large");
            }
        }

        return (bytes.ToArray(), null);
    }
}
