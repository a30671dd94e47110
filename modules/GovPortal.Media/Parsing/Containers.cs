using System.IO.Compression;
using System.Text;
using System.Xml;

namespace GovPortal.Media.Parsing;

/// <summary>Tells archives and XML files apart without unpacking them, in the parser process alone: a small one may hold millions of entries.</summary>
internal static class Containers
{
    private const int MostEntries = 10_000;

    // XML of an office file shrinks to a thirtieth; what shrinks to a two-hundredth and is large holds nothing but repetition.
    private const int MostTimesLarger = 200;
    private const long LargeUnpacked = 200L << 20;

    private const int DeepestXml = 500;
    private const int LongestMediaType = 100;

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="XmlException">It is no XML.</exception>
    public static ParserAnswer Inspect(byte[] bytes) => bytes.AsSpan().StartsWith("PK"u8) ? OfZip(bytes) : OfXml(bytes);

    private static ParserAnswer OfZip(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (zip.Entries.Count > MostEntries || IsBomb(zip, bytes.Length))
        {
            return new ParserAnswer { Refusal = "media.refused.zip-bomb" };
        }

        var ending = zip.GetEntry("word/document.xml") is not null ? ".docx"
            : zip.GetEntry("xl/workbook.xml") is not null ? ".xlsx"
            : zip.GetEntry("ppt/presentation.xml") is not null ? ".pptx"
            : OpenDocument(zip) ?? ".zip";
        return zip.Entries.Any(entry => HoldsMacros(entry, ending)) ? new ParserAnswer { Refusal = "media.refused.macros" } : new ParserAnswer { Ending = ending };
    }

    private static bool IsBomb(ZipArchive zip, long packed)
    {
        var unpacked = zip.Entries.Aggregate(0.0, (sum, entry) => sum + Math.Max(0, entry.Length));
        return unpacked > LargeUnpacked && unpacked > (double)packed * MostTimesLarger;
    }

    // The first entry says what it is (OpenDocument 1.3, part 2, 3.3).
    private static string? OpenDocument(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { } said)
        {
            return null;
        }

        // However long the archive says it is.
        var letters = new byte[LongestMediaType];
        using var stream = said.Open();
        return FileKind.EndingOfOpenDocument(Encoding.ASCII.GetString(letters, 0, stream.ReadAtLeast(letters, letters.Length, throwOnEndOfStream: false)).Trim());
    }

    private static bool HoldsMacros(ZipArchiveEntry entry, string ending) =>
        entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || ending is ".odt" or ".ods" or ".odp" && (entry.FullName.StartsWith("Basic/", StringComparison.Ordinal) || entry.FullName.StartsWith("Scripts/", StringComparison.Ordinal));

    // Read forward. A document type may name entities that unfold for ever in the programs of whoever opens the file.
    private static ParserAnswer OfXml(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            if (reader.Depth > DeepestXml)
            {
                return new ParserAnswer { Refusal = "media.refused.damaged" };
            }
        }

        return new ParserAnswer { Ending = ".xml" };
    }
}
