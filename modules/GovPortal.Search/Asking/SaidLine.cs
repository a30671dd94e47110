using System.Diagnostics.CodeAnalysis;
using GovPortal.Core.Text;

namespace GovPortal.Search.Asking;

/// <summary>A way of saying something, as a line of a word list or of an editor: <c>{kin} .. {died}</c>, <c>= hộ chiếu</c> for a question of nothing else.</summary>
/// <param name="Elements">Each with the ways to say it, by their first word.</param>
internal sealed record SaidLine(IReadOnlyList<IReadOnlyDictionary<string, List<List<QueryWord>>>> Elements, bool IsWhole)
{
    /// <summary>Ways to say an element. Classes and alternatives multiply; more are a slip of the pen.</summary>
    private const int MostWays = 2_000;

    private const string Gap = "..";

    /// <summary>Reads a line whose words people chose.</summary>
    /// <returns>False for one that says nothing, names a class that is not known, or could mean too much.</returns>
    public static bool TryRead(string line, IReadOnlyDictionary<string, IReadOnlyList<string>> classes, [NotNullWhen(true)] out SaidLine? said)
    {
        said = null;
        var text = VietnameseText.NormalizeLine(line.Replace("…", $" {Gap} ", StringComparison.Ordinal));
        var isWhole = text.StartsWith("= ", StringComparison.Ordinal);
        var elements = new List<IReadOnlyDictionary<string, List<List<QueryWord>>>>();
        foreach (var element in (isWhole ? text[2..] : text).Split(Gap, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Alternatives(element, classes) is not { Count: > 0 } ways)
            {
                return false;
            }

            elements.Add(ways);
        }

        said = elements.Count > 0 ? new SaidLine(elements, isWhole) : null;
        return said is not null;
    }

    /// <summary>Every way to say an element: <c>/</c> divides words that may stand for each other, <c>{…}</c> names a class of phrases.</summary>
    /// <returns>The ways by their first word, the longest first; null for a class that is not known or too many ways.</returns>
    private static Dictionary<string, List<List<QueryWord>>>? Alternatives(string element, IReadOnlyDictionary<string, IReadOnlyList<string>> classes)
    {
        List<string> ways = [""];
        foreach (var part in element.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isClass = part.Length > 2 && part[0] == '{' && part[^1] == '}';
            var choices = !isClass ? part.Split('/', StringSplitOptions.RemoveEmptyEntries) : classes.TryGetValue(part[1..^1], out var known) ? known : [];
            if (choices.Count == 0 || ways.Count * choices.Count > MostWays)
            {
                return null;
            }

            ways = [.. ways.SelectMany(way => choices.Select(choice => $"{way} {choice}"))];
        }

        return ways.Select(QueryParser.Cut).Where(way => way.Count > 0).GroupBy(way => way[0].Folded).ToDictionary(same => same.Key, same => same.OrderByDescending(way => way.Count).ToList());
    }
}
