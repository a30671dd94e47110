using System.IO.Compression;
using System.Text;

namespace GovPortal.Core.Import;

/// <summary>
/// Reads the lines of a gzip file and notices when it ends early, which the framework's own stream passes over in silence:
/// a mark is compressed behind the file, and only a whole file brings it to light.
/// </summary>
internal sealed class WholeGzip : IDisposable
{
    // No line of text holds it: the reader would have split it at the line end.
    private static readonly string Mark = $"\0end of file {Guid.NewGuid():n}";

    private readonly StreamReader reader;
    private string? next;
    private bool isStarted;

    public WholeGzip(Stream file) =>
        reader = new StreamReader(new GZipStream(new Behind(file, Compressed($"\n{Mark}\n")), CompressionMode.Decompress));

    /// <summary>The next line, null at the end.</summary>
    /// <exception cref="InvalidDataException">The compressed data is damaged or ends early.</exception>
    public async Task<string?> ReadLineAsync(CancellationToken ct)
    {
        // One line ahead: the last line of a file that ends early is a torn one.
        next = isStarted ? next : await reader.ReadLineAsync(ct);
        isStarted = true;
        var line = next;
        if (line is null)
        {
            throw new InvalidDataException("the compressed data ends early");
        }

        if (line == Mark)
        {
            return null;
        }

        next = await reader.ReadLineAsync(ct);
        if (line.Length == 0 && next == Mark)
        {
            // The line end before the mark, not one of the file.
            return null;
        }

        return next is null ? throw new InvalidDataException("the compressed data ends early") : line;
    }

    public void Dispose() => reader.Dispose();

    private static byte[] Compressed(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    /// <summary>The file and, behind it, the mark.</summary>
    private sealed class Behind(Stream file, byte[] mark) : Stream
    {
        private readonly MemoryStream mark = new(mark);

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) =>
            file.Read(buffer, offset, count) is > 0 and var read ? read : mark.Read(buffer, offset, count);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await file.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : await mark.ReadAsync(buffer, cancellationToken);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            file.Dispose();
            mark.Dispose();
            base.Dispose(disposing);
        }
    }
}
