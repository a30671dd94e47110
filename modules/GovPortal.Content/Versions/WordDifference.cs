using DiffPlex;
using DiffPlex.Chunkers;

namespace GovPortal.Content.Versions;

/// <summary>Two texts, word by word: what stayed, what went, what came.</summary>
public static class WordDifference
{
    // Longer texts are compared by lines: nobody reads a hundred pages word by word, and the time grows with the square of what changed.
    private const int LongestByWords = 200_000;

    // Of long stretches without a change this much is shown beside the change.
    private const int Beside = 160;

    private static readonly char[] breaks = [' ', '\t', '\n', '\r', '.', ',', ';', ':', '(', ')', '!', '?', '“', '”', '"'];

    public static IReadOnlyList<TextRun> Of(string older, string newer)
    {
        IChunker chunker = older.Length + newer.Length > LongestByWords ? LineEndingsPreservingChunker.Instance : new DelimiterChunker(breaks);
        var found = Differ.Instance.CreateDiffs(older, newer, ignoreWhiteSpace: false, ignoreCase: false, chunker);
        var runs = new List<TextRun>();
        var next = 0;
        foreach (var block in found.DiffBlocks)
        {
            Add(runs, TextChange.Stayed, found.PiecesNew.Skip(next).Take(block.InsertStartB - next));
            Add(runs, TextChange.Went, found.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            Add(runs, TextChange.Came, found.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            next = block.InsertStartB + block.InsertCountB;
        }

        Add(runs, TextChange.Stayed, found.PiecesNew.Skip(next));
        return [.. runs.Select((run, place) => run.Change == TextChange.Stayed ? Shortened(run, isFirst: place == 0, isLast: place == runs.Count - 1) : run)];
    }

    private static void Add(List<TextRun> runs, TextChange change, IEnumerable<string> pieces)
    {
        if (string.Concat(pieces) is { Length: > 0 } text)
        {
            runs.Add(new TextRun(change, text));
        }
    }

    private static TextRun Shortened(TextRun run, bool isFirst, bool isLast)
    {
        var (head, tail) = (isFirst ? 0 : Beside, isLast ? 0 : Beside);
        return run.Text.Length <= head + tail + Beside ? run
            : run with { Text = $"{run.Text[..WordEnd(run.Text, head)]} … {run.Text[WordEnd(run.Text, run.Text.Length - tail)..]}" };
    }

    private static int WordEnd(string text, int near) =>
        near <= 0 ? 0 : near >= text.Length ? text.Length : text.LastIndexOf(' ', near - 1) is > 0 and var space ? space : near;
}

/// <summary>What became of a stretch of text.</summary>
public enum TextChange
{
    Stayed,
    Went,
    Came,
}

public sealed record TextRun(TextChange Change, string Text);
