using System.Globalization;
using System.Text;

namespace GovPortal.Signatures.Pdf;

/// <summary>Reads values from the bytes of a PDF file, one after the other, without recursion deeper than <see cref="Deepest"/>.</summary>
internal sealed partial class PdfParser(FileBytes bytes, long at)
{
    /// <summary>Arrays within arrays; real files stay below ten.</summary>
    public const int Deepest = 64;

    private const int LongestString = 16 << 20;

    /// <summary>The place of the next sign.</summary>
    public long Place { get; private set; } = at;

    public static bool IsSpace(int sign) => sign is 0 or 9 or 10 or 12 or 13 or 32;

    public void SkipSpace()
    {
        while (true)
        {
            var sign = bytes.At(Place);
            if (sign == '%')
            {
                while (bytes.At(Place) is not (-1 or 10 or 13))
                {
                    Place++;
                }
            }
            else if (!IsSpace(sign))
            {
                return;
            }
            else
            {
                Place++;
            }
        }
    }

    /// <summary>Whether a word stands next; goes past it if so.</summary>
    public bool Take(ReadOnlySpan<byte> word)
    {
        SkipSpace();
        if (!bytes.Stands(word, Place))
        {
            return false;
        }

        Place += word.Length;
        return true;
    }

    /// <exception cref="PdfFormatException">No whole number stands there.</exception>
    public long TakeWhole() => Number() is { Whole: { } whole } ? whole : throw Wrong("a whole number");

    /// <exception cref="PdfFormatException">No value stands there.</exception>
    public PdfValue Value(int depth = 0)
    {
        if (depth > Deepest)
        {
            throw new PdfFormatException($"Values lie more than {Deepest} deep within each other.");
        }

        bytes.Budget.Spend();
        SkipSpace();
        return bytes.At(Place) switch
        {
            '/' => new PdfName(Name()),
            '(' => Literal(),
            '<' when bytes.At(Place + 1) == '<' => Dictionary(depth),
            '<' => Hexadecimal(),
            '[' => Array(depth),
            >= '0' and <= '9' => NumberOrReference(),
            '+' or '-' or '.' => Number(),
            't' when Take("true"u8) => new PdfBoolean(true),
            'f' when Take("false"u8) => new PdfBoolean(false),
            'n' when Take("null"u8) => PdfNull.Value,
            _ => throw Wrong("a value"),
        };
    }

    private PdfFormatException Wrong(string expected) => new($"{expected} should stand at {Place}.");

    private PdfNumber Number()
    {
        SkipSpace();
        var digits = new StringBuilder();
        while (bytes.At(Place) is var sign && sign is (>= '0' and <= '9') or '+' or '-' or '.' && digits.Length < 64)
        {
            digits.Append((char)sign);
            Place++;
        }

        return double.TryParse(digits.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? new PdfNumber(value) : throw Wrong("a number");
    }

    private PdfValue NumberOrReference()
    {
        var first = Number();
        var after = Place;
        SkipSpace();
        if (first.Whole is >= 0 and <= int.MaxValue and var number && bytes.At(Place) is >= '0' and <= '9' && Number().Whole is >= 0 and <= 65_535 and var generation)
        {
            SkipSpace();
            if (bytes.At(Place) == 'R' && IsEnd(bytes.At(Place + 1)))
            {
                Place++;
                return new PdfReference((int)number, (int)generation);
            }
        }

        Place = after;
        return first;
    }

    private string Name()
    {
        Place++;
        var name = new StringBuilder();
        while (bytes.At(Place) is var sign && !IsEnd(sign) && name.Length < 4_096)
        {
            Place++;
            if (sign == '#' && Digit(bytes.At(Place)) is >= 0 and var high && Digit(bytes.At(Place + 1)) is >= 0 and var low)
            {
                sign = (high << 4) | low;
                Place += 2;
            }

            name.Append((char)sign);
        }

        return name.ToString();
    }

    private PdfArray Array(int depth)
    {
        Place++;
        var items = new List<PdfValue>();
        while (!Take("]"u8))
        {
            items.Add(Value(depth + 1));
        }

        return new PdfArray(items);
    }

    private PdfDictionary Dictionary(int depth)
    {
        Place += 2;
        var entries = new Dictionary<string, PdfValue>();
        var hasDoubles = false;
        while (!Take(">>"u8))
        {
            if (bytes.At(Place) != '/')
            {
                throw Wrong("a name");
            }

            var key = Name();
            var value = Value(depth + 1);
            hasDoubles |= !entries.TryAdd(key, value);
            entries[key] = value;
        }

        return new PdfDictionary(entries, hasDoubles);
    }

    private static int Digit(int sign) => sign switch
    {
        >= '0' and <= '9' => sign - '0',
        >= 'a' and <= 'f' => sign - 'a' + 10,
        >= 'A' and <= 'F' => sign - 'A' + 10,
        _ => -1,
    };

    private static bool IsEnd(int sign) => sign < 0 || IsSpace(sign) || sign is '/' or '<' or '>' or '[' or ']' or '(' or ')' or '{' or '}' or '%';
}
