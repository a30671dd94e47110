using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace GovPortal.Search.Indexing;

/// <summary>
/// Hands a text's words to the index: each folded, and as written where that differs. Both forms share a field, so a folded term's
/// postings hold every spelling and an exact term's only its own.
/// </summary>
internal sealed class WordStream : TokenStream
{
    private readonly WordList words;
    private readonly int span;
    private readonly int zone;
    private readonly StrongestZones strongest;
    private readonly ICharTermAttribute term;
    private readonly char[] letters = new char[2 * WordForms.MostLetters + 1];
    private int next;
    private bool exactIsNext;

    /// <param name="span">1 for words, 2 for pairs of neighbours. Vietnamese words are mostly two syllables, so pairs stand for words.</param>
    public WordStream(WordList words, int span, int zone, StrongestZones strongest)
    {
        (this.words, this.span, this.zone, this.strongest) = (words, span, zone, strongest);
        term = AddAttribute<ICharTermAttribute>();
    }

    /// <summary>Claims this text's terms for its zone, unless a stronger one has them.</summary>
    public void Claim()
    {
        Reset();
        for (var length = NextTerm(); length > 0; length = NextTerm())
        {
            strongest.Note(letters.AsSpan(0, length), zone);
        }
    }

    public override void Reset()
    {
        base.Reset();
        (next, exactIsNext) = (0, false);
    }

    public override bool IncrementToken()
    {
        ClearAttributes();
        for (var length = NextTerm(); length > 0; length = NextTerm())
        {
            if (strongest.IsStrongest(letters.AsSpan(0, length), zone))
            {
                term.CopyBuffer(letters, 0, length);
                return true;
            }
        }

        return false;
    }

    /// <summary>Writes the next term; its length, 0 at the end.</summary>
    private int NextTerm()
    {
        if (next + span > words.Count)
        {
            return 0;
        }

        var length = Write(exactIsNext);
        exactIsNext = !exactIsNext && HasExact();
        next += exactIsNext ? 0 : 1;
        return length;
    }

    private bool HasExact()
    {
        for (var word = next; word < next + span; word++)
        {
            if (words[word].ExactLength > 0)
            {
                return true;
            }
        }

        return false;
    }

    private int Write(bool exact)
    {
        var length = 0;
        for (var at = next; at < next + span; at++)
        {
            if (at > next)
            {
                letters[length++] = ' ';
            }

            var word = words[at];
            var useExact = exact && word.ExactLength > 0;
            var form = useExact ? words.Letters.AsSpan(word.Exact, word.ExactLength) : words.Letters.AsSpan(word.Folded, word.FoldedLength);
            form.CopyTo(letters.AsSpan(length));
            length += form.Length;
        }

        return length;
    }
}
