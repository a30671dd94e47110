using System.Text;
using GovPortal.Core.Localization;

namespace GovPortal.Publishing.Import;

/// <summary>Says in one sentence that a file was given to the wrong import, and which is the right one.</summary>
public sealed class FileKinds(Texts texts)
{
    /// <summary>What a file of records, one JSON object a line, is called here.</summary>
    public const string Records = "records";

    /// <summary>Stands where bytes are no letters of the file's encoding; no text has it.</summary>
    public const char NoLetter = LineFile.NoLetter;

    // Kinds that have an import of their own.
    private static readonly Dictionary<string, string> ImportOf = new(StringComparer.Ordinal)
    {
        ["wordpress"] = "wordpress",
        ["orchard"] = "orchard",
        ["orchard-package"] = "orchard",
        ["sql"] = "nukeviet",
        ["sql-xml"] = "nukeviet",
        ["table"] = "table",
        ["workbook"] = "table",
        ["feed"] = "crawl",
        [Records] = "articles",
    };

    /// <summary>What the file is by how it begins; the end of a key of the texts (<c>import.kind.…</c>).</summary>
    public static string Of(string path) => FileFormat.WrongIn(path) ?? Records;

    /// <summary>UTF-8 unless the first bytes say UTF-16; puts <see cref="NoLetter"/> where bytes are no letters.</summary>
    public static Encoding EncodingOf(string path) => FileFormat.EncodingOf(FileFormat.HeadOf(path));

    /// <summary>Why an import cannot read the file; null when it can.</summary>
    /// <param name="what">The word after <c>import</c>.</param>
    /// <param name="accepted">The kinds it reads.</param>
    public string? WrongFor(string what, string path, params ReadOnlySpan<string> accepted)
    {
        if (new FileInfo(path).Length == 0)
        {
            return texts.In(Texts.English, "import.foreign.no-bytes");
        }

        var kind = Of(path);
        return accepted.Contains(kind) ? null : SentenceOf(what, kind);
    }

    /// <summary>The sentence for a file of a known kind.</summary>
    public string SentenceOf(string what, string kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var wrong = texts.Filled(Texts.English, "import.foreign.wrong", texts.In(Texts.English, $"import.kind.{kind}"), what, texts.In(Texts.English, $"import.reads.{what}"));
        return ImportOf.TryGetValue(kind, out var right) && right != what ? $"{wrong} {texts.Filled(Texts.English, "import.foreign.right", right)}" : wrong;
    }
}
