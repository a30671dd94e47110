using System.Security.Cryptography;
using System.Text.Json;
using GovPortal.Core.Files;
using GovPortal.Core.Parsing;
using GovPortal.Core.Tenancy;
using GovPortal.Media.Parsing;
using Microsoft.Extensions.Logging;

namespace GovPortal.Media;

/// <summary>
/// Keeps the pictures for shares in the data folder under a print of what stands on them. They are derived: who deletes them has them painted anew. One is painted
/// at a time, and only of titles that stand on public pages.
/// </summary>
internal sealed class ShareCards(Parser parser, DataFolder data, ILogger<ShareCards> logger) : IDisposable
{
    public const string Folder = "share-cards";

    // Goes up when they are painted differently.
    private const int Look = 1;

    // Some twenty kilobytes each.
    private const int MostKept = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim brush = new(1);

    /// <returns>Path of the PNG; null where it cannot be painted now.</returns>
    public async Task<string?> OfAsync(Tenant site, string title, CancellationToken ct)
    {
        var card = new ShareCard(Shortened(site.Title), Shortened(title), site.Settings.PrimaryColour, site.Settings.AccentColour);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(card);
        var path = Path.Combine(data.Of(Folder), $"{Look}-{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}.png");
        return File.Exists(path) || await PaintAsync(bytes, path, ct) ? path : null;
    }

    public void Dispose() => brush.Dispose();

    private async Task<bool> PaintAsync(byte[] card, string path, CancellationToken ct)
    {
        if (!await brush.WaitAsync(Patience, ct))
        {
            return false;
        }

        try
        {
            using var stream = new MemoryStream(card, writable: false);
            var result = File.Exists(path) ? null : await parser.AskAsync(new ParserJob(ParserTask.PaintCard, parser.TimeLimit.TotalSeconds), stream, ct);
            if (result?.Payloads is [var png, ..])
            {
                MakeRoom();
                // Aside first, so that nobody is sent half of it.
                var aside = $"{path}.{Environment.ProcessId}.part";
                await File.WriteAllBytesAsync(aside, png, ct);
                File.Move(aside, path, overwrite: true);
            }

            return File.Exists(path);
        }
        catch (ParserUnavailableException fault)
        {
            logger.LogError(new EventId(1, "ShareCardNotPainted"), fault, "No picture for shares can be painted");
            return false;
        }
        finally
        {
            brush.Release();
        }
    }

    // The longest unused go first; a tenth at once, so that it is seldom done.
    private void MakeRoom()
    {
        var kept = new DirectoryInfo(data.Of(Folder)).GetFiles("*.png");
        if (kept.Length >= MostKept)
        {
            foreach (var file in kept.OrderBy(file => file.CreationTimeUtc).Take(MostKept / 10))
            {
                file.Delete();
            }
        }
    }

    private static string Shortened(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = string.Concat(line.Where(sign => !char.IsControl(sign)));
        return line.Length <= ShareCard.LongestTitle ? line : line[..Math.Max(line.LastIndexOf(' ', ShareCard.LongestTitle), ShareCard.LongestTitle / 2)] + "…";
    }
}
