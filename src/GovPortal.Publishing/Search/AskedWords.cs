namespace GovPortal.Publishing.Search;

/// <summary>The words of a question as far as they are searched. A longer one is no question that a person asks, and it stands in every link of the answer.</summary>
/// <param name="Text">As typed; cut between words where there were too many.</param>
/// <param name="CutTo">How many words are left of a question that was cut; null for one that was not.</param>
public readonly record struct AskedWords(string? Text, int? CutTo)
{
    /// <summary>Characters.</summary>
    public const int Longest = 500;

    public const int MostWords = 100;

    public static AskedWords Of(string? typed)
    {
        // Control characters are no words, and no feed may hold them.
        typed = typed is not null && typed.Any(char.IsControl) ? string.Concat(typed.Select(sign => char.IsControl(sign) ? ' ' : sign)) : typed;
        var words = (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if ((typed ?? "").Trim().Length <= Longest && words.Length <= MostWords)
        {
            return new AskedWords(typed, null);
        }

        var (length, count) = (0, 0);
        while (count < Math.Min(words.Length, MostWords) && length + words[count].Length + 1 <= Longest)
        {
            length += words[count++].Length + 1;
        }

        // One word without an end is cut within, but not within a sign.
        return count > 0 ? new AskedWords(string.Join(' ', words[..count]), count)
            : new AskedWords(words[0][..(char.IsHighSurrogate(words[0][Longest - 1]) ? Longest - 1 : Longest)], 1);
    }
}
