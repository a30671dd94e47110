using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using GovPortal.Core.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace GovPortal.Media;

/// <summary>
/// Asks ClamAV about a file before it is kept, where a scanner is set up. Speaks the three words of its protocol that are needed
/// (clamd(8), INSTREAM): no client library for it can be had in the registry this is built from.
/// </summary>
public sealed class VirusScanner(IConfiguration settings, ILogger<VirusScanner> logger)
{
    public const string HostSetting = "GovPortal:ClamAv:Host";
    public const string PortSetting = "GovPortal:ClamAv:Port";

    private const int UsualPort = 3310;
    private const int ChunkSize = 64 * 1024;

    // A large archive takes the scanner a while; more means that it hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string? host = settings[HostSetting] is { Length: > 0 } given ? given : null;
    private readonly int port = settings.Number(PortSetting, UsualPort, 1, 65_535);

    /// <summary>Key of the sentence that says why the file is not taken; null when it is clean or nobody scans. What cannot be scanned is not taken.</summary>
    public async Task<(string? Refusal, string? Virus)> CheckAsync(byte[] bytes, CancellationToken ct)
    {
        if (host is null)
        {
            return (null, null);
        }

        string answer;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            answer = await AskAsync(bytes, patience.Token);
        }
        catch (Exception fault) when (fault is SocketException or IOException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            logger.LogError(new EventId(1, "VirusScannerAway"), fault, "The virus scanner at {Host}:{Port} does not answer; nothing can be uploaded", host, port);
            return ("media.refused.scanner-away", null);
        }

        if (answer.EndsWith(" OK", StringComparison.Ordinal))
        {
            return (null, null);
        }

        if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            var virus = answer["stream: ".Length..^" FOUND".Length];
            logger.LogInformation(new EventId(2, "VirusFound"), "An upload was refused: {Virus}", virus);
            return ("media.refused.virus", virus);
        }

        logger.LogError(new EventId(3, "VirusScannerFailed"), "The virus scanner at {Host}:{Port} answered: {Answer}", host, port, answer);
        return ("media.refused.scanner-away", null);
    }

    private async Task<string> AskAsync(byte[] bytes, CancellationToken ct)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(host!, port, ct);
        await using var stream = connection.GetStream();
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var length = new byte[sizeof(int)];
        for (var at = 0; at < bytes.Length; at += ChunkSize)
        {
            var chunk = bytes.AsMemory(at, Math.Min(ChunkSize, bytes.Length - at));
            BinaryPrimitives.WriteInt32BigEndian(length, chunk.Length);
            await stream.WriteAsync(length, ct);
            await stream.WriteAsync(chunk, ct);
        }

        BinaryPrimitives.WriteInt32BigEndian(length, 0);
        await stream.WriteAsync(length, ct);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return (await reader.ReadToEndAsync(ct)).TrimEnd('\0', '\n');
    }
}
