namespace GovPortal.Core.Caching;

/// <summary>
/// Written while a page is rendered: what it shows. Whoever reads something for a page says so with <see cref="Add(string)"/>;
/// outside the rendering of a page that may be kept, saying so costs and does nothing.
/// </summary>
public sealed class PageDependencies
{
    private static readonly AsyncLocal<PageDependencies?> rendering = new();

    private readonly HashSet<string> shown = [];
    private readonly HashSet<string> changed = [];

    private readonly PageDependencies? whole;

    private bool isPassing;

    internal PageDependencies()
    {
    }

    private PageDependencies(PageDependencies whole) => this.whole = whole;

    /// <summary>The page being rendered shows this.</summary>
    public static void Add(string tag)
    {
        for (var notes = rendering.Value; notes is not null; notes = notes.whole)
        {
            lock (notes.shown)
            {
                notes.shown.Add(tag);
            }
        }
    }

    /// <summary>The page being rendered shows these items.</summary>
    public static void Add(IEnumerable<long> items)
    {
        if (rendering.Value is not null)
        {
            foreach (var id in items)
            {
                Add(PageTag.Item(id));
            }
        }
    }

    /// <summary>The page being rendered is true for this moment only, for example because a part of the portal rests.</summary>
    public static void PreventCaching()
    {
        for (var notes = rendering.Value; notes is not null; notes = notes.whole)
        {
            notes.isPassing = true;
        }
    }

    /// <summary>What the page being rendered shows changes by itself at this instant: it is kept no longer.</summary>
    public static void EndBy(DateTimeOffset instant)
    {
        for (var notes = rendering.Value; notes is not null; notes = notes.whole)
        {
            lock (notes.shown)
            {
                notes.End = notes.End < instant ? notes.End : instant;
            }
        }
    }

    /// <summary>The page being rendered is the item's own.</summary>
    public static void IsPageOf(long item)
    {
        for (var notes = rendering.Value; notes is not null; notes = notes.whole)
        {
            notes.Item = item;
        }
    }

    /// <summary>Runs whenever the page being rendered is sent again as it was kept, for counting; it must cost next to nothing.</summary>
    public static void WhenSentAgain(Action count)
    {
        for (var notes = rendering.Value; notes is not null; notes = notes.whole)
        {
            notes.SentAgain = count;
        }
    }

    /// <summary>What counts it when it is sent as it was kept; null for most.</summary>
    internal Action? SentAgain { get; private set; }

    /// <summary>Whose own page it is; null for lists and the like.</summary>
    internal long? Item { get; private set; }

    /// <summary>When what it shows changes by itself; null where it does not.</summary>
    internal DateTimeOffset? End { get; private set; }

    internal IReadOnlyCollection<string> Shown => shown;

    /// <summary>False when what the page shows changed while it was rendered.</summary>
    internal bool MayBeKept => !isPassing && !shown.Overlaps(changed);

    /// <summary>False once anything changed, though it need not be shown: what was read for the page until then may be of before.</summary>
    internal bool IsUntouched => !isPassing && changed.Count == 0;

    /// <summary>Notes of a part of the page that is being rendered, which the page shows too; null outside the rendering of a page.</summary>
    internal static PageDependencies? BeginPart() => rendering.Value is { } page ? rendering.Value = new PageDependencies(page) : null;

    internal void EndPart() => rendering.Value = whole;

    /// <summary>The page that this is a part of.</summary>
    internal PageDependencies? Whole => whole;

    internal static void Begin(PageDependencies notes) => rendering.Value = notes;

    internal static void Finish() => rendering.Value = null;

    internal void Note(ReadOnlySpan<string> tags)
    {
        foreach (var tag in tags)
        {
            changed.Add(tag);
        }
    }

    internal void ChangeEverything() => isPassing = true;
}
