using System.Text.RegularExpressions;
using GovPortal.Core.Text;

namespace GovPortal.Search.Learning;

/// <summary>Takes out of a question what could tell who asked: numbers of identity papers and phones, codes of dossiers, letters' addresses.</summary>
public static partial class MaskedQuestion
{
    /// <summary>Stands where something was taken out.</summary>
    public const string Mask = "•••";

    /// <returns>One line, at most <see cref="AskedQuestion.Longest"/> characters; empty where nothing is left.</returns>
    public static string Of(string question)
    {
        var line = VietnameseText.NormalizeLine(question);
        line = LongNumber().Replace(Letters().Replace(line, Mask), Mask);
        return line.Length <= AskedQuestion.Longest ? line : line[..(char.IsHighSurrogate(line[AskedQuestion.Longest - 1]) ? AskedQuestion.Longest - 1 : AskedQuestion.Longest)];
    }

    // Eight digits and more, however they are parted: a procedure's code has seven, a document's number is parted by a stroke.
    [GeneratedRegex(@"\+?\d(?:[ .\-]{0,2}\d){7,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"[^\s@]{1,64}@[^\s@]{1,255}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Letters();
}
