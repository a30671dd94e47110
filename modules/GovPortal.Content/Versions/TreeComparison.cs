using System.Globalization;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace GovPortal.Content.Versions;

/// <summary>Two sanitised texts as trees: which blocks came, went, moved or were altered, and what of them.</summary>
public static class TreeComparison
{
    // Two blocks with fewer words in common are two blocks.
    private const double Alike = .3;

    // Pairs of blocks in one stretch that are weighed; beyond, only the order tells.
    private const int MostPairs = 40_000;

    /// <summary>The blocks that differ, in the order of the newer text; empty only where the two texts are the same to a reader.</summary>
    public static IReadOnlyList<ComparedBlock> Of(string older, string newer)
    {
        var (old, now) = (TextBlocks.Of(older), TextBlocks.Of(newer));
        var numbers = old.Concat(now).Select(b => b.Key).Distinct().Select((key, n) => (key, n)).ToDictionary(one => one.key, one => one.n.ToString(CultureInfo.InvariantCulture));
        string Numbers(IEnumerable<TextBlock> blocks) => string.Join('\n', blocks.Select(b => numbers[b.Key]));
        var stretches = old.Count == 0 ? [new DiffBlock(0, 0, 0, now.Count)]
            : now.Count == 0 ? [new DiffBlock(0, old.Count, 0, 0)]
            : Differ.Instance.CreateDiffs(Numbers(old), Numbers(now), ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance).DiffBlocks;
        var went = stretches.SelectMany(s => Enumerable.Range(s.DeleteStartA, s.DeleteCountA)).ToList();
        var came = stretches.SelectMany(s => Enumerable.Range(s.InsertStartB, s.InsertCountB)).ToList();
        var found = Moved(old, now, went, came);
        foreach (var stretch in stretches)
        {
            found.AddRange(Altered(old, now, went, came, stretch));
        }

        found.AddRange(went.Select(n => new ComparedBlock(BlockChange.Went, old[n], null, n + 1, null)));
        found.AddRange(came.Select(n => new ComparedBlock(BlockChange.Came, null, now[n], null, n + 1)));
        return [.. found.OrderBy(b => b.NewerPlace ?? b.OlderPlace).ThenBy(b => b.Change)];
    }

    private static List<ComparedBlock> Moved(IReadOnlyList<TextBlock> old, IReadOnlyList<TextBlock> now, List<int> went, List<int> came)
    {
        var moved = new List<ComparedBlock>();
        var places = came.GroupBy(n => now[n].Key).ToDictionary(g => g.Key, g => new Queue<int>(g));
        foreach (var from in went.Where(n => old[n].Text.Length > 0).ToArray())
        {
            if (places.TryGetValue(old[from].Key, out var waiting) && waiting.TryDequeue(out var to))
            {
                moved.Add(new ComparedBlock(BlockChange.Moved, old[from], now[to], from + 1, to + 1));
                went.Remove(from);
                came.Remove(to);
            }
        }

        return moved;
    }

    private static IEnumerable<ComparedBlock> Altered(IReadOnlyList<TextBlock> old, IReadOnlyList<TextBlock> now, List<int> went, List<int> came, DiffBlock stretch)
    {
        var left = went.Where(n => n >= stretch.DeleteStartA && n < stretch.DeleteStartA + stretch.DeleteCountA).ToArray();
        var right = came.Where(n => n >= stretch.InsertStartB && n < stretch.InsertStartB + stretch.InsertCountB).ToArray();
        var isLong = (long)left.Length * right.Length > MostPairs;
        var next = 0;
        foreach (var from in left)
        {
            var place = isLong ? next : Array.FindIndex(right, next, to => Likeness(old[from], now[to]) >= Alike);
            if (place >= 0 && place < right.Length)
            {
                next = place + 1;
                went.Remove(from);
                came.Remove(right[place]);
                yield return new ComparedBlock(BlockChange.Altered, old[from], now[right[place]], from + 1, right[place] + 1);
            }
        }
    }

    private static double Likeness(TextBlock one, TextBlock other)
    {
        if (one.Text == other.Text && (one.Text.Length > 0 || one.Kind == other.Kind || IsList(one) && IsList(other)))
        {
            return 1;
        }

        var (left, right) = (one.Text.Split(' ').ToHashSet(), other.Text.Split(' ').ToHashSet());
        return one.Kind != other.Kind ? 0 : (double)left.Intersect(right).Count() / Math.Max(left.Count, right.Count);
    }

    private static bool IsList(TextBlock block) => block.Kind is "ul" or "ol";
}

/// <summary>What became of a block.</summary>
public enum BlockChange
{
    Went,
    Came,
    Altered,
    Moved,
}

/// <summary>A block that is not in both texts as it was.</summary>
/// <param name="OlderPlace">Counted from 1 among the blocks of the older text; null where it was not there.</param>
/// <param name="NewerPlace">The same in the newer text.</param>
public sealed record ComparedBlock(BlockChange Change, TextBlock? Older, TextBlock? Newer, int? OlderPlace, int? NewerPlace)
{
    public string Kind => (Newer ?? Older)!.Kind;

    /// <summary>Its words, with what came and went.</summary>
    public IReadOnlyList<TextRun> Runs { get; } = WordDifference.Of(Older?.Text ?? "", Newer?.Text ?? "");

    /// <summary>What besides its words is not as it was; of a block that came or went, every link, picture and attribute.</summary>
    public IReadOnlyList<ComparedFact> Facts { get; } = [.. FactsOf(Older, Newer)];

    /// <summary>True where neither words nor anything named differs, only how it is marked up.</summary>
    public bool IsMarkupOnly => Change == BlockChange.Altered && Older!.Kind == Newer!.Kind && Facts.Count == 0 && Runs.All(run => run.Change == TextChange.Stayed);

    private static IEnumerable<ComparedFact> FactsOf(TextBlock? older, TextBlock? newer)
    {
        if (older is null || newer is null)
        {
            return (older ?? newer)!.Facts.Where(fact => fact.Name is not (TextFact.Mark or TextFact.Within))
                .Select(fact => older is null ? new ComparedFact(fact.Name, null, fact) : new ComparedFact(fact.Name, fact, null));
        }

        return older.Facts.Concat(newer.Facts).Select(KindOf).Distinct().SelectMany(kind => Between([.. older.Facts.Where(f => KindOf(f) == kind)], [.. newer.Facts.Where(f => KindOf(f) == kind)]));
    }

    // Marks and attributes are paired by their name, links and pictures by their order.
    private static (string, string) KindOf(TextFact fact) => (fact.Name, fact.Name is TextFact.Mark or TextFact.Attribute ? fact.About : "");

    private static IEnumerable<ComparedFact> Between(List<TextFact> older, List<TextFact> newer)
    {
        if (older.SequenceEqual(newer))
        {
            return [];
        }

        var (left, right) = (Without(older, newer), Without(newer, older));
        if (left.Count + right.Count == 0)
        {
            // The same ones in another order.
            (left, right) = (older, newer);
        }

        return Enumerable.Range(0, Math.Max(left.Count, right.Count)).Select(n => (Old: left.ElementAtOrDefault(n), Now: right.ElementAtOrDefault(n)))
            .Where(pair => pair.Old != pair.Now).Select(pair => new ComparedFact((pair.Old ?? pair.Now)!.Name, pair.Old, pair.Now));
    }

    private static List<TextFact> Without(List<TextFact> these, List<TextFact> those)
    {
        var rest = those.ToList();
        return [.. these.Where(fact => !rest.Remove(fact))];
    }
}

/// <summary>A link, picture, emphasis or attribute before and after; null on the side where it is not.</summary>
public sealed record ComparedFact(string Name, TextFact? Older, TextFact? Newer);
