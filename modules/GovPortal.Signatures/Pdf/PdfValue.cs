namespace GovPortal.Signatures.Pdf;

/// <summary>A value as it stands in a PDF file (ISO 32000-1, 7.3). Strings know where they stand, for signatures cover places.</summary>
internal abstract record PdfValue;

internal sealed record PdfNull : PdfValue
{
    public static readonly PdfNull Value = new();
}

internal sealed record PdfBoolean(bool Value) : PdfValue;

internal sealed record PdfNumber(double Value) : PdfValue
{
    /// <summary>As a whole number; null for a fraction or what is too large.</summary>
    public long? Whole => Value == Math.Floor(Value) && Math.Abs(Value) < 1e15 ? (long)Value : null;
}

internal sealed record PdfName(string Value) : PdfValue;

internal sealed record PdfReference(int Number, int Generation) : PdfValue;

/// <param name="Start">Place of the first sign, <c>(</c> or <c>&lt;</c>.</param>
/// <param name="End">Place after the last sign.</param>
internal sealed record PdfString(byte[] Bytes, long Start, long End) : PdfValue;

internal sealed record PdfArray(IReadOnlyList<PdfValue> Items) : PdfValue;

/// <param name="HasDoubles">A key stands twice: programs differ in which they take.</param>
internal sealed record PdfDictionary(IReadOnlyDictionary<string, PdfValue> Entries, bool HasDoubles) : PdfValue
{
    public static readonly PdfDictionary Empty = new(new Dictionary<string, PdfValue>(), false);

    /// <summary>The value of a key as it stands, <see cref="PdfNull"/> where there is none.</summary>
    public PdfValue this[string key] => Entries.GetValueOrDefault(key, PdfNull.Value);

    public bool Is(string key, string name) => this[key] is PdfName found && found.Value == name;
}

/// <param name="From">Place of the first byte of its data.</param>
/// <param name="Count">Bytes of its data as they stand in the file.</param>
internal sealed record PdfStream(PdfDictionary Dictionary, FileBytes Bytes, long From, long Count) : PdfValue;

/// <summary>Whether two values say the same.</summary>
internal static class PdfSameness
{
    public static bool Same(PdfValue one, PdfValue other) => (one, other) switch
    {
        (PdfString a, PdfString b) => a.Bytes.AsSpan().SequenceEqual(b.Bytes),
        (PdfArray a, PdfArray b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => Same(pair.First, pair.Second)),
        (PdfDictionary a, PdfDictionary b) => !Differing(a, b).Any(),
        (PdfStream a, PdfStream b) => Same(a.Dictionary, b.Dictionary) && SameData(a, b),
        _ => one == other,
    };

    /// <summary>Keys whose values are not the same in both.</summary>
    public static IEnumerable<string> Differing(PdfDictionary one, PdfDictionary other) =>
        one.Entries.Keys.Union(other.Entries.Keys).Where(key => !Same(one[key], other[key]));

    private static bool SameData(PdfStream a, PdfStream b)
    {
        if (a.Count != b.Count || (a.Bytes == b.Bytes && a.From == b.From))
        {
            return a.Count == b.Count;
        }

        for (var i = 0L; i < a.Count; i++)
        {
            if (a.Bytes.At(a.From + i) != b.Bytes.At(b.From + i))
            {
                return false;
            }
        }

        return true;
    }
}
