namespace GovPortal.Signatures.Pdf;

/// <summary>A PDF as it is read when the file ends at a certain place: updates appended later are not there yet.</summary>
internal sealed class PdfState
{
    // Unpacked streams of objects that are held at once, in bytes.
    private const int MostHeld = 32 << 20;
    private const int DeepestReferences = 32;

    private readonly FileBytes bytes;
    private readonly Dictionary<int, XrefEntry> entries = [];
    private readonly Dictionary<long, ObjectStream> streams = [];
    private int held;
    private int depth;

    private PdfState(FileBytes bytes, long end, long readFrom, IReadOnlyList<XrefSection> chain)
    {
        (this.bytes, End, ReadFrom, Chain) = (bytes, end, readFrom, chain);
        foreach (var (number, entry) in chain.Reverse().SelectMany(section => section.Entries))
        {
            bytes.Budget.Spend();
            entries[number] = entry;
        }
    }

    public long End { get; }

    /// <summary>The place where it is said at which table reading begins.</summary>
    public long ReadFrom { get; }

    public IReadOnlyList<XrefSection> Chain { get; }

    public PdfDictionary Trailer => Chain[0].Trailer;

    public PdfDictionary Catalog => Resolve(Trailer["Root"]) as PdfDictionary ?? throw new PdfFormatException("The file has no catalog.");

    /// <summary>Numbers of objects there are.</summary>
    public IEnumerable<int> Numbers => entries.Where(e => e.Value.Kind != XrefKind.Free).Select(e => e.Key);

    /// <param name="end">Where the file ends, or ended then.</param>
    /// <param name="within">How far before the end its start of reading may stand.</param>
    /// <exception cref="PdfFormatException">No table of cross references is found, or one is damaged.</exception>
    public static PdfState At(FileBytes bytes, XrefReader tables, long end, long within)
    {
        var word = bytes.LastIndexOf("startxref"u8, end, within);
        if (word < 0)
        {
            throw new PdfFormatException("The place where reading begins is not said.");
        }

        var start = new PdfParser(bytes, word + "startxref".Length).TakeWhole();
        return start < word ? new PdfState(bytes, end, word, tables.Chain(start)) : throw new PdfFormatException("The place where reading begins is not within the file.");
    }

    public XrefEntry EntryOf(int number) => entries.GetValueOrDefault(number);

    /// <summary>The object itself where a value refers to one; null where there is none.</summary>
    /// <exception cref="PdfFormatException">Another object stands at its place.</exception>
    public PdfValue Resolve(PdfValue value)
    {
        for (var i = 0; value is PdfReference reference; i++)
        {
            value = i < DeepestReferences ? Object(reference.Number) : throw new PdfFormatException("References lead in a circle.");
        }

        return value;
    }

    public PdfValue Object(int number)
    {
        bytes.Budget.Spend();
        if (++depth > DeepestReferences)
        {
            throw new PdfFormatException("Objects need each other in a circle.");
        }

        try
        {
            var entry = EntryOf(number);
            return entry.Kind switch
            {
                XrefKind.InFile when entry.Place < End => IndirectObject.Read(bytes, entry.Place, number, Resolve),
                XrefKind.InStream => StreamAt((int)Math.Min(entry.Place, int.MaxValue)).Object(number, entry.Extra),
                _ => PdfNull.Value,
            };
        }
        finally
        {
            depth--;
        }
    }

    public PdfDictionary Dictionary(PdfValue value) => Resolve(value) as PdfDictionary ?? PdfDictionary.Empty;

    public IReadOnlyList<PdfValue> Items(PdfValue value) => Resolve(value) is PdfArray array ? array.Items : [];

    private ObjectStream StreamAt(int number)
    {
        var place = EntryOf(number);
        if (place.Kind != XrefKind.InFile)
        {
            throw new PdfFormatException($"Object {number} should hold others.");
        }

        if (!streams.TryGetValue(place.Place, out var stream))
        {
            if (held > MostHeld)
            {
                streams.Clear();
                held = 0;
            }

            stream = streams[place.Place] = ObjectStream.Open(Object(number), bytes.Budget, Resolve);
            held += stream.Size;
        }

        return stream;
    }
}

/// <summary>A stream that holds objects (ISO 32000-1, 7.5.7).</summary>
internal sealed class ObjectStream
{
    private const int MostObjects = 100_000;

    private readonly FileBytes data;
    private readonly (int Number, long Place)[] index;

    private ObjectStream(FileBytes data, (int Number, long Place)[] index) => (this.data, this.index) = (data, index);

    public int Size => (int)data.Length;

    public static ObjectStream Open(PdfValue value, Budget budget, Func<PdfValue, PdfValue> resolve)
    {
        if (value is not PdfStream stream || !stream.Dictionary.Is("Type", "ObjStm")
            || resolve(stream.Dictionary["N"]) is not PdfNumber { Whole: >= 0 and <= MostObjects and var count }
            || resolve(stream.Dictionary["First"]) is not PdfNumber { Whole: >= 0 and var first })
        {
            throw new PdfFormatException("A stream of objects is damaged.");
        }

        var data = new FileBytes(new MemoryStream(Unpacking.Unpack(stream)), budget);
        var parser = new PdfParser(data, 0);
        var index = new (int, long)[count];
        for (var i = 0; i < count; i++)
        {
            index[i] = ((int)Math.Clamp(parser.TakeWhole(), 0, int.MaxValue), first + parser.TakeWhole());
        }

        return new ObjectStream(data, index);
    }

    public PdfValue Object(int number, int rank) =>
        rank < index.Length && index[rank].Number == number ? new PdfParser(data, index[rank].Place).Value() : throw new PdfFormatException($"Object {number} does not stand where it should.");
}
