namespace GovPortal.Documents.Admin;

/// <summary>Which kinds of files a document may carry: the first bytes must be those of what the name says.</summary>
internal static class FileKind
{
    public static string? Of(ReadOnlySpan<byte> bytes, string ending) => bytes switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] when ending == ".pdf" => "application/pdf",
        [0xFF, 0xD8, 0xFF, ..] when ending is ".jpg" or ".jpeg" => "image/jpeg",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when ending == ".png" => "image/png",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => ending switch
        {
            ".doc" => "application/msword",
            ".xls" => "application/vnd.ms-excel",
            _ => null,
        },
        [(byte)'P', (byte)'K', 3, 4, ..] => ending switch
        {
            ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".odt" => "application/vnd.oasis.opendocument.text",
            ".ods" => "application/vnd.oasis.opendocument.spreadsheet",
            _ => null,
        },
        _ => null,
    };
}
