using System.IO.Compression;

namespace GovPortal.Core.Import;

/// <summary>Reads a <c>.jsonl</c> or <c>.jsonl.gz</c> file line by line; what it is, its first bytes tell, not its name.</summary>
public sealed class LineFile : IDisposable
{
    // A line is held in memory whole; the largest real record has 96,081 characters.
    public const int LongestLine = 16 * 1024 * 1024;

    private readonly string path;
    private readonly FileStream file;
    private readonly StreamReader reader;
    private readonly bool isGzip;
    private string? ahead;
    private bool isStarted;

    public LineFile(string path)
    {
        this.path = path;
        file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[2];
        isGzip = file.Read(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
        file.Position = 0;
        reader = new StreamReader(isGzip ? new GZipStream(file, CompressionMode.Decompress) : file);
    }

    /// <summary>Bytes of the file read so far and in all, for progress.</summary>
    public (long Read, long Length) Bytes => (file.Position, file.Length);

    /// <summary>The next line, null at the end.</summary>
    /// <exception cref="InvalidDataException">The compressed data is damaged or ends early.</exception>
    public async Task<string?> ReadLineAsync(CancellationToken ct)
    {
        var line = isGzip ? await ReadCompressedAsync(ct) : await reader.ReadLineAsync(ct);
        return line is { Length: > LongestLine } ? throw new InvalidDataException($"a line of more than {LongestLine} characters") : line;
    }

    public void Dispose() => reader.Dispose();

    /// <summary>Reads one line ahead: the last line of a file that ends early is a torn one and must not be given out.</summary>
    private async Task<string?> ReadCompressedAsync(CancellationToken ct)
    {
        var line = isStarted ? ahead : await reader.ReadLineAsync(ct);
        isStarted = true;
        ahead = line is null ? null : await reader.ReadLineAsync(ct);
        return ahead is not null || await GzipEnd.IsReachedAsync(path, ct) ? line : throw new InvalidDataException("the compressed data ends early");
    }
}
