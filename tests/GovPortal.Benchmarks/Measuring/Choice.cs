namespace GovPortal.Benchmarks.Measuring;

/// <summary>What the person who started a benchmark asked for.</summary>
/// <param name="WritesDoc">Whether docs/performance.md takes the result; a small run never changes it.</param>
/// <param name="Parts">Empty for all.</param>
internal sealed record Choice(bool IsSmall, bool WritesDoc, IReadOnlyList<string> Parts)
{
    private const string Small = "--small";
    private const string NoDoc = "--no-doc";

    /// <summary>Null when a word is neither an option nor a part.</summary>
    public static Choice? Read(string[] words, IReadOnlyList<string> parts)
    {
        string[] named = [.. words.Except([Small, NoDoc])];
        return named.All(parts.Contains) ? new Choice(words.Contains(Small), !words.Contains(Small) && !words.Contains(NoDoc), named) : null;
    }

    public bool Wants(string part) => Parts.Count == 0 || Parts.Contains(part);

    /// <summary>Those of the given parts that were asked for, or all of them when none was.</summary>
    public IReadOnlyList<string> Of(params IReadOnlyList<string> among) => among.Any(Parts.Contains) ? [.. among.Where(Parts.Contains)] : among;
}
