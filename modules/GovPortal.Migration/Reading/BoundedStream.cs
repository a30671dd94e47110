namespace GovPortal.Migration.Reading;

/// <summary>Bytes as they are unpacked, up to a limit: a small file may unpack to more than any disk holds.</summary>
/// <param name="packed">How many bytes the packed form has.</param>
internal sealed class BoundedStream(Stream inner, long packed) : Stream
{
    // Texts unpack to some six times their size, lists of like records to fifty times.
    private const int MostTimesLarger = 200;
    private const long AlwaysAllowed = 64L << 20;
    private const long Largest = 8L << 30;

    private long read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Counted(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Counted(inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Counted(await inner.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Counted(int bytes)
    {
        read += bytes;
        return read > Largest || (read > AlwaysAllowed && read / MostTimesLarger > Math.Max(packed, 1))
            ? throw new InvalidDataException($"the packed data unpacks to more than {MostTimesLarger} times its size")
            : bytes;
    }
}
