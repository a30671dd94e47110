using System.Buffers.Binary;
using System.Text.Json;

namespace GovPortal.Media.Parsing;

/// <summary>Messages between the server and the parser process: a length of four bytes, then as many bytes of JSON or of a file.</summary>
internal static class Frames
{
    /// <summary>Letters of a book, thrice over; more in one JSON frame is no answer of ours.</summary>
    public const int LargestJson = 16 << 20;

    public static Task WriteJsonAsync<T>(Stream to, T message, CancellationToken ct) => WriteAsync(to, JsonSerializer.SerializeToUtf8Bytes(message), ct);

    public static async Task<T> ReadJsonAsync<T>(Stream from, CancellationToken ct) =>
        JsonSerializer.Deserialize<T>(await ReadAsync(from, LargestJson, ct)) ?? throw new InvalidDataException("The frame is empty.");

    public static async Task WriteAsync(Stream to, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        await to.WriteAsync(length, ct);
        await to.WriteAsync(bytes, ct);
        await to.FlushAsync(ct);
    }

    /// <param name="file">Sent from where it stands to its end; its length must be known.</param>
    public static async Task WriteAsync(Stream to, Stream file, CancellationToken ct)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, checked((int)(file.Length - file.Position)));
        await to.WriteAsync(length, ct);
        await file.CopyToAsync(to, ct);
        await to.FlushAsync(ct);
    }

    /// <exception cref="EndOfStreamException">The other side is gone.</exception>
    /// <exception cref="InvalidDataException">The frame is longer than may be.</exception>
    public static async Task<byte[]> ReadAsync(Stream from, long most, CancellationToken ct)
    {
        var length = new byte[sizeof(int)];
        await from.ReadExactlyAsync(length, ct);
        var size = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (size < 0 || size > most)
        {
            throw new InvalidDataException($"A frame of {size} bytes is more than {most}.");
        }

        var bytes = new byte[size];
        await from.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
