namespace GovPortal.Signatures.Pdf;

/// <summary>An object of its own in the file: <c>12 0 obj … endobj</c> (ISO 32000-1, 7.3.10).</summary>
internal static class IndirectObject
{
    /// <summary>Reads the object that stands at a place.</summary>
    /// <param name="number">Which must stand there; null takes any.</param>
    /// <param name="resolve">Finds the length of a stream where it is an object of its own.</param>
    /// <exception cref="PdfFormatException">Another object, or none, stands there.</exception>
    public static PdfValue Read(FileBytes bytes, long place, int? number, Func<PdfReference, PdfValue> resolve)
    {
        var parser = new PdfParser(bytes, place);
        parser.SkipSpace();
        var found = parser.TakeWhole();
        parser.TakeWhole();
        if (!parser.Take("obj"u8) || (number is { } wanted && found != wanted))
        {
            throw new PdfFormatException($"Object {number} should stand at {place}.");
        }

        var value = parser.Value();
        return value is PdfDictionary dictionary && parser.Take("stream"u8) ? Stream(bytes, parser.Place, dictionary, resolve) : value;
    }

    private static PdfStream Stream(FileBytes bytes, long afterWord, PdfDictionary dictionary, Func<PdfReference, PdfValue> resolve)
    {
        var from = afterWord;
        from += bytes.At(from) == '\r' ? 1 : 0;
        from += bytes.At(from) == '\n' ? 1 : 0;
        var length = dictionary["Length"] is PdfReference reference ? resolve(reference) : dictionary["Length"];
        if (length is not PdfNumber { Whole: >= 0 and var count } || count > bytes.Length - from)
        {
            throw new PdfFormatException($"The stream at {afterWord} does not say how long it is.");
        }

        // A length that ends elsewhere than the stream lets programs see different contents.
        var end = new PdfParser(bytes, from + count);
        return end.Take("endstream"u8) ? new PdfStream(dictionary, bytes, from, count) : throw new PdfFormatException($"The stream at {afterWord} does not end where it says.");
    }
}
