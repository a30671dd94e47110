using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace GovPortal.Signatures.Tests;

/// <summary>A small PDF that grows by updates, as programs write them; tests write bad ones with it too.</summary>
internal sealed class TestPdf
{
    public const int Catalog = 1;
    public const int Page = 3;
    public const int Contents = 4;
    public const int Info = 5;

    private readonly List<byte> bytes = [];
    private readonly List<int> fields = [];
    private readonly List<int> notes = [];
    private string catalogExtra = "";
    private string lastTrailer = "/Root 1 0 R /Info 5 0 R";

    private readonly string contents;

    /// <param name="contents">What its page shows.</param>
    public TestPdf(string contents = "4 0 R")
    {
        this.contents = contents;
        Write("%PDF-1.7\n%âãÏÓ\n");
        Update([(Catalog, "<< /Type /Catalog /Pages 2 0 R >>"), (2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), (Page, PageOf("", contents)), (Contents, Stream("BT /F1 12 Tf 72 700 Td (So tien: 100 dong) Tj ET")), (Info, "<< /Title (Quyet dinh) /Producer (Test) >>")]);
    }

    public int Next { get; private set; } = 6;

    public long LastTable { get; private set; } = -1;

    public byte[] Bytes => [.. bytes];

    private Span<byte> Span => CollectionsMarshal.AsSpan(bytes);

    public static string Stream(string data, string extra = "") => $"<< /Length {data.Length} {extra} >>\nstream\n{data}\nendstream";

    public static string PageOf(string extra, string contents = "4 0 R") => $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {contents} {extra} >>";

    public TestPdf Append(string text)
    {
        Write(text);
        return this;
    }

    /// <summary>Writes objects, a table of cross references and a trailer to the end.</summary>
    public TestPdf Update((int Number, string Body)[] objects, string? trailer = null, long? previous = null)
    {
        var places = new List<(int Number, long Place)>();
        foreach (var (number, body) in objects)
        {
            places.Add((number, bytes.Count));
            Write($"{number} 0 obj\n{body}\nendobj\n");
            Next = Math.Max(Next, number + 1);
        }

        long table = bytes.Count;
        Write("xref\n");
        foreach (var (number, place) in places)
        {
            Write($"{number} 1\n{place:D10} 00000 n \n");
        }

        lastTrailer = trailer ?? lastTrailer;
        var before = previous ?? LastTable;
        Write($"trailer\n<< /Size {Next} {lastTrailer} {(before >= 0 ? $"/Prev {before}" : "")} >>\nstartxref\n{table}\n%%EOF\n");
        LastTable = table;
        return this;
    }

    /// <summary>Adds a field with a signature in an update of its own.</summary>
    /// <param name="sign">From the covered bytes to the signature's value.</param>
    /// <param name="value">The signature's value, where it does not depend on what is covered.</param>
    /// <param name="permission">Of a certifying signature (DocMDP).</param>
    /// <param name="range">What to say is covered, from the real range.</param>
    public TestPdf Sign(Func<byte[], byte[]> sign, int permission = 0, string subFilter = "ETSI.CAdES.detached", string extra = "", Func<long[], long[]>? range = null, byte[]? value = null)
    {
        var placeForValue = value is null ? 12_000 : value.Length * 2;
        var (dictionary, field) = (Next, Next + 1);
        fields.Add(field);
        notes.Add(field);
        catalogExtra += permission > 0 ? $" /Perms << /DocMDP {dictionary} 0 R >>" : "";
        var reference = permission > 0 ? $"/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P {permission} /V /1.2 >> >>]" : "";
        long start = bytes.Count;
        Update([
            (dictionary, $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /{subFilter} /ByteRange [0 ********** ********** **********] {reference} {extra} /M (D:20260302100000+07'00') /Contents <{new string('0', placeForValue)}> >>"),
            (field, $"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature{fields.Count}) /V {dictionary} 0 R /P 3 0 R /F 132 /Rect [0 0 0 0] >>"),
            (Page, PageOf($"/Annots [{Refs(notes)}]", contents)),
            (Catalog, $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{Refs(fields)}] /SigFlags 3 >> {catalogExtra} >>"),
        ]);
        Fill(start, placeForValue, content => value ?? sign(content()), range);
        return this;
    }

    /// <summary>Adds a field that can be filled in, before anything is signed.</summary>
    public TestPdf AddTextField()
    {
        fields.Add(Next);
        notes.Add(Next);
        return Update([(Next, TextField("")), (Page, PageOf($"/Annots [{Refs(notes)}]", contents)), (Catalog, CatalogWith(""))]);
    }

    public static string TextField(string value) => $"<< /Type /Annot /Subtype /Widget /FT /Tx /T (Ghi) /P 3 0 R /Rect [0 0 9 9] /V ({value}) >>";

    /// <summary>Adds what a file keeps for later checks.</summary>
    public TestPdf Keep(string dictionary)
    {
        catalogExtra += $" /DSS << {dictionary} >>";
        return Update([(Catalog, $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{Refs(fields)}] /SigFlags 3 >> {catalogExtra} >>")]);
    }

    /// <summary>The catalog as it stands, with something changed in it.</summary>
    public string CatalogWith(string extra) => $"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{Refs(fields)}] /SigFlags 3 >> {catalogExtra} {extra} >>";

    public string NotesWith(int added) => PageOf($"/Annots [{Refs([.. notes, added])}]");

    private static string Refs(IEnumerable<int> numbers) => string.Join(' ', numbers.Select(n => $"{n} 0 R"));

    private void Fill(long start, int placeForValue, Func<Func<byte[]>, byte[]> sign, Func<long[], long[]>? range)
    {
        var tail = Encoding.Latin1.GetString(Span[(int)start..]);
        var gap = start + tail.IndexOf("/Contents <0", StringComparison.Ordinal) + "/Contents ".Length;
        var end = gap + placeForValue + 2;
        long[] real = [0, gap, end, bytes.Count - end];
        var said = string.Join(' ', (range?.Invoke(real) ?? real).Select(n => n.ToString(CultureInfo.InvariantCulture)));
        Put(start + tail.IndexOf("[0 *", StringComparison.Ordinal), $"[{said}]".PadRight(36));
        Put(gap + 1, Convert.ToHexString(sign(() => [.. Span[..(int)gap], .. Span[(int)end..]])));
    }

    private void Put(long place, string text) => Encoding.Latin1.GetBytes(text, Span[(int)place..]);

    private void Write(string text) => bytes.AddRange(Encoding.Latin1.GetBytes(text));
}
