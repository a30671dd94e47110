using System.IO.Compression;

namespace GovPortal.Publishing.Import;

/// <summary>Tells whether a gzip file ends where it should; the framework's own stream passes over an early end in silence.</summary>
internal static class GzipEnd
{
    private static readonly byte[] Mark = Guid.NewGuid().ToByteArray();

    /// <summary>Reads the file again with a mark compressed behind it: only behind a whole file does the mark come to light.</summary>
    public static async Task<bool> IsReachedAsync(string path, CancellationToken ct)
    {
        await using var behind = new Behind(File.OpenRead(path), new MemoryStream(CompressedMark()));
        await using var gzip = new GZipStream(behind, CompressionMode.Decompress);
        var buffer = new byte[128 * 1024];
        var kept = 0;
        try
        {
            // The last bytes read are kept in front of the next, for the mark may be split between two reads.
            while (await gzip.ReadAsync(buffer.AsMemory(kept), ct) is > 0 and var read)
            {
                var filled = kept + read;
                kept = Math.Min(Mark.Length, filled);
                buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }

        return buffer.AsSpan(0, kept).SequenceEqual(Mark);
    }

    private static byte[] CompressedMark()
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(Mark);
        }

        return bytes.ToArray();
    }

    /// <summary>One stream, then the other.</summary>
    private sealed class Behind(Stream first, Stream second) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) =>
            first.Read(buffer, offset, count) is > 0 and var read ? read : second.Read(buffer, offset, count);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await first.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : await second.ReadAsync(buffer, cancellationToken);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            first.Dispose();
            second.Dispose();
            base.Dispose(disposing);
        }
    }
}
