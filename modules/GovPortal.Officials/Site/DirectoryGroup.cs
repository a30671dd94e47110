namespace GovPortal.Officials.Site;

/// <summary>A unit with who holds a post there now.</summary>
/// <param name="Unit">Key of the unit; null for the leadership.</param>
/// <param name="Name">Null for the leadership, and where nobody's unit is known.</param>
/// <param name="Slug">Null where the unit has no page.</param>
public sealed record DirectoryGroup(string? Unit, string? Name, string? Slug, IReadOnlyList<ListedOfficial> People)
{
    /// <summary>The leadership first, units in the order of the chart, then units that have no page any more. Who holds posts in two stands in both.</summary>
    public static IReadOnlyList<DirectoryGroup> Of(IReadOnlyList<ListedOfficial> people, IReadOnlyCollection<UnitEntry> units, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(people);
        var byUnit = people.SelectMany(person => person.Line.PostsOn(today).DistinctBy(held => held.Unit).Select(held => (Held: held, Person: person))).ToLookup(at => at.Held.Unit ?? "", StringComparer.Ordinal);
        var inOrder = UnitTree.Flat(UnitTree.Lay(units)).Select(at => at.Unit).ToArray();
        var known = inOrder.Select(unit => unit.Line.Key).ToHashSet(StringComparer.Ordinal);
        DirectoryGroup[] all =
        [
            new(null, null, null, [.. byUnit[""].Select(at => at.Person)]),
            .. inOrder.Select(unit => new DirectoryGroup(unit.Line.Key, unit.Name, unit.Slug, [.. byUnit[unit.Line.Key].Select(at => at.Person)]) { NameEn = unit.Line.NameEn }),
            .. byUnit.Where(at => at.Key.Length > 0 && !known.Contains(at.Key)).Select(at => new DirectoryGroup(at.Key, at.First().Held.UnitName, null, [.. at.Select(one => one.Person)])),
        ];
        return [.. all.Where(group => group.People.Count > 0)];
    }

    public string? NameEn { get; init; }
}
