using System.Text;

namespace GovPortal.Signatures.Pdf;

/// <summary>A signature as it stands in a file, not yet looked at.</summary>
/// <param name="Field">Name of the form field that holds it.</param>
/// <param name="Holder">Number of the object in which its dictionary stands.</param>
/// <param name="StandsInFile">False where its dictionary lies packed within a stream, where no signature can lie.</param>
internal sealed record FoundSignature(string Field, int Holder, PdfDictionary Dictionary, bool StandsInFile)
{
    public PdfString? Contents => Dictionary["Contents"] as PdfString;

    /// <summary>The four numbers of the covered range; null where they are not four whole numbers.</summary>
    public long[]? ByteRange => Dictionary["ByteRange"] is PdfArray { Items: [PdfNumber { Whole: { } a }, PdfNumber { Whole: { } b }, PdfNumber { Whole: { } c }, PdfNumber { Whole: { } d }] } ? [a, b, c, d] : null;

    public string SubFilter => Dictionary["SubFilter"] is PdfName name ? name.Value : "";

    /// <summary>It stamps the time of the whole document, and is nobody's consent.</summary>
    public bool IsTimeStamp => SubFilter == "ETSI.RFC3161";

    /// <summary>Where its range ends; 0 where it has none.</summary>
    public long End => ByteRange is [_, _, var from, var count] && from >= 0 && count >= 0 && from < long.MaxValue - count ? from + count : 0;
}

/// <summary>Finds the signatures of a PDF through its form, as reading programs do (ISO 32000-1, 12.7 and 12.8).</summary>
internal static class SignatureFields
{
    /// <summary>Fields that are walked through.</summary>
    private const int MostFields = 100_000;

    public static IReadOnlyList<FoundSignature> Find(PdfState state)
    {
        var found = new List<FoundSignature>();
        var waiting = new Stack<(PdfValue Field, string Name, string Kind)>(state.Items(state.Dictionary(state.Catalog["AcroForm"])["Fields"]).Select(f => (f, "", "")).Reverse());
        var seen = new HashSet<int>();
        for (var i = 0; waiting.TryPop(out var next) && i < MostFields; i++)
        {
            var number = next.Field is PdfReference reference ? reference.Number : 0;
            if (number != 0 && !seen.Add(number))
            {
                continue;
            }

            var field = state.Dictionary(next.Field);
            var name = field["T"] is PdfString t ? (next.Name.Length > 0 ? $"{next.Name}." : "") + Words(t.Bytes) : next.Name;
            var kind = field["FT"] is PdfName ft ? ft.Value : next.Kind;
            if (kind == "Sig")
            {
                Add(state, found, name, field["V"], number);
            }

            foreach (var kid in state.Items(field["Kids"]).Reverse())
            {
                waiting.Push((kid, name, kind));
            }
        }

        // The certifying signature also stands beside the form.
        Add(state, found, "", state.Dictionary(state.Catalog["Perms"])["DocMDP"], 0);
        if (found.Count == 0)
        {
            FindLost(state, found);
        }

        return [.. found.OrderBy(s => s.End)];
    }

    /// <summary>Words of a text string: UTF-16, UTF-8 or Latin letters.</summary>
    public static string Words(byte[] text) => (text switch
    {
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(text.AsSpan(2)),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(text.AsSpan(2)),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(text.AsSpan(3)),
        _ => Encoding.Latin1.GetString(text),
    }).Trim('\0', ' ');

    // A file that was written anew without its form may still show the marks of signatures on its pages.
    private static void FindLost(PdfState state, List<FoundSignature> found)
    {
        foreach (var number in state.Numbers.Order())
        {
            if (ReadOrNull(state, number) is PdfDictionary dictionary && (dictionary.Is("FT", "Sig") || (dictionary.Is("Type", "Sig") && dictionary["ByteRange"] is PdfArray)))
            {
                Add(state, found, dictionary["T"] is PdfString name ? Words(name.Bytes) : "", dictionary.Is("FT", "Sig") ? dictionary["V"] : new PdfReference(number, 0), number);
            }
        }
    }

    private static PdfValue? ReadOrNull(PdfState state, int number)
    {
        try
        {
            return state.Object(number);
        }
        catch (PdfFormatException)
        {
            return null;
        }
    }

    private static void Add(PdfState state, List<FoundSignature> found, string name, PdfValue value, int field)
    {
        var holder = value is PdfReference reference ? reference.Number : field;
        if (state.Resolve(value) is PdfDictionary dictionary && !found.Exists(f => f.Holder == holder))
        {
            found.Add(new FoundSignature(name, holder, dictionary, state.EntryOf(holder).Kind == XrefKind.InFile));
        }
    }
}
