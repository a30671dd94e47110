using GovPortal.Core.Text;

namespace GovPortal.Officials;

/// <summary>A unit with those below it.</summary>
public sealed record UnitNode(UnitEntry Unit, IReadOnlyList<UnitNode> Below);

/// <summary>Units as the tree they form.</summary>
public static class UnitTree
{
    /// <summary>Deeper no agency goes; what claims to be deeper stands at the top.</summary>
    public const int MostLevels = 6;

    /// <summary>Every unit once: below the unit it names, at the top where that is not there or the way up never ends.</summary>
    public static IReadOnlyList<UnitNode> Lay(IReadOnlyCollection<UnitEntry> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        var keys = units.Select(unit => unit.Line.Key).ToHashSet(StringComparer.Ordinal);
        UnitEntry[] inOrder = [.. units.OrderBy(unit => unit.Line.Order).ThenBy(unit => unit.Name, VietnameseText.Comparer)];
        var below = inOrder.ToLookup(unit => unit.Line.Under is { } above && keys.Contains(above) ? above : "", StringComparer.Ordinal);
        var placed = new HashSet<string>(StringComparer.Ordinal);
        List<UnitNode> top = [.. Grow(below[""], below, placed, level: 1)];
        foreach (var stray in inOrder)
        {
            top.AddRange(Grow([stray], below, placed, level: 1));
        }

        return top;
    }

    /// <summary>Every unit of a tree, each before those below it, with its level from 0.</summary>
    public static IEnumerable<(UnitEntry Unit, int Level)> Flat(IEnumerable<UnitNode> nodes, int level = 0)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        foreach (var node in nodes)
        {
            yield return (node.Unit, level);
            foreach (var deeper in Flat(node.Below, level + 1))
            {
                yield return deeper;
            }
        }
    }

    /// <summary>Whether a unit stands somewhere below another, as things are.</summary>
    public static bool IsBelow(IReadOnlyCollection<UnitEntry> units, string? key, string above)
    {
        ArgumentNullException.ThrowIfNull(units);
        var ups = units.GroupBy(unit => unit.Line.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Line.Under, StringComparer.Ordinal);
        for (var steps = 0; key is not null && steps <= ups.Count; steps++)
        {
            if (key == above)
            {
                return true;
            }

            key = ups.GetValueOrDefault(key);
        }

        return false;
    }

    private static List<UnitNode> Grow(IEnumerable<UnitEntry> units, ILookup<string, UnitEntry> below, HashSet<string> placed, int level)
    {
        var grown = new List<UnitNode>();
        foreach (var unit in units.Where(unit => placed.Add(unit.Slug)))
        {
            grown.Add(new UnitNode(unit, level < MostLevels ? Grow(below[unit.Line.Key], below, placed, level + 1) : []));
        }

        return grown;
    }
}
