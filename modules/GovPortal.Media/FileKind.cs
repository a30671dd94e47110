using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace GovPortal.Media;

/// <summary>What a file is by its bytes, whatever its name says.</summary>
/// <param name="MediaType">As browsers are told.</param>
/// <param name="Ending">The one its name gets, with the dot.</param>
public sealed record FileKind(string MediaType, string Ending)
{
    // Readers other than browsers allow a few lines before it (ISO 32000-1, annex H).
    private const int PdfHeaderWithin = 1024;

    private static readonly FileKind Jpeg = new("image/jpeg", ".jpg");
    private static readonly FileKind Png = new("image/png", ".png");
    private static readonly FileKind WebP = new("image/webp", ".webp");
    private static readonly FileKind Gif = new("image/gif", ".gif");
    private static readonly FileKind Avif = new("image/avif", ".avif");
    private static readonly FileKind Pdf = new("application/pdf", ".pdf");
    private static readonly FileKind Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");
    private static readonly FileKind Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    private static readonly FileKind Pptx = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx");
    private static readonly FileKind Doc = new("application/msword", ".doc");
    private static readonly FileKind Xls = new("application/vnd.ms-excel", ".xls");
    private static readonly FileKind Odt = new("application/vnd.oasis.opendocument.text", ".odt");
    private static readonly FileKind Ods = new("application/vnd.oasis.opendocument.spreadsheet", ".ods");
    private static readonly FileKind Odp = new("application/vnd.oasis.opendocument.presentation", ".odp");
    private static readonly FileKind Zip = new("application/zip", ".zip");
    private static readonly FileKind Mp3 = new("audio/mpeg", ".mp3");
    private static readonly FileKind Mp4 = new("video/mp4", ".mp4");
    private static readonly FileKind Text = new("text/plain; charset=utf-8", ".txt");
    private static readonly FileKind Table = new("text/csv; charset=utf-8", ".csv");

    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>The kind, or the key of the sentence that says why the file is not taken.</summary>
    public static (FileKind? Kind, string? Refusal) Of(byte[] bytes, string name)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        return bytes.AsSpan() switch
        {
            [0xFF, 0xD8, 0xFF, ..] => (Jpeg, null),
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => (Png, null),
            [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => (Gif, null),
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => (WebP, null),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', _, _, _, _, ..] => OfBoxes(Encoding.ASCII.GetString(bytes, 8, 4)),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => OfOldOffice(ending),
            [(byte)'P', (byte)'K', 3, 4, ..] => OfZip(bytes),
            [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, 0xFB or 0xF3 or 0xF2 or 0xFA, ..] => (Mp3, null),
            _ when bytes.AsSpan(0, Math.Min(bytes.Length, PdfHeaderWithin)).IndexOf("%PDF-"u8) >= 0 => (Pdf, null),
            _ => OfText(bytes, ending),
        };
    }

    private static (FileKind?, string?) OfBoxes(string brand) => brand switch
    {
        "avif" or "avis" => (Avif, null),
        "heic" or "heix" or "heim" or "heis" or "hevc" or "mif1" or "msf1" => (null, "media.refused.heic"),
        "isom" or "iso2" or "iso4" or "iso5" or "iso6" or "mp41" or "mp42" or "avc1" or "M4V " or "dash" => (Mp4, null),
        _ => (null, "media.refused.unknown"),
    };

    private static (FileKind?, string?) OfOldOffice(string ending) => ending switch
    {
        ".doc" => (Doc, null),
        ".xls" => (Xls, null),

        // A password also puts a new file into the old container.
        ".docx" or ".xlsx" or ".pptx" => (null, "media.refused.old-office"),
        _ => (null, "media.refused.unknown"),
    };

    private static (FileKind?, string?) OfZip(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            var kind = zip.GetEntry("word/document.xml") is not null ? Docx
                : zip.GetEntry("xl/workbook.xml") is not null ? Xlsx
                : zip.GetEntry("ppt/presentation.xml") is not null ? Pptx
                : OpenDocument(zip) ?? Zip;
            return zip.Entries.Any(entry => HoldsMacros(entry, kind)) ? (null, "media.refused.macros") : (kind, null);
        }
        catch (InvalidDataException)
        {
            return (null, "media.refused.damaged");
        }
    }

    // The first entry says what it is (OpenDocument 1.3, part 2, 3.3).
    private static FileKind? OpenDocument(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { Length: < 100 } said)
        {
            return null;
        }

        using var reader = new StreamReader(said.Open(), Encoding.ASCII);
        var mediaType = reader.ReadToEnd().Trim();
        return new[] { Odt, Ods, Odp }.FirstOrDefault(kind => kind.MediaType == mediaType);
    }

    private static bool HoldsMacros(ZipArchiveEntry entry, FileKind kind) =>
        entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || kind.Ending is ".odt" or ".ods" or ".odp" && (entry.FullName.StartsWith("Basic/", StringComparison.Ordinal) || entry.FullName.StartsWith("Scripts/", StringComparison.Ordinal));

    private static (FileKind?, string?) OfText(byte[] bytes, string ending)
    {
        if (!Utf8.IsValid(bytes) || bytes.AsSpan().IndexOfAny((byte)0, (byte)0x1B) >= 0)
        {
            return (null, "media.refused.unknown");
        }

        // Markup may hold scripts, and a browser decides by itself what it takes for markup.
        if (Encoding.UTF8.GetString(bytes, 0, Math.Min(bytes.Length, PdfHeaderWithin)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<') || ending is ".svg" or ".html" or ".htm" or ".xhtml")
        {
            return (null, "media.refused.markup");
        }

        return ending switch { ".txt" => (Text, null), ".csv" => (Table, null), _ => (null, "media.refused.unknown") };
    }
}
