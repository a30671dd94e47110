using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovPortal.Signatures.Serving;

/// <summary>What is asked of the process that checks files; as many bytes of a file follow as it says.</summary>
/// <param name="IsMessage">A signature in a file of its own rather than a PDF.</param>
internal sealed record CheckerJob(IReadOnlyList<NamedBytes> Trusted, IReadOnlyList<NamedBytes> Crls, DateTimeOffset At, long Length, bool IsMessage);

/// <summary>What it answers.</summary>
/// <param name="Report">Null where the file is none that can hold signatures.</param>
internal sealed record CheckerAnswer(SignatureReport? Report);

/// <summary>Messages between the server and that process: four bytes of length, then JSON.</summary>
internal static class CheckerMessages
{
    /// <summary>Two thousand signatures with all their words.</summary>
    public const int Largest = 32 << 20;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static async Task WriteAsync<T>(Stream to, T message, CancellationToken ct)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message, Json);
        await to.WriteAsync(BitConverter.GetBytes(bytes.Length), ct);
        await to.WriteAsync(bytes, ct);
        await to.FlushAsync(ct);
    }

    /// <exception cref="EndOfStreamException">The other side is gone.</exception>
    public static async Task<T> ReadAsync<T>(Stream from, CancellationToken ct)
    {
        var head = new byte[sizeof(int)];
        await from.ReadExactlyAsync(head, ct);
        var length = BitConverter.ToInt32(head);
        if (length is < 0 or > Largest)
        {
            throw new InvalidDataException($"A message of {length} bytes is more than {Largest}.");
        }

        var bytes = new byte[length];
        await from.ReadExactlyAsync(bytes, ct);
        return JsonSerializer.Deserialize<T>(bytes, Json) ?? throw new InvalidDataException("The message is empty.");
    }
}
