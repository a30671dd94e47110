using System.Globalization;

namespace GovPortal.Content.Admin.Structure;

/// <summary>A row of a form that puts things in an order. It belongs to the nearest row above it that stands one level higher.</summary>
public interface IArrangedRow
{
    /// <summary>0 at the top.</summary>
    int Level { get; set; }
}

/// <summary>Moves rows about; whatever stands below a row goes with it.</summary>
public static class Arrangement
{
    /// <param name="move">What the pressed button says: <c>up 3</c>, <c>down 3</c>, <c>in 3</c>, <c>out 3</c>, <c>before 3 5</c>, <c>remove 3</c>, <c>add</c>. Places count from 0.</param>
    /// <param name="deepest">The lowest level a row may stand on.</param>
    /// <returns>Place of the row that was moved or added; null where nothing moved.</returns>
    public static int? Apply<TRow>(List<TRow> rows, string? move, int deepest) where TRow : class, IArrangedRow, new()
    {
        ArgumentNullException.ThrowIfNull(rows);
        Settle(rows, deepest);
        var words = move?.Split(' ') ?? [];
        if (words is ["add"])
        {
            rows.Add(new TRow());
            return rows.Count - 1;
        }

        if (words.Length < 2 || !TryRead(words[1], rows.Count - 1, out var at))
        {
            return null;
        }

        return words switch
        {
            ["up", _] => Up(rows, at),
            ["down", _] => Down(rows, at),
            ["in", _] => In(rows, at, deepest),
            ["out", _] => Out(rows, at),
            ["before", _, var target] when TryRead(target, rows.Count, out var before) => Before(rows, at, before, deepest),
            ["remove", _] => Remove(rows, at),
            _ => null,
        };
    }

    /// <summary>The place behind the last row that stands below the row at this place.</summary>
    public static int EndOf<TRow>(IReadOnlyList<TRow> rows, int at) where TRow : IArrangedRow
    {
        ArgumentNullException.ThrowIfNull(rows);
        var end = at + 1;
        while (end < rows.Count && rows[end].Level > rows[at].Level)
        {
            end++;
        }

        return end;
    }

    /// <summary>The place of the row that the row at this place belongs to; null at the top.</summary>
    public static int? ParentOf<TRow>(IReadOnlyList<TRow> rows, int at) where TRow : IArrangedRow
    {
        ArgumentNullException.ThrowIfNull(rows);
        for (var above = at - 1; above >= 0; above--)
        {
            if (rows[above].Level < rows[at].Level)
            {
                return above;
            }
        }

        return null;
    }

    /// <summary>Whatever a form says, no row stands deeper than one level below the row above it.</summary>
    public static void Settle<TRow>(IReadOnlyList<TRow> rows, int deepest) where TRow : IArrangedRow
    {
        ArgumentNullException.ThrowIfNull(rows);
        var above = -1;
        foreach (var row in rows)
        {
            above = row.Level = Math.Clamp(row.Level, 0, Math.Min(above + 1, deepest));
        }
    }

    private static int? Up<TRow>(List<TRow> rows, int at) where TRow : IArrangedRow
    {
        var sibling = at - 1;
        while (sibling >= 0 && rows[sibling].Level > rows[at].Level)
        {
            sibling--;
        }

        return sibling >= 0 && rows[sibling].Level == rows[at].Level ? Carry(rows, at, sibling) : null;
    }

    private static int? Down<TRow>(List<TRow> rows, int at) where TRow : IArrangedRow
    {
        var sibling = EndOf(rows, at);
        return sibling < rows.Count && rows[sibling].Level == rows[at].Level ? Carry(rows, at, EndOf(rows, sibling)) : null;
    }

    private static int? In<TRow>(List<TRow> rows, int at, int deepest) where TRow : IArrangedRow
    {
        if (at == 0 || rows[at - 1].Level < rows[at].Level || rows[at].Level + HeightOf(rows, at) >= deepest)
        {
            return null;
        }

        Shift(BlockOf(rows, at), 1);
        return at;
    }

    private static int? Out<TRow>(List<TRow> rows, int at) where TRow : IArrangedRow
    {
        if (ParentOf(rows, at) is not { } parent)
        {
            return null;
        }

        // Behind what else belongs to the parent, or that would come to belong to this row.
        var block = BlockOf(rows, at);
        var place = Carry(rows, at, EndOf(rows, parent));
        Shift(block, -1);
        return place;
    }

    private static int? Before<TRow>(List<TRow> rows, int at, int target, int deepest) where TRow : IArrangedRow
    {
        if (target >= at && target <= EndOf(rows, at))
        {
            return null;
        }

        while (target < rows.Count && rows[target].Level + HeightOf(rows, at) > deepest)
        {
            target = ParentOf(rows, target)!.Value;
        }

        if (target >= at && target <= EndOf(rows, at))
        {
            return null;
        }

        var level = target < rows.Count ? rows[target].Level : 0;
        var block = BlockOf(rows, at);
        var place = Carry(rows, at, target);
        Shift(block, level - rows[place].Level);
        return place;
    }

    private static int? Remove<TRow>(List<TRow> rows, int at) where TRow : IArrangedRow
    {
        Shift(BlockOf(rows, at)[1..], -1);

        rows.RemoveAt(at);
        return rows.Count == 0 ? null : Math.Min(at, rows.Count - 1);
    }

    private static int HeightOf<TRow>(List<TRow> rows, int at) where TRow : IArrangedRow => BlockOf(rows, at).Max(row => row.Level) - rows[at].Level;

    /// <summary>A row with what belongs to it.</summary>
    private static List<TRow> BlockOf<TRow>(List<TRow> rows, int at) where TRow : IArrangedRow => rows.GetRange(at, EndOf(rows, at) - at);

    private static void Shift<TRow>(List<TRow> block, int by) where TRow : IArrangedRow
    {
        foreach (var row in block)
        {
            row.Level += by;
        }
    }

    /// <summary>Carries a row with what belongs to it to before the target.</summary>
    private static int Carry<TRow>(List<TRow> rows, int at, int target) where TRow : IArrangedRow
    {
        var block = BlockOf(rows, at);
        rows.RemoveRange(at, block.Count);
        var place = target > at ? target - block.Count : target;
        rows.InsertRange(place, block);
        return place;
    }

    private static bool TryRead(string text, int last, out int place) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out place) && place <= last;
}
