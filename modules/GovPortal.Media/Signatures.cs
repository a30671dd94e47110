using System.Text;

namespace GovPortal.Media;

/// <summary>Knows files by their first bytes.</summary>
internal static class Signatures
{
    // Readers other than browsers allow a few lines before it (ISO 32000-1, annex H).
    private const int PdfHeaderWithin = 1024;

    // Brands beyond it say nothing new; a box that claims to be longer is damaged or odd.
    private const int LongestBrands = 256;

    /// <returns>Null for what no signature tells, such as a text.</returns>
    public static FileVerdict? Find(ReadOnlySpan<byte> bytes, string ending) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Taken(FileKind.Jpeg),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Taken(FileKind.Png),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => Taken(FileKind.Gif),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, ..] => OfRiff(bytes[8..]),
        [0, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', _, _, _, _, ..] => OfBrands(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => OfOldOffice(ending),
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => Taken(FileKind.Zip),
        [(byte)'I', (byte)'D', (byte)'3', ..] or [0xFF, 0xFB or 0xF3 or 0xF2 or 0xFA, ..] => Taken(FileKind.Mp3),
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => bytes.IndexOf("\\objdata"u8) >= 0 ? Refused("media.refused.embedded") : Taken(FileKind.Rtf),
        _ when bytes[..Math.Min(bytes.Length, PdfHeaderWithin)].IndexOf("%PDF-"u8) >= 0 => Taken(FileKind.Pdf),
        _ => OfSignedData(bytes, ending) ?? OfForeign(bytes),
    };

    // A media file names its brand and others it can be read as (ISO/IEC 14496-12, 4.3; 23008-12 for pictures).
    private static FileVerdict OfBrands(ReadOnlySpan<byte> bytes)
    {
        var length = Math.Clamp((bytes[0] << 24) | (bytes[1] << 16) | (bytes[2] << 8) | bytes[3], 12, Math.Min(bytes.Length, LongestBrands));
        var major = Encoding.ASCII.GetString(bytes.Slice(8, 4));
        var brands = new HashSet<string> { major };
        for (var at = 16; at + 4 <= length; at += 4)
        {
            brands.Add(Encoding.ASCII.GetString(bytes.Slice(at, 4)));
        }

        return major switch
        {
            "qt  " => Refused("media.refused.video", "QuickTime"),
            "crx " => Refused("media.refused.picture", "RAW"),
            "M4A " or "M4B " => Taken(FileKind.M4a),
            _ when brands.Overlaps(["avif", "avis"]) => Taken(FileKind.Avif),
            _ when brands.Overlaps(["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1", "miaf"]) => Refused("media.refused.heic"),
            _ when brands.Any(IsMp4) => Taken(FileKind.Mp4),
            ['3', 'g', ..] => Refused("media.refused.video", "3GP"),
            _ => Refused("media.refused.video", major.Trim()),
        };
    }

    // The registered brands of MP4 and those of cameras, broadcasters and players that are MP4 by another name (mp4ra.org).
    private static bool IsMp4(string brand) => brand is "isom" or "avc1" or "mp41" or "mp42" or "mp71" or "MSNV" or "dash" or "msdh" or "msix" or "cmfc" or "cmff" or "cmfs" or "XAVC" or "f4v " or "hvc1" or "av01" or "mmp4" or "piff"
        || brand.StartsWith("M4V", StringComparison.Ordinal) || brand.StartsWith("ND", StringComparison.Ordinal) || (brand.StartsWith("iso", StringComparison.Ordinal) && brand[3] is (>= '2' and <= '9') or (>= 'a' and <= 'c'));

    private static FileVerdict? OfRiff(ReadOnlySpan<byte> form) => form switch
    {
        [(byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => Taken(FileKind.WebP),
        [(byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => Refused("media.refused.audio", "WAV"),
        [(byte)'A', (byte)'V', (byte)'I', (byte)' ', ..] => Refused("media.refused.video", "AVI"),
        _ => null,
    };

    private static FileVerdict OfOldOffice(string ending) => ending switch
    {
        ".doc" => Taken(FileKind.Doc),
        ".xls" => Taken(FileKind.Xls),
        ".ppt" => Taken(FileKind.Ppt),

        // A password also puts a new file into the old container.
        ".docx" or ".xlsx" or ".pptx" => Refused("media.refused.old-office"),
        _ => Refused("media.refused.unknown"),
    };

    // A signature beside a document (RFC 5652): a sequence that begins with the name of SignedData, or the same in letters.
    private static FileVerdict? OfSignedData(ReadOnlySpan<byte> bytes, string ending)
    {
        ReadOnlySpan<byte> signedData = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];
        var isSigned = bytes is [0x30, ..] && bytes[..Math.Min(bytes.Length, 20)].IndexOf(signedData) is >= 2 and <= 6;
        return isSigned || (ending is ".p7s" or ".p7m" or ".p7c" or ".pem" && IsArmoured(bytes)) ? Taken(FileKind.Signature) : null;
    }

    // The same in letters (RFC 7468, 8 and 9), behind blank lines or a mark of the encoding.
    private static bool IsArmoured(ReadOnlySpan<byte> bytes)
    {
        var begin = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        begin = begin.TrimStart(" \r\n\t"u8);
        return begin.StartsWith("-----BEGIN PKCS7-----"u8) || begin.StartsWith("-----BEGIN CMS-----"u8) || begin.StartsWith("-----BEGIN PKCS #7 SIGNED DATA-----"u8);
    }

    private static FileVerdict? OfForeign(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 0x07, ..] => Refused("media.refused.archive", "RAR"),
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => Refused("media.refused.archive", "7-Zip"),
        [0x1F, 0x8B, ..] => Refused("media.refused.archive", "GZip"),
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => Refused("media.refused.archive", "XZ"),
        [(byte)'B', (byte)'Z', (byte)'h', _, 0x31, 0x41, 0x59, ..] => Refused("media.refused.archive", "BZip2"),
        [(byte)'P', (byte)'K', 7, 8, ..] => Refused("media.refused.archive", "ZIP"),
        [< 9, _, _, _, (byte)'m', (byte)'o', (byte)'o', (byte)'v', ..] or [< 9, _, _, _, (byte)'m', (byte)'d', (byte)'a', (byte)'t', ..] or [< 9, _, _, _, (byte)'w', (byte)'i', (byte)'d', (byte)'e', ..] => Refused("media.refused.video", "QuickTime"),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => Refused("media.refused.video", "MKV, WebM"),
        [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11, ..] => Refused("media.refused.video", "WMV, WMA"),
        [(byte)'F', (byte)'L', (byte)'V', 1, ..] => Refused("media.refused.video", "FLV"),
        [0, 0, 1, 0xBA or 0xB3, ..] => Refused("media.refused.video", "MPEG"),
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => Refused("media.refused.audio", "OGG"),
        [(byte)'f', (byte)'L', (byte)'a', (byte)'C', ..] => Refused("media.refused.audio", "FLAC"),
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => Refused("media.refused.audio", "AMR"),
        [0xFF, 0xF1 or 0xF9, ..] => Refused("media.refused.audio", "AAC"),
        [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] => Refused("media.refused.picture", "TIFF"),
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => Refused("media.refused.picture", "BMP"),
        [(byte)'8', (byte)'B', (byte)'P', (byte)'S', ..] => Refused("media.refused.picture", "PSD"),
        [0, 0, 1, 0, _, 0, ..] => Refused("media.refused.picture", "ICO"),
        [0, _, _, _, (byte)'j', (byte)'P', (byte)' ', (byte)' ', ..] => Refused("media.refused.picture", "JPEG 2000"),
        [0xFF, 0x0A, ..] or [0, _, _, _, (byte)'J', (byte)'X', (byte)'L', (byte)' ', ..] => Refused("media.refused.picture", "JPEG XL"),
        _ => null,
    };

    private static FileVerdict Taken(FileKind kind) => new(kind, null);

    private static FileVerdict Refused(string sentence, string? called = null) => new(null, sentence, called);
}
