using System.Text.RegularExpressions;
using GovPortal.Testing;

namespace GovPortal.Architecture.Tests;

/// <summary>Reads source files without their comments.</summary>
internal static partial class Source
{
    public static bool IsGenerated(string path) => path.Contains("/Migrations/", StringComparison.Ordinal);

    /// <summary>The lines of a file that are no comments.</summary>
    public static IEnumerable<string> CodeOf(string path) =>
        Repository.Read(path).Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)).Select(line => TrailingComment().Replace(line, ""));

    /// <summary>What stands between quotation marks on a line.</summary>
    public static IEnumerable<string> LiteralsIn(string line) => Literal().Matches(line).Select(match => match.Groups[1].Value);

    public static bool HasWord(string line, string word) => Regex.IsMatch(line, $@"\b{Regex.Escape(word)}\b", RegexOptions.CultureInvariant);

    [GeneratedRegex("""\s//\s.*$""")]
    private static partial Regex TrailingComment();

    [GeneratedRegex(""""
        "((?:[^"\\]|\\.)*)"
        """", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();
}
