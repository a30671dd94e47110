using System.Runtime.InteropServices;
using GovPortal.Search.Indexing;

namespace GovPortal.Search.Ranking;

/// <summary>An entry that answers a question.</summary>
/// <param name="Title">A number that entries of the same name share.</param>
/// <param name="Level">The level that its title says; <see cref="Indexing.Level.None"/> where it says none.</param>
internal readonly record struct Found(int Segment, int Entry, int Tenant, float Score, long Title, long Code, long Published, long Id, Level Level = Level.None);

/// <summary>
/// Everything found, in one order: best first; of one name, the procedure whose code was given first, for later ones are local variants
/// of it; then newest, then the later item.
/// </summary>
/// <param name="foldsCopies">Whether a procedure that many sites show stands once, at the site that was opened first.</param>
/// <param name="asksLevel">Whether the question names a level; else the nearest to people stands for all.</param>
internal sealed class FoundList(bool foldsCopies, bool asksLevel = false)
{
    private readonly Dictionary<long, int> placeOfCode = [];
    private readonly List<Found> found = [];
    private readonly Dictionary<long, float> bestOfName = [];
    private readonly Dictionary<long, List<int>> placesOfName = [];
    private readonly Dictionary<long, List<Found>> otherLevels = [];

    public int Total => found.Count;

    /// <summary>Whether the same procedure stands in the list already.</summary>
    public bool HasCopyOf(long code) => foldsCopies && code != Keys.NoOrder && placeOfCode.ContainsKey(code);

    /// <summary>Keeps the better of two copies, at the better of their scores.</summary>
    public void Fold(Found copy)
    {
        ref var kept = ref CollectionsMarshal.AsSpan(found)[placeOfCode[copy.Code]];
        var score = MathF.Max(kept.Score, copy.Score);
        kept = (copy.Code == kept.Code && copy.Tenant < kept.Tenant ? copy : kept) with { Score = score };
        Note(kept);
    }

    /// <summary>The same procedure at other levels, which one in the list stands for.</summary>
    public IReadOnlyList<Found> OtherLevelsOf(Found entry) => otherLevels.GetValueOrDefault(entry.Title, []);

    /// <summary>What is in the list of the same procedure, where it differs from this one by the level in its title only; empty where nothing is.</summary>
    public IReadOnlyList<Found> SameAtOtherLevels(Found entry) =>
        PlaceOfOtherLevel(entry) is { } place ? [found[place], .. OtherLevelsOf(found[place])] : [];

    /// <summary>Takes a procedure in beneath, or above, the one it differs from by the level only.</summary>
    public void TakeIn(Found entry)
    {
        var place = PlaceOfOtherLevel(entry)!.Value;
        var kept = found[place];
        var (first, other) = GoesBefore(entry, kept) ? (entry, kept) : (kept, entry);
        found[place] = first with { Score = MathF.Max(first.Score, other.Score) };
        Note(entry);
        if (foldsCopies)
        {
            placeOfCode[entry.Code] = place;
        }

        if (!otherLevels.TryGetValue(other.Title, out var others))
        {
            otherLevels.Add(other.Title, others = []);
        }

        others.Add(other);
    }

    /// <param name="hasLevels">Whether others of its name may differ by the level only.</param>
    public void Add(Found entry, bool hasLevels)
    {
        if (hasLevels && entry.Code != Keys.NoOrder)
        {
            if (!placesOfName.TryGetValue(entry.Title, out var places))
            {
                placesOfName.Add(entry.Title, places = []);
            }

            places.Add(found.Count);
        }

        if (foldsCopies && entry.Code != Keys.NoOrder)
        {
            placeOfCode[entry.Code] = found.Count;
        }

        found.Add(entry);
        Note(entry);
    }

    /// <summary>Lifts an entry that is in the list.</summary>
    /// <returns>False where it is not there.</returns>
    public bool Raise(long id, float score)
    {
        var place = found.FindIndex(entry => entry.Id == id);
        if (place < 0)
        {
            return false;
        }

        found[place] = found[place] with { Score = score };
        Note(found[place]);
        return true;
    }

    private int? PlaceOfOtherLevel(Found entry) =>
        entry.Code != Keys.NoOrder && entry.Score > 0 && placesOfName.TryGetValue(entry.Title, out var places)
        && places.FindIndex(place => found[place].Level != entry.Level && found[place].Code != entry.Code && OtherLevelsOf(found[place]).All(other => other.Level != entry.Level)) is >= 0 and var at
            ? places[at] : null;

    private void Note(Found entry)
    {
        if (entry.Score > 0)
        {
            ref var best = ref CollectionsMarshal.GetValueRefOrAddDefault(bestOfName, entry.Title, out _);
            best = MathF.Max(best, entry.Score);
        }
    }

    // By code or by a named level one is meant; else it is the one that people meet first.
    private bool GoesBefore(Found one, Found other)
    {
        var isMeant = asksLevel || MathF.Abs(one.Score - other.Score) >= Ranker.FoundByCitation;
        return isMeant && one.Score != other.Score ? one.Score > other.Score : (one.Level, one.Code).CompareTo((other.Level, other.Code)) < 0;
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
