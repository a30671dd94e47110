using System.IO.Compression;

namespace GovPortal.Signatures.Pdf;

/// <summary>Unpacks streams of cross references and objects: Flate with PNG predictors, which is all that such streams are written with (ISO 32000-1, 7.4.4).</summary>
internal static class Unpacking
{
    /// <exception cref="PdfFormatException">It is packed in another way, or damaged.</exception>
    /// <exception cref="TooCostlyException">It unpacks to more than <see cref="Budget.MostUnpacked"/>.</exception>
    public static byte[] Unpack(PdfStream stream)
    {
        if (stream.Count > Budget.MostUnpacked)
        {
            throw new TooCostlyException("A table of the file is too large.");
        }

        var data = stream.Bytes.Read(stream.From, (int)stream.Count);
        var filter = stream.Dictionary["Filter"] is PdfArray { Items: [var only] } ? only : stream.Dictionary["Filter"];
        var settings = (stream.Dictionary["DecodeParms"] is PdfArray { Items: [var first, ..] } ? first : stream.Dictionary["DecodeParms"]) as PdfDictionary ?? PdfDictionary.Empty;
        return filter switch
        {
            PdfNull or PdfArray { Items: [] } => data,
            PdfName { Value: "FlateDecode" or "Fl" } => Unpredict(Inflate(data), settings),
            _ => throw new PdfFormatException("A table of the file is packed in an unusual way."),
        };
    }

    private static byte[] Inflate(byte[] data)
    {
        try
        {
            using var packed = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var piece = new byte[1 << 15];
            for (int read; (read = packed.Read(piece)) > 0;)
            {
                plain.Write(piece, 0, read);
                if (plain.Length > Budget.MostUnpacked)
                {
                    throw new TooCostlyException("A table of the file unpacks to too much.");
                }
            }

            return plain.ToArray();
        }
        catch (InvalidDataException fault)
        {
            throw new PdfFormatException("A table of the file is damaged.", fault);
        }
    }

    private static byte[] Unpredict(byte[] data, PdfDictionary settings)
    {
        if (Setting(settings, "Predictor", 1) < 10)
        {
            return data;
        }

        var width = Setting(settings, "Columns", 1) * Setting(settings, "Colors", 1) * Setting(settings, "BitsPerComponent", 8);
        var row = (int)Math.Clamp((width + 7) / 8, 1, 1 << 20);
        var step = (int)Math.Max(1, Setting(settings, "Colors", 1) * Setting(settings, "BitsPerComponent", 8) / 8);
        var rows = data.Length / (row + 1);
        var plain = new byte[rows * row];
        for (var i = 0; i < rows; i++)
        {
            var above = i == 0 ? new byte[row] : plain.AsSpan((i - 1) * row, row);
            Row(data[i * (row + 1)], data.AsSpan((i * (row + 1)) + 1, row), above, plain.AsSpan(i * row, row), step);
        }

        return plain;
    }

    // The filters of PNG (RFC 2083, 6).
    private static void Row(byte kind, ReadOnlySpan<byte> packed, ReadOnlySpan<byte> above, Span<byte> plain, int step)
    {
        for (var i = 0; i < plain.Length; i++)
        {
            int left = i >= step ? plain[i - step] : 0, corner = i >= step ? above[i - step] : 0;
            plain[i] = (byte)(packed[i] + kind switch
            {
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                4 => Paeth(left, above[i], corner),
                _ => 0,
            });
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        var (a, b, c) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - (2 * corner)));
        return a <= b && a <= c ? left : b <= c ? above : corner;
    }

    private static long Setting(PdfDictionary settings, string key, long usual) => settings[key] is PdfNumber { Whole: > 0 and < 1 << 20 and var said } ? said : usual;
}
