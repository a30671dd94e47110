namespace GovPortal.Search.Asking;

/// <summary>Words and neighbours of the shipped wordings and needs: how people speak, where titles speak otherwise.</summary>
internal static class Spoken
{
    /// <summary>As how many titles one of them counts.</summary>
    public const int Entries = 5;

    private static readonly Dictionary<string, string> words = [];
    private static readonly Dictionary<string, string> pairs = [];

    static Spoken()
    {
        foreach (var phrase in Lexicon.Synonyms.Said.Concat(Lexicon.Needs.Said))
        {
            for (var at = 0; at < phrase.Count; at++)
            {
                words.TryAdd(phrase[at].Folded, phrase[at].Exact ?? phrase[at].Folded);
                if (at > 0)
                {
                    pairs.TryAdd($"{phrase[at - 1].Folded} {phrase[at].Folded}", $"{phrase[at - 1].Exact ?? phrase[at - 1].Folded} {phrase[at].Exact ?? phrase[at].Folded}");
                }
            }
        }
    }

    public static IReadOnlyCollection<string> Words => words.Keys;

    public static bool IsWord(string folded) => words.ContainsKey(folded);

    public static bool IsPair(string folded) => pairs.ContainsKey(folded);

    /// <summary>The word as it is spelled; null where it is not spoken.</summary>
    public static string? Spell(string folded) => words.GetValueOrDefault(folded);

    /// <summary>Two neighbours as they are spelled; null where they are not spoken.</summary>
    public static string? SpellPair(string folded) => pairs.GetValueOrDefault(folded);
}
