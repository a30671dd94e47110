namespace GovPortal.Search.Ranking;

/// <summary>An entry that answers a question, and its place among the others: best first, then newest, then the later item.</summary>
internal readonly record struct Found(int Segment, int Entry, float Score, long Published, long Id) : IComparable<Found>
{
    public int CompareTo(Found other)
    {
        var byScore = other.Score.CompareTo(Score);
        var byDate = byScore != 0 ? byScore : other.Published.CompareTo(Published);
        return byDate != 0 ? byDate : other.Id.CompareTo(Id);
    }
}

/// <summary>Keeps the best of what was found, and counts all.</summary>
internal sealed class BestFound(int most)
{
    private readonly PriorityQueue<Found, Found> kept = new(Comparer<Found>.Create((one, other) => other.CompareTo(one)));

    public int Total { get; private set; }

    public void Add(Found found)
    {
        Total++;
        if (kept.Count < most)
        {
            kept.Enqueue(found, found);
        }
        else if (most > 0 && found.CompareTo(kept.Peek()) < 0)
        {
            kept.EnqueueDequeue(found, found);
        }
    }

    /// <summary>What was kept, best first.</summary>
    public List<Found> InOrder() => [.. kept.UnorderedItems.Select(item => item.Element).Order()];
}
