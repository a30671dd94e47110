using System.Text;

namespace GovPortal.Publishing.Transfer;

/// <summary>Lines of UTF-8 that somebody else wrote, each ended by a line feed; one without an end is refused before it fills the memory.</summary>
/// <param name="longest">In characters.</param>
internal sealed class BoundedLines(Stream stream, int longest) : IDisposable
{
    private readonly StreamReader reader = new(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, 1 << 16, leaveOpen: true);
    private readonly char[] buffer = new char[1 << 15];
    private int start;
    private int end;

    /// <summary>The next line without its end; null after the last.</summary>
    /// <exception cref="InvalidDataException">The line is too long, torn, or no UTF-8.</exception>
    public async Task<string?> NextAsync(CancellationToken ct)
    {
        var begun = new StringBuilder();
        while (start < end || await FillAsync(ct))
        {
            var feed = buffer.AsSpan(start, end - start).IndexOf('\n');
            begun.Append(buffer, start, feed < 0 ? end - start : feed);
            start = feed < 0 ? end : start + feed + 1;
            if (begun.Length > longest)
            {
                throw new InvalidDataException($"a line is longer than {longest} characters");
            }

            if (feed >= 0)
            {
                return begun.ToString();
            }
        }

        return begun.Length == 0 ? null : throw new InvalidDataException("its last line is torn");
    }

    public void Dispose() => reader.Dispose();

    private async Task<bool> FillAsync(CancellationToken ct)
    {
        try
        {
            (start, end) = (0, await reader.ReadAsync(buffer, ct));
            return end > 0;
        }
        catch (DecoderFallbackException odd)
        {
            throw new InvalidDataException("it holds bytes that are no UTF-8", odd);
        }
    }
}
