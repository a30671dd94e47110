namespace GovPortal.Signatures.Pdf;

/// <summary>The bytes of a file at any place, held a few blocks at a time, so that a large file costs no more memory than a small one.</summary>
internal sealed class FileBytes(Stream file, Budget budget) : IDisposable
{
    private const int BlockBits = 16;
    private const int BlockSize = 1 << BlockBits;
    private const int BlocksHeld = 32;

    private readonly byte[]?[] blocks = new byte[]?[BlocksHeld];
    private readonly long[] numbers = new long[BlocksHeld];

    public long Length { get; } = file.Length;

    public Budget Budget => budget;

    /// <summary>The byte at a place; -1 outside the file.</summary>
    public int At(long place)
    {
        if ((ulong)place >= (ulong)Length)
        {
            return -1;
        }

        var number = place >> BlockBits;
        var slot = (int)(number % BlocksHeld);
        var block = blocks[slot] is { } held && numbers[slot] == number ? held : Load(number, slot);
        return block[place & (BlockSize - 1)];
    }

    /// <exception cref="PdfFormatException">The place is not within the file.</exception>
    public byte[] Read(long from, int count)
    {
        if (from < 0 || count < 0 || from > Length - count)
        {
            throw new PdfFormatException($"{count} bytes at {from} are not within the file.");
        }

        var bytes = new byte[count];
        file.Position = from;
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Hands over a part of the file in pieces, in order.</summary>
    public void Feed(long from, long count, Action<ReadOnlySpan<byte>> take)
    {
        var piece = new byte[(int)Math.Min(count, 1 << 18)];
        file.Position = from;
        while (count > 0)
        {
            var read = file.Read(piece, 0, (int)Math.Min(count, piece.Length));
            if (read == 0)
            {
                throw new PdfFormatException("The file ends too early.");
            }

            take(piece.AsSpan(0, read));
            count -= read;
            budget.LookAtClock();
        }
    }

    /// <summary>Where some bytes stand last before a place; -1 for nowhere within the distance.</summary>
    public long LastIndexOf(ReadOnlySpan<byte> what, long before, long within)
    {
        var first = Math.Max(0, before - within);
        for (var at = before - what.Length; at >= first; at--)
        {
            if (At(at) == what[0] && Stands(what, at))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Where some bytes stand first from a place on; -1 for nowhere.</summary>
    public long IndexOf(ReadOnlySpan<byte> what, long from, long before)
    {
        for (var at = from; at <= before - what.Length; at++)
        {
            if (At(at) == what[0] && Stands(what, at))
            {
                return at;
            }
        }

        return -1;
    }

    public bool Stands(ReadOnlySpan<byte> what, long at)
    {
        for (var i = 0; i < what.Length; i++)
        {
            if (At(at + i) != what[i])
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose() => file.Dispose();

    private byte[] Load(long number, int slot)
    {
        budget.Spend(64);
        var block = blocks[slot] ?? new byte[BlockSize];
        file.Position = number << BlockBits;
        file.ReadAtLeast(block, BlockSize, throwOnEndOfStream: false);
        (blocks[slot], numbers[slot]) = (block, number);
        return block;
    }
}

/// <summary>The file is no PDF, or is damaged at a place that matters.</summary>
internal sealed class PdfFormatException(string message, Exception? inner = null) : Exception(message, inner);
