using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace GovPortal.Publishing.Import;

/// <summary>Tells a file of records from others by how it begins, whatever its name says.</summary>
internal static class FileFormat
{
    private const int HeadBytes = 64 * 1024;

    // A table has its names in the first line; a damaged line or two may come before the first record.
    private const int LinesLookedAt = 20;

    private static readonly (string Name, byte[] Mark)[] Marks =
    [
        ("zip", [0x50, 0x4B, 0x03, 0x04]), ("zip", [0x50, 0x4B, 0x05, 0x06]), ("old-office", [0xD0, 0xCF, 0x11, 0xE0]), ("pdf", "%PDF"u8.ToArray()), ("rtf", "{\\rtf"u8.ToArray()),
        ("packed", [0x37, 0x7A, 0xBC, 0xAF]), ("packed", "Rar!"u8.ToArray()), ("packed", [0xFD, 0x37, 0x7A, 0x58, 0x5A]), ("packed", [0x28, 0xB5, 0x2F, 0xFD]), ("packed", "BZh"u8.ToArray()),
        ("database", "SQLite format 3"u8.ToArray()),
    ];

    /// <summary>What the file is instead, the end of a key of the texts (<c>import.file.…</c>); null when it may hold records.</summary>
    public static string? WrongIn(string path)
    {
        var head = HeadOf(path);
        if (Marks.FirstOrDefault(mark => head.AsSpan().StartsWith(mark.Mark)).Name is { } name)
        {
            return name == "zip" ? ZipKind(path) : name;
        }

        if (head.Length > 262 && head.AsSpan(257, 5).SequenceEqual("ustar"u8))
        {
            return "packed";
        }

        var encoding = EncodingOf(head);
        if (encoding == LineFile.Utf8 && head.AsSpan().Contains((byte)0))
        {
            return "binary";
        }

        var text = encoding.GetString(head);
        return WrongIn(text.Split('\n')) is { } wrong ? ExportKinds.Of(text, wrong) : null;
    }

    /// <summary>UTF-8 unless the first bytes say UTF-16, with its mark or by every other byte being zero.</summary>
    public static Encoding EncodingOf(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => LineFile.Utf8,
    };

    /// <summary>The first bytes, unpacked where the file is gzip.</summary>
    public static byte[] HeadOf(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[2];
        var isGzip = file.Read(magic) == 2 && magic is [0x1f, 0x8b];
        file.Position = 0;
        using Stream bytes = isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
        var head = new byte[HeadBytes];
        try
        {
            return head[..bytes.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            // Damaged early: reading it line by line says where.
            return [];
        }
    }

    private static string? WrongIn(string[] given)
    {
        var lines = given.Select(line => InvisibleSigns.Trim(line, out _)).Where(line => line.Length > 0).ToArray();
        if (lines.Length == 0)
        {
            return null;
        }

        var first = lines[0];
        var others = lines.Skip(1).Take(LinesLookedAt).ToArray();
        if (first.StartsWith('<'))
        {
            return first.Contains("<?xml", StringComparison.OrdinalIgnoreCase) ? "xml" : "html";
        }

        if (first.StartsWith('['))
        {
            return IsJson(first) && others.Any(IsRecord) ? null : "array";
        }

        if (first.StartsWith('{'))
        {
            return !first.EndsWith('}') && others.Length > 0 && (others[0].StartsWith('"') || others[0].StartsWith("//", StringComparison.Ordinal)) ? "object" : null;
        }

        // Some line must at least try to be a record; damaged ones are named by their lines.
        return others.Any(IsRecord) || IsJson(first) ? null : first.AsSpan().ContainsAny(",;\t|") ? "table" : "text";
    }

    private static bool IsRecord(string line) => line.StartsWith('{');

    private static bool IsJson(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string ZipKind(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var names = zip.Entries.Take(1_000).Select(entry => entry.FullName).ToArray();
            return names.Any(name => name.StartsWith("xl/", StringComparison.Ordinal) || name == "META-INF/manifest.xml") ? "workbook"
                : names.Any(name => name.StartsWith("word/", StringComparison.Ordinal)) ? "word"
                : names.Any(name => name.EndsWith("recipe.json", StringComparison.OrdinalIgnoreCase)) ? "orchard-package" : "zip";
        }
        catch (InvalidDataException)
        {
            return "zip";
        }
    }
}
