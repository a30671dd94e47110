namespace GovPortal.Signatures.Checking;

/// <summary>Looks over BER before a library reads it: libraries read elements within elements by calling themselves, which ends the process at some depth.</summary>
internal static class DerShape
{
    private const int Deepest = 64;
    private const int MostElements = 500_000;

    /// <summary>Length of the first element in bytes; what follows, such as the zeros that fill up a signature, is left aside.</summary>
    /// <exception cref="MalformedSignatureException">It is no BER, ends too early, or lies too deep.</exception>
    public static int Measure(ReadOnlySpan<byte> ber)
    {
        Span<int> ends = stackalloc int[Deepest];
        var (at, depth) = (0, 0);
        for (var elements = 0; elements < MostElements; elements++)
        {
            var (isConstructed, length) = Header(ber, ref at);
            var limit = depth == 0 || ends[depth - 1] < 0 ? ber.Length : ends[depth - 1];
            if ((length < 0 && !isConstructed) || (length >= 0 && length > limit - at) || (isConstructed && depth == Deepest))
            {
                throw Wrong();
            }

            if (isConstructed)
            {
                ends[depth++] = length < 0 ? -1 : at + length;
            }
            else
            {
                at += length;
            }

            Close(ber, ends, ref at, ref depth);
            if (depth == 0)
            {
                return at;
            }
        }

        throw Wrong();
    }

    // Ends every element that ends here; one of unknown length ends with two zeros.
    private static void Close(ReadOnlySpan<byte> ber, Span<int> ends, ref int at, ref int depth)
    {
        while (depth > 0)
        {
            if (ends[depth - 1] < 0 && at + 1 < ber.Length && ber[at] == 0 && ber[at + 1] == 0)
            {
                at += 2;
            }
            else if (ends[depth - 1] != at)
            {
                return;
            }

            depth--;
        }
    }

    private static (bool IsConstructed, int Length) Header(ReadOnlySpan<byte> ber, ref int at)
    {
        var tag = Next(ber, ref at);
        if ((tag & 0x1F) == 0x1F)
        {
            while ((Next(ber, ref at) & 0x80) != 0)
            {
            }
        }

        var first = Next(ber, ref at);
        var length = first & 0x7F;
        if (first == 0x80)
        {
            return ((tag & 0x20) != 0, -1);
        }

        if (first > 0x80)
        {
            var count = length;
            for (length = 0; count > 0; count--)
            {
                length = length < 1 << 23 ? (length << 8) | Next(ber, ref at) : throw Wrong();
            }
        }

        return ((tag & 0x20) != 0, length);
    }

    private static int Next(ReadOnlySpan<byte> ber, ref int at) => at < ber.Length ? ber[at++] : throw Wrong();

    private static MalformedSignatureException Wrong() => new("The signature's value is no signature, or is damaged.");
}

/// <summary>What stands in place of a signature, a certificate or evidence cannot be read as such.</summary>
internal sealed class MalformedSignatureException(string message, Exception? inner = null) : Exception(message, inner);
