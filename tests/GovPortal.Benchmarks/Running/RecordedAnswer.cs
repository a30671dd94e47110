using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace GovPortal.Benchmarks.Running;

/// <summary>An answer as it travelled: what the plain server is to send again, byte for byte.</summary>
/// <param name="Head">Status line and header lines, without the date.</param>
/// <param name="Body">As compressed as it came; without the lengths between pieces where it came in pieces.</param>
internal sealed record RecordedAnswer(int Status, IReadOnlyList<string> Head, byte[] Body)
{
    private static readonly byte[] endOfHead = "\r\n\r\n"u8.ToArray();

    public IEnumerable<(string Name, string Value)> Headers =>
        Head.Skip(1).Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts[1]));

    public string? Find(string header) => Headers.FirstOrDefault(h => h.Name.Equals(header, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Asks once over a connection of its own, reading what comes without anything in between that would tidy it.</summary>
    public static async Task<RecordedAnswer> AskAsync(Uri server, string path, IReadOnlyDictionary<string, string> headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port);
        var stream = client.GetStream();
        var request = new StringBuilder($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\n");
        foreach (var (name, value) in headers)
        {
            request.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(request.Append("\r\n").ToString()));
        var came = new List<byte>();
        var bodyAt = await ReadUntilAsync(stream, came, () => IndexOf(came, endOfHead) is >= 0 and var at ? at + endOfHead.Length : null);
        var lines = Encoding.Latin1.GetString([.. came[..(bodyAt - endOfHead.Length)]]).Split("\r\n");
        var head = new RecordedAnswer(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), [.. lines.Where(l => !l.StartsWith("Date:", StringComparison.Ordinal))], []);
        if (head.Find("Transfer-Encoding") is not null)
        {
            byte[] last = [.. "0"u8, .. endOfHead];
            var end = await ReadUntilAsync(stream, came, () => came.Count >= bodyAt + last.Length && came[^last.Length..].SequenceEqual(last) ? came.Count : null);
            return head with { Body = Join(came[bodyAt..end]) };
        }

        var length = head.Status == 304 ? 0 : int.Parse(head.Find("Content-Length") ?? "0", CultureInfo.InvariantCulture);
        await ReadUntilAsync(stream, came, () => came.Count >= bodyAt + length ? came.Count : null);
        return head with { Body = [.. came[bodyAt..(bodyAt + length)]] };
    }

    public string Write(string path)
    {
        File.WriteAllText(path, JsonSerializer.Serialize(this));
        return path;
    }

    public static RecordedAnswer Read(string path) => JsonSerializer.Deserialize<RecordedAnswer>(File.ReadAllText(path))!;

    /// <summary>Fails when the other is not the same answer: a comparison with it would say nothing.</summary>
    public void InsistOn(RecordedAnswer other)
    {
        if (!Head.SequenceEqual(other.Head) || !Body.AsSpan().SequenceEqual(other.Body))
        {
            throw new InvalidOperationException($"The plain server answers otherwise:\n{string.Join('\n', Head)}\n({Body.Length} bytes)\n\n{string.Join('\n', other.Head)}\n({other.Body.Length} bytes)");
        }
    }

    private static async Task<int> ReadUntilAsync(NetworkStream stream, List<byte> came, Func<int?> end)
    {
        var buffer = new byte[64 * 1024];
        int? at;
        while ((at = end()) is null)
        {
            var read = await stream.ReadAsync(buffer);
            came.AddRange(read > 0 ? buffer.AsSpan(0, read) : throw new InvalidOperationException("The server closed the connection in the middle of an answer."));
        }

        return at.Value;
    }

    private static int IndexOf(List<byte> bytes, byte[] wanted) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes).IndexOf(wanted);

    private static byte[] Join(List<byte> pieces)
    {
        var (body, at) = (new List<byte>(), 0);
        while (true)
        {
            var lineEnd = at + System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pieces)[at..].IndexOf("\r\n"u8);
            var length = int.Parse(Encoding.ASCII.GetString([.. pieces[at..lineEnd]]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0)
            {
                return [.. body];
            }

            body.AddRange(pieces.GetRange(lineEnd + 2, length));
            at = lineEnd + 2 + length + 2;
        }
    }
}
