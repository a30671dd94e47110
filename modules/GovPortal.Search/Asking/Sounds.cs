namespace GovPortal.Search.Asking;

/// <summary>How a syllable sounds where dialects or schools of spelling differ: <c>s</c> and <c>x</c>, <c>ch</c> and <c>tr</c>, <c>d</c>, <c>gi</c> and <c>r</c>, <c>l</c> and <c>n</c>, final <c>n</c> and <c>ng</c>.</summary>
internal static class Sounds
{
    private static readonly (string Written, string Sound) none = ("", "");

    private static readonly (string Written, string Sound)[] onsets =
        [("ngh", "ng"), ("ng", "ng"), ("nh", "nh"), ("tr", "ch"), ("ch", "ch"), ("gi", "d"), ("gh", "g"), ("kh", "kh"), ("ph", "ph"), ("th", "th"), ("qu", "kw"), ("s", "x"), ("r", "d"), ("l", "n"), ("c", "k")];

    private static readonly (string Written, string Sound)[] codas = [("ng", "n"), ("nh", "n"), ("ch", "t"), ("c", "t")];

    /// <summary>The same letters for syllables that are mixed up by ear; folded.</summary>
    public static string Of(string syllable)
    {
        var (onset, sound) = onsets.FirstOrDefault(pair => syllable.StartsWith(pair.Written, StringComparison.Ordinal) && syllable.Length > pair.Written.Length, none);
        var rhyme = syllable[onset.Length..];
        if (onset == "gi" && rhyme[0] is not ('a' or 'e' or 'o' or 'u'))
        {
            rhyme = "i" + rhyme;
        }

        var (coda, ending) = codas.FirstOrDefault(pair => rhyme.EndsWith(pair.Written, StringComparison.Ordinal) && rhyme.Length > pair.Written.Length, none);
        return $"{sound}{rhyme[..^coda.Length]}{ending}".Replace('y', 'i');
    }
}
