using System.Runtime.InteropServices;
using GovPortal.Search.Indexing;

namespace GovPortal.Search.Ranking;

/// <summary>An entry that answers a question.</summary>
internal readonly record struct Found(int Segment, int Entry, int Tenant, float Score, long Title, long Code, long Published, long Id);

/// <summary>
/// Everything found, in one order: best first; of one name, the procedure whose code was given first, for later ones are local variants
/// of it; then newest, then the later item.
/// </summary>
/// <param name="foldsCopies">Whether a procedure that many sites show stands once, at the site that was opened first.</param>
internal sealed class FoundList(bool foldsCopies)
{
    private readonly Dictionary<long, int> placeOfCode = [];
    private readonly List<Found> found = [];
    private readonly Dictionary<long, float> bestOfName = [];

    public int Total => found.Count;

    /// <summary>Whether the same procedure stands in the list already.</summary>
    public bool HasCopyOf(long code) => foldsCopies && code != Keys.NoOrder && placeOfCode.ContainsKey(code);

    /// <summary>Keeps the better of two copies, at the better of their scores.</summary>
    public void Fold(Found copy)
    {
        ref var kept = ref CollectionsMarshal.AsSpan(found)[placeOfCode[copy.Code]];
        var score = MathF.Max(kept.Score, copy.Score);
        kept = (copy.Tenant < kept.Tenant ? copy : kept) with { Score = score };
        if (score > 0)
        {
            ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(bestOfName, kept.Title, out _);
            best = MathF.Max(best, score);
        }
    }

    public void Add(Found entry)
    {
        if (foldsCopies && entry.Code != Keys.NoOrder)
        {
            placeOfCode[entry.Code] = found.Count;
        }

        found.Add(entry);
        if (entry.Score > 0)
        {
            ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(bestOfName, entry.Title, out _);
            best = MathF.Max(best, entry.Score);
        }
    }

    /// <summary>One page of what was found.</summary>
    public List<Found> Page(long skip, int take)
    {
        if (skip >= found.Count)
        {
            return [];
        }

        var most = (int)Math.Min(skip + take, found.Count);
        var kept = new PriorityQueue<Found, Place>(most + 1);
        foreach (var entry in found)
        {
            var place = PlaceOf(entry);
            if (kept.Count < most)
            {
                kept.Enqueue(entry, place);
            }
            else
            {
                kept.EnqueueDequeue(entry, place);
            }
        }

        return [.. kept.UnorderedItems.OrderByDescending(item => item.Priority).Skip((int)skip).Select(item => item.Element)];
    }

    private Place PlaceOf(Found entry) => entry.Score > 0
        ? new Place(bestOfName[entry.Title], entry.Title, entry.Code, entry.Published, entry.Id)
        : new Place(0, 0, 0, entry.Published, entry.Id);

    /// <summary>Greater is better, as the queue gives up the least.</summary>
    private readonly record struct Place(float Score, long Title, long Code, long Published, long Id) : IComparable<Place>
    {
        public int CompareTo(Place other)
        {
            var order = Score.CompareTo(other.Score);
            order = order != 0 ? order : Title.CompareTo(other.Title);
            order = order != 0 ? order : other.Code.CompareTo(Code);
            order = order != 0 ? order : Published.CompareTo(other.Published);
            return order != 0 ? order : Id.CompareTo(other.Id);
        }
    }
}
