using System.IO.Compression;
using System.Text;

namespace GovPortal.Publishing.Import;

/// <summary>Reads a <c>.jsonl</c> or <c>.jsonl.gz</c> file line by line; what it is, and whether UTF-8 or UTF-16, its first bytes tell, not its name.</summary>
public sealed class LineFile : IDisposable
{
    /// <summary>Stands where bytes are no letters of the file's encoding; no text has it.</summary>
    public const char NoLetter = '\uFDD0';

    // A line is held in memory whole; the largest real record has 96,081 characters.
    public const int LongestLine = 16 * 1024 * 1024;

    // Real files unpack to some six times their size, lists of like records to fifty times.
    private const int MostUnpacked = 200;
    private const long AlwaysUnpacked = 64 * 1024 * 1024;

    private readonly string path;
    private readonly FileStream file;
    private readonly StreamReader reader;
    private readonly bool isGzip;
    private readonly char[] buffer = new char[32 * 1024];
    private readonly StringBuilder begun = new();
    private int start;
    private int end;
    private bool isAfterReturn;
    private long unpacked;
    private string? ahead;
    private bool isStarted;

    internal static Encoding Utf8 { get; } = Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback(NoLetter.ToString()));

    public LineFile(string path)
    {
        this.path = path;
        var encoding = FileFormat.EncodingOf(FileFormat.HeadOf(path));
        file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[2];
        isGzip = file.Read(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
        file.Position = 0;
        reader = new StreamReader(isGzip ? new GZipStream(file, CompressionMode.Decompress) : file, encoding, detectEncodingFromByteOrderMarks: false);
    }

    /// <summary>Bytes of the file read so far and in all, for progress.</summary>
    public (long Read, long Length) Bytes => (file.Position, file.Length);

    /// <summary>The next line, null at the end.</summary>
    /// <exception cref="InvalidDataException">The compressed data is damaged, ends early or unpacks to far more than records do; or a line is too long.</exception>
    public async Task<string?> ReadLineAsync(CancellationToken ct) => isGzip ? await ReadCompressedAsync(ct) : await NextAsync(ct);

    public void Dispose() => reader.Dispose();

    /// <summary>Reads one line ahead: the last line of a file that ends early is a torn one and must not be given out.</summary>
    private async Task<string?> ReadCompressedAsync(CancellationToken ct)
    {
        var line = isStarted ? ahead : await NextAsync(ct);
        isStarted = true;
        ahead = line is null ? null : await NextAsync(ct);
        return ahead is not null || await GzipEnd.IsReachedAsync(path, ct) ? line : throw new InvalidDataException("the compressed data ends early");
    }

    /// <summary>As <see cref="StreamReader.ReadLineAsync(CancellationToken)"/>, which would take in a line of any length before anybody can refuse it.</summary>
    private async Task<string?> NextAsync(CancellationToken ct)
    {
        while (true)
        {
            if (start == end && !await FillAsync(ct))
            {
                return begun.Length == 0 ? null : Take(start);
            }

            if (isAfterReturn)
            {
                isAfterReturn = false;
                if (buffer[start] == '\n')
                {
                    start++;
                    continue;
                }
            }

            var length = buffer.AsSpan(start, end - start).IndexOfAny('\r', '\n');
            if (length >= 0)
            {
                isAfterReturn = buffer[start + length] == '\r';
                var line = Take(start + length);
                start++;
                return line;
            }

            begun.Append(buffer, start, end - start);
            start = end;
            Insist(begun.Length);
        }
    }

    private string Take(int until)
    {
        var rest = buffer.AsSpan(start, until - start);
        Insist(begun.Length + rest.Length);
        var line = begun.Length == 0 ? rest.ToString() : begun.Append(rest).ToString();
        begun.Clear();
        start = until;
        return line;
    }

    private static void Insist(int length)
    {
        if (length > LongestLine)
        {
            throw new InvalidDataException($"a line of more than {LongestLine} characters");
        }
    }

    private async Task<bool> FillAsync(CancellationToken ct)
    {
        (start, end) = (0, await reader.ReadAsync(buffer, ct));
        unpacked += end;
        return isGzip && unpacked > AlwaysUnpacked && unpacked / MostUnpacked > file.Position
            ? throw new InvalidDataException($"the compressed data unpacks to more than {MostUnpacked} times its size")
            : end > 0;
    }
}
