using System.Globalization;
using System.Text;
using GovPortal.Signatures.Pdf;

namespace GovPortal.Signatures.Signing;

/// <summary>Writes objects and a table of cross references to the end of a PDF, in the manner in which its last table was written; what stood before stays byte for byte.</summary>
internal sealed class PdfUpdate(PdfState state, long length)
{
    private static readonly string[] Kept = ["Root", "Info", "ID"];

    private readonly SortedDictionary<int, string> objects = [];

    /// <summary>A number that no object has.</summary>
    public int NextNumber { get; private set; } = (int)Math.Max(state.Trailer["Size"] is PdfNumber { Whole: > 0 and < int.MaxValue and { } size } ? size : 1, state.Numbers.DefaultIfEmpty().Max() + 1L);

    public int Add(string body)
    {
        objects[NextNumber] = body;
        return NextNumber++;
    }

    public void Put(int number, string body) => objects[number] = body;

    /// <summary>The bytes to append, and where the object with a number stands in the whole file.</summary>
    public (byte[] Bytes, Func<int, long> PlaceOf) Write()
    {
        var bytes = new MemoryStream();
        var places = new SortedDictionary<int, long>();
        Append(bytes, "\n");
        foreach (var (number, body) in objects)
        {
            places[number] = length + bytes.Length;
            Append(bytes, $"{number} {GenerationOf(number)} obj\n{body}\nendobj\n");
        }

        var table = length + bytes.Length;
        var isStream = state.Chain[0].Trailer.Is("Type", "XRef");
        Append(bytes, isStream ? StreamTable(places, table) : PlainTable(places));
        Append(bytes, $"startxref\n{table.ToString(CultureInfo.InvariantCulture)}\n%%EOF\n");
        return (bytes.ToArray(), number => places[number]);
    }

    private int GenerationOf(int number) => state.EntryOf(number) is { Kind: XrefKind.InFile, Extra: var generation } ? generation : 0;

    private string PlainTable(SortedDictionary<int, long> places)
    {
        var text = new StringBuilder("xref\n");
        foreach (var (number, place) in places)
        {
            text.Append(CultureInfo.InvariantCulture, $"{number} 1\n{place:D10} {GenerationOf(number):D5} n \n");
        }

        return text.Append("trailer\n").Append(Trailer("")).Append('\n').ToString();
    }

    private string StreamTable(SortedDictionary<int, long> places, long table)
    {
        var own = NextNumber++;
        places[own] = table;
        var data = new StringBuilder();
        foreach (var (number, place) in places)
        {
            data.Append("01").Append(place.ToString("X16", CultureInfo.InvariantCulture)).Append(GenerationOf(number).ToString("X4", CultureInfo.InvariantCulture));
        }

        var index = string.Join(' ', places.Keys.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n} 1")));
        var plain = Encoding.Latin1.GetString(Convert.FromHexString(data.ToString()));
        return string.Create(CultureInfo.InvariantCulture, $"{own} 0 obj\n{Trailer($"/Type /XRef /W [1 8 2] /Index [{index}] /Length {plain.Length}")}\nstream\n{plain}\nendstream\nendobj\n");
    }

    private string Trailer(string more)
    {
        var kept = Kept.Where(key => state.Trailer[key] is not PdfNull).Select(key => $"/{key} {PdfText.Of(state.Trailer[key])}");
        return string.Create(CultureInfo.InvariantCulture, $"<< /Size {NextNumber} {string.Join(' ', kept)} /Prev {state.Chain[0].Place} {more} >>");
    }

    private static void Append(MemoryStream bytes, string text) => bytes.Write(Encoding.Latin1.GetBytes(text));
}

/// <summary>Values as a PDF writes them.</summary>
internal static class PdfText
{
    public static string Of(PdfValue value) => value switch
    {
        PdfBoolean boolean => boolean.Value ? "true" : "false",
        PdfNumber number => number.Value.ToString("0.##########", CultureInfo.InvariantCulture),
        PdfName name => Name(name.Value),
        PdfString text => $"<{Convert.ToHexString(text.Bytes)}>",
        PdfReference reference => Reference(reference.Number, reference.Generation),
        PdfArray array => $"[{string.Join(' ', array.Items.Select(Of))}]",
        PdfDictionary dictionary => $"<< {string.Join(' ', dictionary.Entries.Select(e => $"{Name(e.Key)} {Of(e.Value)}"))} >>",
        _ => "null",
    };

    /// <summary>A dictionary with one value changed or added.</summary>
    public static PdfDictionary With(this PdfDictionary dictionary, string key, PdfValue value) => new(new Dictionary<string, PdfValue>(dictionary.Entries) { [key] = value }, false);

    public static string Reference(int number, int generation = 0) => string.Create(CultureInfo.InvariantCulture, $"{number} {generation} R");

    /// <summary>A text string: UTF-16 with its mark, in hexadecimal digits.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static string Name(string name)
    {
        var text = new StringBuilder("/");
        foreach (var sign in name)
        {
            _ = sign is > '!' and <= '~' and not ('#' or '/' or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '%')
                ? text.Append(sign) : text.Append(CultureInfo.InvariantCulture, $"#{(int)sign & 0xFF:X2}");
        }

        return text.ToString();
    }
}
