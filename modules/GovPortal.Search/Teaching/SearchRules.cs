using GovPortal.Search.Asking;

namespace GovPortal.Search.Teaching;

/// <summary>What editors taught search, as it stood at one moment, ready to be asked.</summary>
public sealed class SearchRules
{
    private readonly Dictionary<int, Sayings<SearchRuleMeaning>> bySite = [];
    private readonly Sayings<SearchRuleMeaning> province = new();

    public static readonly SearchRules Empty = new([], null);

    /// <param name="portalId">The site whose entries hold for the whole province; null before there is one.</param>
    public SearchRules(IEnumerable<SearchRule> entries, int? portalId)
    {
        var all = entries.OrderBy(entry => entry.Id).ToLookup(entry => entry.TenantId);
        foreach (var own in all.Where(each => each.Key != portalId))
        {
            // The site's own first: of two that fit alike it wins.
            Add(bySite[own.Key] = new Sayings<SearchRuleMeaning>(), own.Concat(portalId is { } portal ? all[portal] : []));
        }

        Add(province, portalId is { } home ? all[home] : []);
    }

    /// <param name="site">Null where the whole province is searched.</param>
    internal Saying<SearchRuleMeaning>? Find(int? site, IReadOnlyList<QueryWord> words) =>
        (site is { } id && bySite.TryGetValue(id, out var own) ? own : province).Find(words);

    private static void Add(Sayings<SearchRuleMeaning> sayings, IEnumerable<SearchRule> entries)
    {
        foreach (var entry in entries)
        {
            var meaning = SearchRuleMeaning.Of(entry);
            foreach (var line in entry.SaidLines())
            {
                if (SaidLine.TryRead(line, Lexicon.NeedFile.Classes, out var said))
                {
                    sayings.Add(said, meaning);
                }
            }
        }
    }
}

/// <param name="Meanings">Words of titles that answer, likeliest first; empty for what names its answer.</param>
/// <param name="Codes">Procedures that answer.</param>
/// <param name="ItemId">The item that stands first; null where none does.</param>
internal sealed record SearchRuleMeaning(IReadOnlyList<Wording> Meanings, IReadOnlyList<string> Codes, long? ItemId)
{
    private const float LaterMeaning = 0.9f;

    public static SearchRuleMeaning Of(SearchRule entry) => entry.Kind switch
    {
        SearchRuleKind.Synonym => new([.. entry.Means.Split('\n').Select((text, place) => new Wording(QueryParser.Cut(text), MathF.Pow(LaterMeaning, place))).Where(wording => wording.Words.Count > 0)], [], null),
        SearchRuleKind.Alias => new([], [entry.Means], null),
        _ => new([], [], entry.ItemId),
    };
}
