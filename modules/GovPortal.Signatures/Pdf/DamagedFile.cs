namespace GovPortal.Signatures.Pdf;

/// <summary>Finds signatures in a file whose tables cannot be read, by the ranges that stand in it.</summary>
internal static class DamagedFile
{
    public static IEnumerable<FoundSignature> Find(FileBytes bytes)
    {
        var key = "/ByteRange"u8.ToArray();
        for (var at = bytes.IndexOf(key, 0, bytes.Length); at >= 0; at = bytes.IndexOf(key, at + 1, bytes.Length))
        {
            if (Read(bytes, at + key.Length) is { } dictionary)
            {
                yield return new FoundSignature("", 0, dictionary, true);
            }
        }
    }

    private static PdfDictionary? Read(FileBytes bytes, long at)
    {
        try
        {
            if (new PdfParser(bytes, at).Value() is not PdfArray { Items: [_, PdfNumber { Whole: { } gap }, _, _] } range)
            {
                return null;
            }

            var entries = new Dictionary<string, PdfValue> { ["ByteRange"] = range };
            if (bytes.At(gap) == '<' && new PdfParser(bytes, gap).Value() is PdfString value)
            {
                entries["Contents"] = value;
            }

            return new PdfDictionary(entries, false);
        }
        catch (PdfFormatException)
        {
            return null;
        }
    }
}
