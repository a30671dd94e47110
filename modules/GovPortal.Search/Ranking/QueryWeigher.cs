using GovPortal.Core.Text;
using GovPortal.Search.Asking;
using GovPortal.Search.Indexing;

namespace GovPortal.Search.Ranking;

/// <summary>Looks the words of a question up and says what each is worth: the rarer, the more.</summary>
internal sealed class QueryWeigher(TermLookup lookup)
{
    private const float LeastRarity = 0.3f;
    private const float MostRarity = 3f;

    private readonly int entries = Math.Max(1, lookup.View.IndexReader.NumDocs);

    // A word nobody published weighs like a fairly rare one: it can make a short question unanswerable, but not a long one.
    private float UnknownRarity => Math.Clamp(0.3f * MathF.Log(entries), LeastRarity, MostRarity);

    public WeightedQuery Weigh(ParsedQuery ask, IReadOnlyList<FoundTerm> own, IReadOnlyList<FoundTerm> cited)
    {
        var asides = ask.HasNeed ? AsideWords.None : new Asides(lookup).Of(ask.Words);
        return new([.. ask.Parts.Select(part => Part(asides.Count == 0 ? part : asides.Lower(part)))], Pairs(ask.Words), own, cited) { AsksAgain = ask.AsksAgain, Kind = DocumentKinds.Of(VietnameseText.Fold(ask.Text)) };
    }

    private WeightedPart Part(QueryPart part)
    {
        var wordings = part.Wordings.Select(wording => Wording(wording, part.Wordings[0])).ToList();
        return new WeightedPart([.. wordings.Select(wording => wording.Wording)], part.IsBonus ? 0 : wordings[0].Cover);
    }

    private (WeightedWording Wording, float Cover) Wording(Wording wording, Wording own)
    {
        var terms = wording.Words.Select(word => (Word: word, Lists: Lists(word))).ToList();
        var covers = terms.Select(term => term.Word.Weight * Rarity(term.Lists)).ToList();
        var whole = covers.Sum();
        // A long official name must not outshout the rest of the question just by having more words.
        var weight = wording.Weight * (own.IsTyped ? MathF.Min(1, MathF.Sqrt((float)own.Words.Count / wording.Words.Count)) : 1);
        var pairs = wording.IsTyped ? [] : Pairs(wording.Words);
        return (new WeightedWording([.. terms.Select((term, index) => new WeightedTerm(term.Lists, covers[index] / whole))], pairs, weight, wording.IsTyped), whole);
    }

    private List<WeightedList> Lists(QueryWord word)
    {
        var lists = new List<WeightedList>(8);
        var known = word.Exact is { } typed && IsUsed(typed, zone => zone.Words) ? typed : null;
        foreach (var zone in Zone.All)
        {
            var exact = zone.KeepsExact ? known : null;
            var weight = word.Weight * Weights.Zones[zone.Number];
            Add(lists, (zone.Words, Zone.Title.Words, zone.Number), word.Folded, weight * (exact is null ? 1 : Weights.OtherSpelling), zone == Zone.Title ? 1 : 0);
            Add(lists, (zone.Words, Zone.Title.Words, zone.Number), exact, weight * (1 - Weights.OtherSpelling));
        }

        return lists;
    }

    private List<WeightedTerm> Pairs(IReadOnlyList<QueryWord> words)
    {
        var pairs = new List<WeightedTerm>();
        for (var at = 0; at + 1 < words.Count; at++)
        {
            var (one, other) = (words[at], words[at + 1]);
            var exact = one.Exact is null && other.Exact is null ? null : $"{one.Exact ?? one.Folded} {other.Exact ?? other.Folded}";
            exact = exact is not null && IsUsed(exact, zone => zone.Pairs!) ? exact : null;
            var lists = new List<WeightedList>(6);
            foreach (var zone in Zone.All.Where(zone => zone.Pairs is not null))
            {
                var weight = MathF.Min(one.Weight, other.Weight) * Weights.Pairs[zone.Number];
                Add(lists, (zone.Pairs!, Zone.Title.Pairs!, zone.Number), $"{one.Folded} {other.Folded}", weight * (exact is null ? 1 : Weights.OtherSpelling));
                Add(lists, (zone.Pairs!, Zone.Title.Pairs!, zone.Number), exact, weight * (1 - Weights.OtherSpelling));
            }

            if (lists.Count > 0)
            {
                pairs.Add(new WeightedTerm(lists, 0));
            }
        }

        return pairs;
    }

    // A spelling that nobody uses is a slip of the marks: every spelling of the letters then counts in full.
    private bool IsUsed(string exact, Func<Zone, string> field) => Zone.All.Any(zone => zone.KeepsExact && lookup.Find(field(zone), exact) is not null);

    private void Add(List<WeightedList> lists, (string Field, string OfTitle, int Zone) where, string? text, float weight, float inTitle = 0)
    {
        if (text is null || weight <= 0 || lookup.Find(where.Field, text) is not { } found)
        {
            return;
        }

        // Few entries have keywords, so a common word is rare there; the title says how rare it really is.
        var often = Math.Max(found.Entries, lookup.Find(where.OfTitle, text)?.Entries ?? 0);
        var rarity = MathF.Log(1 + (entries - often + 0.5f) / (often + 0.5f));
        lists.Add(new WeightedList(found, where.Zone, weight * MathF.Max(rarity, 0.01f), inTitle));
    }

    private float Rarity(List<WeightedList> lists) =>
        lists.Count == 0 ? UnknownRarity : Math.Clamp(MathF.Log((float)entries / lists.Max(list => list.Term.Entries)), LeastRarity, MostRarity);
}
