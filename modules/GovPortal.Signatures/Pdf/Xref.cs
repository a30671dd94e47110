namespace GovPortal.Signatures.Pdf;

internal enum XrefKind
{
    Free,
    InFile,
    InStream,
}

/// <summary>Where an object stands.</summary>
/// <param name="Place">Its place in the file, or the number of the stream that holds it.</param>
/// <param name="Extra">Its generation, or its rank within that stream.</param>
internal readonly record struct XrefEntry(XrefKind Kind, long Place, int Extra);

/// <summary>One table of cross references, with the trailer that belongs to it (ISO 32000-1, 7.5.4, 7.5.5 and 7.5.8).</summary>
/// <param name="Place">Where it stands; what is written later stands elsewhere.</param>
internal sealed record XrefSection(long Place, IReadOnlyDictionary<int, XrefEntry> Entries, PdfDictionary Trailer);

/// <summary>Reads the tables of cross references, newest first.</summary>
internal sealed class XrefReader(FileBytes bytes)
{
    /// <summary>Updates of one file; a thousand signatures with their evidence make three thousand.</summary>
    private const int MostSections = 10_000;

    // ISO 32000-1, annex C.
    private const int MostObjects = 8_388_607;

    private readonly Dictionary<long, XrefSection> read = [];

    /// <summary>The tables that are in force when reading begins at one of them.</summary>
    /// <exception cref="PdfFormatException">One of them is damaged, or they lead in a circle.</exception>
    public IReadOnlyList<XrefSection> Chain(long start)
    {
        var chain = new List<XrefSection>();
        var seen = new HashSet<long>();
        for (long? next = start; next is { } place;)
        {
            if (!seen.Add(place) || chain.Count >= MostSections)
            {
                throw new PdfFormatException("The tables of cross references lead in a circle.");
            }

            var section = Section(place);
            chain.Add(section);
            next = section.Trailer["Prev"] is PdfNumber { Whole: > 0 and { } previous } ? previous : null;
        }

        return chain;
    }

    private XrefSection Section(long place)
    {
        if (!read.TryGetValue(place, out var section))
        {
            var parser = new PdfParser(bytes, place);
            section = read[place] = parser.Take("xref"u8) ? Table(place, parser) : Stream(place);
        }

        return section;
    }

    private XrefSection Table(long place, PdfParser parser)
    {
        var entries = new Dictionary<int, XrefEntry>();
        while (!parser.Take("trailer"u8))
        {
            var (first, count) = (parser.TakeWhole(), parser.TakeWhole());
            Guard(first, count);
            for (var i = 0; i < count; i++)
            {
                bytes.Budget.Spend();
                var (at, generation) = (parser.TakeWhole(), (int)Math.Clamp(parser.TakeWhole(), 0, 65_535));
                var isUsed = parser.Take("n"u8);
                if (!isUsed && !parser.Take("f"u8))
                {
                    throw new PdfFormatException($"The table of cross references at {place} is damaged.");
                }

                entries[(int)first + i] = isUsed && at > 0 ? new XrefEntry(XrefKind.InFile, at, generation) : default;
            }
        }

        if (parser.Value() is not PdfDictionary trailer)
        {
            throw new PdfFormatException($"The table at {place} has no trailer.");
        }

        // Both kinds of tables for one state: objects that the table calls free stand in the stream (7.5.8.4).
        if (trailer["XRefStm"] is PdfNumber { Whole: { } beside })
        {
            foreach (var (number, entry) in Stream(beside).Entries.Where(e => entries.GetValueOrDefault(e.Key).Kind == XrefKind.Free))
            {
                entries[number] = entry;
            }
        }

        return new XrefSection(place, entries, trailer);
    }

    private XrefSection Stream(long place)
    {
        if (IndirectObject.Read(bytes, place, null, _ => PdfNull.Value) is not PdfStream { Dictionary: var trailer } stream || !trailer.Is("Type", "XRef"))
        {
            throw new PdfFormatException($"No table of cross references stands at {place}.");
        }

        var widths = trailer["W"] is PdfArray { Items: [PdfNumber a, PdfNumber b, PdfNumber c, ..] } ? new[] { a, b, c }.Select(n => (int)(n.Whole is >= 0 and <= 8 ? n.Whole : throw Damaged(place))).ToArray() : throw Damaged(place);
        var ranges = trailer["Index"] is PdfArray index ? index.Items.Select(i => i is PdfNumber { Whole: { } n } ? n : -1).ToArray() : [0, trailer["Size"] is PdfNumber { Whole: { } size } ? size : -1];
        return new XrefSection(place, Entries(Unpacking.Unpack(stream), widths, ranges, place), trailer);
    }

    private Dictionary<int, XrefEntry> Entries(byte[] data, int[] widths, long[] ranges, long place)
    {
        var entries = new Dictionary<int, XrefEntry>();
        var at = 0;
        for (var r = 0; r + 1 < ranges.Length; r += 2)
        {
            Guard(ranges[r], ranges[r + 1]);
            for (var i = 0; i < ranges[r + 1]; i++)
            {
                bytes.Budget.Spend();
                if (at + widths.Sum() > data.Length || widths.Sum() == 0)
                {
                    throw Damaged(place);
                }

                var kind = widths[0] == 0 ? 1 : Field(data, ref at, widths[0]);
                var (second, third) = (Field(data, ref at, widths[1]), Field(data, ref at, widths[2]));
                entries[(int)ranges[r] + i] = kind switch
                {
                    1 when second > 0 => new XrefEntry(XrefKind.InFile, second, (int)Math.Clamp(third, 0, 65_535)),
                    2 => new XrefEntry(XrefKind.InStream, second, (int)Math.Clamp(third, 0, MostObjects)),
                    _ => default,
                };
            }
        }

        return entries;
    }

    private static long Field(byte[] data, ref int at, int width)
    {
        var value = 0L;
        for (var end = at + width; at < end; at++)
        {
            value = (value << 8) | data[at];
        }

        return value;
    }

    private static void Guard(long first, long count)
    {
        if (first < 0 || count < 0 || first + count > MostObjects)
        {
            throw new PdfFormatException("A table of cross references names impossible objects.");
        }
    }

    private static PdfFormatException Damaged(long place) => new($"The table of cross references at {place} is damaged.");
}
