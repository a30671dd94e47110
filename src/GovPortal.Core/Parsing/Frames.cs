using System.Buffers.Binary;
using System.Text.Json;

namespace GovPortal.Core.Parsing;

/// <summary>Messages between the server and the parser process: a length of four bytes, then as many bytes of JSON or of a file.</summary>
public static class Frames
{
    /// <summary>Letters of a book, six times over, or two thousand signatures with all their words; more in one JSON frame is no message of ours.</summary>
    public const int LargestJson = 32 << 20;

    /// <summary>Sends a message.</summary>
    public static Task WriteJsonAsync<T>(Stream to, T message, CancellationToken ct) => WriteAsync(to, JsonSerializer.SerializeToUtf8Bytes(message), ct);

    /// <exception cref="EndOfStreamException">The other side is gone.</exception>
    /// <exception cref="InvalidDataException">It is longer than <see cref="LargestJson"/>, or empty.</exception>
    public static async Task<T> ReadJsonAsync<T>(Stream from, CancellationToken ct) =>
        JsonSerializer.Deserialize<T>(await ReadAsync(from, LargestJson, ct)) ?? throw new InvalidDataException("The frame is empty.");

    /// <summary>Sends bytes.</summary>
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

    /// <summary>The length of the frame that begins here; as many bytes follow.</summary>
    /// <exception cref="EndOfStreamException">The other side is gone.</exception>
    /// <exception cref="InvalidDataException">The frame is longer than may be.</exception>
    public static async Task<int> ReadLengthAsync(Stream from, long most, CancellationToken ct)
    {
        var length = new byte[sizeof(int)];
        await from.ReadExactlyAsync(length, ct);
        return BinaryPrimitives.ReadInt32LittleEndian(length) is var size && size >= 0 && size <= most ? size : throw new InvalidDataException($"A frame of {size} bytes is more than {most}.");
    }

    /// <exception cref="EndOfStreamException">The other side is gone.</exception>
    /// <exception cref="InvalidDataException">The frame is longer than may be.</exception>
    public static async Task<byte[]> ReadAsync(Stream from, long most, CancellationToken ct)
    {
        var bytes = new byte[await ReadLengthAsync(from, most, ct)];
        await from.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
