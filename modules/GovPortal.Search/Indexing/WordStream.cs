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
    private readonly ICharTermAttribute term;
    private int next;
    private bool exactIsNext;

    /// <param name="span">1 for words, 2 for pairs of neighbours. Vietnamese words are mostly two syllables, so pairs stand for words.</param>
    public WordStream(WordList words, int span)
    {
        this.words = words;
        this.span = span;
        term = AddAttribute<ICharTermAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        (next, exactIsNext) = (0, false);
    }

    public override bool IncrementToken()
    {
        if (next + span > words.Count)
        {
            return false;
        }

        ClearAttributes();
        Write(exactIsNext);
        exactIsNext = !exactIsNext && HasExact();
        next += exactIsNext ? 0 : 1;
        return true;
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

    private void Write(bool exact)
    {
        term.SetEmpty();
        for (var at = next; at < next + span; at++)
        {
            if (at > next)
            {
                term.Append(' ');
            }

            var word = words[at];
            var useExact = exact && word.ExactLength > 0;
            term.Append(words.Letters, useExact ? word.Exact : word.Folded, useExact ? word.ExactLength : word.FoldedLength);
        }
    }
}
