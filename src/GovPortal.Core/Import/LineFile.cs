namespace GovPortal.Core.Import;

/// <summary>Reads a <c>.jsonl</c> or <c>.jsonl.gz</c> file line by line; what it is, its first bytes tell, not its name.</summary>
public sealed class LineFile : IDisposable
{
    // A line is held in memory whole; the largest real record has 96,081 characters.
    public const int LongestLine = 16 * 1024 * 1024;

    private readonly FileStream file;
    private readonly WholeGzip? compressed;
    private readonly StreamReader? plain;

    public LineFile(string path)
    {
        file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[2];
        var isGzip = file.Read(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
        file.Position = 0;
        compressed = isGzip ? new WholeGzip(file) : null;
        plain = isGzip ? null : new StreamReader(file);
    }

    /// <summary>Bytes of the file read so far and in all, for progress.</summary>
    public (long Read, long Length) Bytes => (file.Position, file.Length);

    /// <summary>The next line, null at the end.</summary>
    /// <exception cref="InvalidDataException">The compressed data is damaged or ends early.</exception>
    public async Task<string?> ReadLineAsync(CancellationToken ct)
    {
        var line = compressed is null ? await plain!.ReadLineAsync(ct) : await compressed.ReadLineAsync(ct);
        return line is { Length: > LongestLine } ? throw new InvalidDataException($"a line of more than {LongestLine} characters") : line;
    }

    public void Dispose()
    {
        compressed?.Dispose();
        plain?.Dispose();
    }
}
