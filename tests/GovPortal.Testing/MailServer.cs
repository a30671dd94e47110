using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GovPortal.Testing;

/// <summary>A mail server of as few words as a sender needs (RFC 5321); one address it refuses for good.</summary>
public sealed class MailServer : IDisposable
{
    private readonly string unknown;
    private readonly ConcurrentQueue<string> letters = new();
    private TcpListener listener = new(IPAddress.Loopback, 0);

    public MailServer(string unknown)
    {
        this.unknown = unknown;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = ServeAsync(listener);
    }

    public int Port { get; }

    /// <summary>Every letter taken, as it came over the line.</summary>
    public IEnumerable<string> Letters => letters;

    public void Stop() => listener.Stop();

    public void Dispose() => listener.Dispose();

    public void Start()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        _ = ServeAsync(listener);
    }

    private async Task ServeAsync(TcpListener open)
    {
        try
        {
            while (true)
            {
                using var client = await open.AcceptTcpClientAsync();
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or IOException)
        {
            // Stopped, as the test wished.
        }
    }

    private async Task TalkAsync(NetworkStream line)
    {
        using var reader = new StreamReader(line, Encoding.UTF8);
        await using var writer = new StreamWriter(line, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 ready");
        while (await reader.ReadLineAsync() is { } said)
        {
            if (said.StartsWith("DATA", StringComparison.Ordinal))
            {
                await writer.WriteLineAsync("354 go on");
                letters.Enqueue(await LetterAsync(reader));
            }

            await writer.WriteLineAsync(said.Contains(unknown, StringComparison.Ordinal) ? "550 no such person" : said.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 ok");
            if (said.StartsWith("QUIT", StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    private static async Task<string> LetterAsync(StreamReader reader)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync() is { } text && text != ".")
        {
            letter.AppendLine(text);
        }

        return letter.ToString();
    }
}
