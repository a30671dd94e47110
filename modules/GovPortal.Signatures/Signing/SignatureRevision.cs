using System.Globalization;
using System.Text;
using GovPortal.Signatures.Pdf;

namespace GovPortal.Signatures.Signing;

/// <summary>A PDF with a further field for a signature, whose value is still to be filled in (ISO 32000-2, 12.8; ETSI EN 319 142-1).</summary>
/// <param name="Range">What the signature covers: everything but its own value.</param>
internal sealed record SignatureRevision(byte[] File, long[] Range)
{
    /// <summary>Room for the value in bytes: a signature with its certificates and a time stamp.</summary>
    private const int Room = 24 << 10;

    private const string NoRange = "[0 ********** ********** **********]";
    private const int MostPageLevels = 64;

    /// <summary>What is covered, in one piece.</summary>
    public byte[] Covered => [.. File.AsSpan(0, (int)Range[1]), .. File.AsSpan((int)Range[2])];

    /// <exception cref="SigningRefusedException">The file cannot be signed: it is locked, or its certifying signature lets nobody sign.</exception>
    /// <exception cref="PdfFormatException">It is no PDF, or is damaged.</exception>
    public static SignatureRevision Of(byte[] original, SigningWish wish, DateTimeOffset at)
    {
        using var bytes = new FileBytes(new MemoryStream(original), new Budget(Budget.UsualTime));
        var state = PdfState.At(bytes, new XrefReader(bytes), bytes.Length, bytes.Length);
        if (state.Trailer["Encrypt"] is not PdfNull)
        {
            throw new SigningRefusedException("The file is encrypted. Sign it without a password.");
        }

        if (PdfSignatures.Read(bytes).All.Any(c => c.Permission == 1))
        {
            throw new SigningRefusedException("The file is certified, and whoever certified it lets nobody sign after them.");
        }

        var update = new PdfUpdate(state, bytes.Length);
        var value = update.Add(ValueOf(wish, at));
        var (page, pageValue) = FirstPage(state);
        var field = update.Add($"<< /Type /Annot /Subtype /Widget /FT /Sig /T {PdfText.Text(FreeName(state))} /V {PdfText.Reference(value)} /P {PdfText.Reference(page)} /F 132 /Rect [0 0 0 0] >>");
        AddTo(state, update, page, pageValue, "Annots", field);
        AddToForm(state, update, field);
        var (added, placeOf) = update.Write();
        return Filled([.. original, .. added], placeOf(value));
    }

    /// <summary>The file with the signature's value in its place.</summary>
    /// <exception cref="SigningRefusedException">It is larger than the room that was left.</exception>
    public byte[] With(byte[] value)
    {
        if (value.Length > Room)
        {
            throw new SigningRefusedException($"The signature has {value.Length} bytes; there is room for {Room}. Leave certificates out of the PKCS #12 file that nobody needs.");
        }

        var signed = (byte[])File.Clone();
        Encoding.ASCII.GetBytes(Convert.ToHexString(value), signed.AsSpan((int)Range[1] + 1));
        return signed;
    }

    private static string ValueOf(SigningWish wish, DateTimeOffset at)
    {
        var moment = at.UtcDateTime.ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture);
        var words = new[] { ("Reason", wish.Reason), ("Location", wish.Location), ("Name", wish.Name) }.Where(w => !string.IsNullOrWhiteSpace(w.Item2)).Select(w => $"/{w.Item1} {PdfText.Text(w.Item2!)}");
        return $"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange {NoRange} /Contents <{new string('0', Room * 2)}> /M ({moment}) {string.Join(' ', words)} >>";
    }

    private static SignatureRevision Filled(byte[] file, long place)
    {
        var text = Encoding.Latin1.GetString(file.AsSpan((int)place, 512));
        var gap = place + text.IndexOf("/Contents <", StringComparison.Ordinal) + "/Contents ".Length;
        long[] range = [0, gap, gap + 2 + (Room * 2), file.Length - (gap + 2 + (Room * 2))];
        var said = $"[{string.Join(' ', range.Select(n => n.ToString(CultureInfo.InvariantCulture)))}]".PadRight(NoRange.Length);
        Encoding.ASCII.GetBytes(said, file.AsSpan((int)place + text.IndexOf(NoRange, StringComparison.Ordinal)));
        return new SignatureRevision(file, range);
    }

    private static (int Number, PdfDictionary Page) FirstPage(PdfState state)
    {
        var next = state.Catalog["Pages"];
        for (var level = 0; level < MostPageLevels && next is PdfReference reference; level++)
        {
            var node = state.Dictionary(next);
            if (node.Is("Type", "Page"))
            {
                return (reference.Number, node);
            }

            next = state.Items(node["Kids"]).FirstOrDefault() ?? PdfNull.Value;
        }

        throw new PdfFormatException("The file has no page.");
    }

    private static void AddToForm(PdfState state, PdfUpdate update, int field)
    {
        var root = (PdfReference)state.Trailer["Root"];
        var form = state.Dictionary(state.Catalog["AcroForm"]);
        var flagged = form.With("SigFlags", new PdfNumber(3));
        if (state.Catalog["AcroForm"] is PdfReference own)
        {
            AddTo(state, update, own.Number, flagged, "Fields", field);
        }
        else
        {
            var fields = Longer(state, update, flagged["Fields"], field);
            update.Put(root.Number, PdfText.Of(state.Catalog.With("AcroForm", flagged.With("Fields", fields))));
        }
    }

    private static void AddTo(PdfState state, PdfUpdate update, int holder, PdfDictionary dictionary, string key, int added)
    {
        var list = Longer(state, update, dictionary[key], added);
        if (!PdfSameness.Same(list, dictionary[key]) || dictionary[key] is not PdfReference)
        {
            update.Put(holder, PdfText.Of(dictionary.With(key, list)));
        }
        else if (!PdfSameness.Same(dictionary, state.Object(holder)))
        {
            update.Put(holder, PdfText.Of(dictionary));
        }
    }

    // A list that is an object of its own is written anew under its number, and the reference to it stays.
    private static PdfValue Longer(PdfState state, PdfUpdate update, PdfValue list, int added)
    {
        var longer = new PdfArray([.. state.Items(list), new PdfReference(added, 0)]);
        if (list is not PdfReference reference || state.Resolve(list) is not PdfArray)
        {
            return longer;
        }

        update.Put(reference.Number, PdfText.Of(longer));
        return list;
    }

    private static string FreeName(PdfState state)
    {
        var taken = state.Items(state.Dictionary(state.Catalog["AcroForm"])["Fields"]).Select(f => state.Dictionary(f)["T"]).OfType<PdfString>().Select(t => SignatureFields.Words(t.Bytes)).ToHashSet();
        return Enumerable.Range(1, taken.Count + 1).Select(n => string.Create(CultureInfo.InvariantCulture, $"Signature{n}")).First(name => !taken.Contains(name));
    }
}

/// <summary>What a signature says besides who and when.</summary>
public sealed record SigningWish(string? Reason = null, string? Location = null, string? Name = null);

/// <summary>Why something is not signed, as a sentence.</summary>
public sealed class SigningRefusedException(string message, Exception? inner = null) : Exception(message, inner);
