namespace GovPortal.Search.Indexing;

/// <summary>The words of one text in both forms, in buffers that are used again for the next text.</summary>
internal sealed class WordList
{
    private readonly List<Word> words = [];
    private char[] letters = new char[4_096];
    private int used;

    /// <summary>Where a word's forms stand; <see cref="ExactLength"/> is 0 when the word has no diacritics.</summary>
    internal readonly record struct Word(int Folded, int FoldedLength, int Exact, int ExactLength);

    public int Count => words.Count;

    public Word this[int index] => words[index];

    public char[] Letters => letters;

    /// <param name="exact">False keeps folded forms only.</param>
    public void Read(ReadOnlySpan<char> text, bool exact = true)
    {
        words.Clear();
        used = 0;
        var at = 0;
        while (WordForms.Next(text, ref at, out var start))
        {
            Add(text[start..at], exact);
        }
    }

    private void Add(ReadOnlySpan<char> word, bool keepExact)
    {
        if (letters.Length - used < 2 * WordForms.MostLetters)
        {
            Array.Resize(ref letters, letters.Length * 2);
        }

        var folded = used;
        var foldedLength = WordForms.Folded(word, letters.AsSpan(folded));
        if (foldedLength == 0)
        {
            return;
        }

        var exact = folded + foldedLength;
        var exactLength = keepExact ? WordForms.Exact(word, letters.AsSpan(exact)) : 0;
        var isBare = letters.AsSpan(exact, exactLength).SequenceEqual(letters.AsSpan(folded, foldedLength));
        words.Add(new Word(folded, foldedLength, exact, isBare ? 0 : exactLength));
        used = exact + exactLength;
    }
}
