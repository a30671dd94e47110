using System.Globalization;
using System.Text.RegularExpressions;
using GovPortal.Core.Text;

namespace GovPortal.Search.Indexing;

/// <summary>Exact keys of procedure codes and document numbers, the same for every spelling of them.</summary>
internal static partial class Keys
{
    /// <summary>All keys under which something with this code or number can be asked for.</summary>
    public static IReadOnlyList<string> Of(string code)
    {
        if (ProcedureCode.TryParse(code, out var procedure))
        {
            return [procedure];
        }

        var line = VietnameseText.NormalizeLine(code);
        if (line.Length == 0)
        {
            return [];
        }

        // A code that is neither is still found by its own letters, for example a malformed one of the catalogue.
        return DocumentNumber.TryParse(line, out var number) ? number.Keys : [VietnameseText.Fold(line)];
    }

    /// <summary>The order of an entry that is no procedure.</summary>
    public const long NoOrder = 0;

    /// <summary>A procedure's code as a number, so that codes sort in the order they were given; 0 for anything else.</summary>
    public static long OrderOf(string? code) =>
        ProcedureCode.TryParse(code, out var canonical) ? long.Parse(canonical.Remove(1, 1), CultureInfo.InvariantCulture) : NoOrder;

    /// <summary>The same number for the same words, today and after a restart.</summary>
    public static long HashOf(string folded)
    {
        // FNV-1a.
        var hash = 14695981039346656037UL;
        foreach (var letter in folded)
        {
            hash = char.IsLetterOrDigit(letter) ? (hash ^ letter) * 1099511628211UL : hash;
        }

        return (long)hash;
    }

    /// <summary>Keys of every document number a text names.</summary>
    public static IEnumerable<string> NamedIn(string text) =>
        DocumentNumber.FindAll(text).SelectMany(mention => mention.Number.Keys);

    /// <summary>What a person's text asks for by code or number, and where it stands in the text.</summary>
    public static IReadOnlyList<QueryKey> AskedIn(string text)
    {
        var asked = new List<QueryKey>();
        foreach (var match in Code().EnumerateMatches(text))
        {
            if (ProcedureCode.TryParse(text.Substring(match.Index, match.Length).Replace(' ', '.'), out var code))
            {
                asked.Add(new QueryKey(code, match.Index, match.Length));
            }
        }

        asked.AddRange(DocumentNumber.FindAll(text).Select(mention => new QueryKey(mention.Number.Key, mention.Start, mention.Length)));
        if (asked.Count == 0 && text.Length <= 40 && text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            asked.Add(new QueryKey(VietnameseText.Fold(text), 0, text.Length));
        }

        return asked;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}.,])[0-9][., ]?[0-9]{6}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}

internal readonly record struct QueryKey(string Key, int Start, int Length);
