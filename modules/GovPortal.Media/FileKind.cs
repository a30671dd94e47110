using System.Collections.Frozen;

namespace GovPortal.Media;

/// <summary>What a file is by its bytes, whatever its name says.</summary>
/// <param name="MediaType">As browsers are told.</param>
/// <param name="Ending">The one its name gets, with the dot.</param>
public sealed record FileKind(string MediaType, string Ending)
{
    internal static readonly FileKind Jpeg = new("image/jpeg", ".jpg");
    internal static readonly FileKind Png = new("image/png", ".png");
    internal static readonly FileKind WebP = new("image/webp", ".webp");
    internal static readonly FileKind Gif = new("image/gif", ".gif");
    internal static readonly FileKind Avif = new("image/avif", ".avif");
    internal static readonly FileKind Pdf = new("application/pdf", ".pdf");
    internal static readonly FileKind Doc = new("application/msword", ".doc");
    internal static readonly FileKind Xls = new("application/vnd.ms-excel", ".xls");
    internal static readonly FileKind Ppt = new("application/vnd.ms-powerpoint", ".ppt");
    internal static readonly FileKind Rtf = new("application/rtf", ".rtf");
    internal static readonly FileKind Zip = new("application/zip", ".zip");
    internal static readonly FileKind Mp3 = new("audio/mpeg", ".mp3");
    internal static readonly FileKind M4a = new("audio/mp4", ".m4a");
    internal static readonly FileKind Mp4 = new("video/mp4", ".mp4");
    internal static readonly FileKind Text = new("text/plain; charset=utf-8", ".txt");
    internal static readonly FileKind Table = new("text/csv; charset=utf-8", ".csv");
    internal static readonly FileKind WideText = new("text/plain; charset=utf-16", ".txt");
    internal static readonly FileKind WideTable = new("text/csv; charset=utf-16", ".csv");
    internal static readonly FileKind Xml = new("application/xml", ".xml");
    internal static readonly FileKind Signature = new("application/pkcs7-signature", ".p7s");

    // Told apart by what lies in the archive.
    private static readonly FileKind[] Archived =
    [
        Zip,
        Xml,
        new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
        new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
        new("application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"),
        new("application/vnd.oasis.opendocument.text", ".odt"),
        new("application/vnd.oasis.opendocument.spreadsheet", ".ods"),
        new("application/vnd.oasis.opendocument.presentation", ".odp"),
    ];

    // Formats that programs on readers' computers open, and that browsers might take for pages of the site.
    private static readonly FrozenSet<string> Handed = new[] { Rtf.MediaType, Xml.MediaType, Signature.MediaType }.ToFrozenSet();

    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>What it is exactly is to be asked of the parser process: an archive or an XML file.</summary>
    public bool IsToBeInspected => this == Zip || this == Xml;

    /// <summary>Whether a browser is told to save such a file instead of showing it.</summary>
    public static bool IsOnlySaved(string mediaType) => Handed.Contains(mediaType);

    /// <summary>The kind, or the key of the sentence that says why the file is not taken. Looks at few bytes, and unpacks nothing.</summary>
    /// <param name="name">Helps only where bytes alone say too little: old office files, plain texts.</param>
    public static FileVerdict Of(ReadOnlySpan<byte> bytes, string name)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        return Signatures.Find(bytes, ending) ?? TextKinds.Find(bytes, ending) ?? new FileVerdict(null, "media.refused.unknown");
    }

    internal static FileKind OfEnding(string ending) => Archived.Single(kind => kind.Ending == ending);

    internal static string? EndingOfOpenDocument(string mediaType) => Archived.SingleOrDefault(kind => kind.MediaType == mediaType && kind.Ending.StartsWith(".od", StringComparison.Ordinal))?.Ending;
}

/// <summary>What a file is, or why it is not taken.</summary>
/// <param name="Refusal">Key of the sentence.</param>
/// <param name="Called">What people call a kind that is not taken, for the sentence.</param>
public sealed record FileVerdict(FileKind? Kind, string? Refusal, string? Called = null);
