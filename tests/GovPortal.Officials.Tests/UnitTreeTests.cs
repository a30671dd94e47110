namespace GovPortal.Officials.Tests;

/// <summary>How units stand below each other, and how that is drawn.</summary>
public sealed class UnitTreeTests
{
    private static UnitEntry Unit(string key, string? under = null, int order = 0) => new($"Phòng {key}", key, null, new UnitLine(key, under, order, null, false));

    [Fact]
    public void Units_stand_below_the_one_they_name_in_their_order()
    {
        var tree = UnitTree.Lay([Unit("b", order: 2), Unit("a", order: 1), Unit("b2", "b", 2), Unit("b1", "b", 1)]);

        Assert.Equal(["a", "b", "b1", "b2"], UnitTree.Flat(tree).Select(at => at.Unit.Line.Key));
        Assert.Equal([0, 0, 1, 1], UnitTree.Flat(tree).Select(at => at.Level));
    }

    [Fact]
    public void No_unit_is_lost_or_doubled_by_circles_missing_ones_and_endless_depth()
    {
        UnitEntry[] units = [Unit("a", "b"), Unit("b", "a"), Unit("c", "gone"), Unit("d", "d"), .. Enumerable.Range(0, 40).Select(n => Unit($"x{n}", n == 0 ? null : $"x{n - 1}"))];

        var flat = UnitTree.Flat(UnitTree.Lay(units)).ToArray();

        Assert.Equal(units.Select(unit => unit.Slug).Order(StringComparer.Ordinal), flat.Select(at => at.Unit.Slug).Order(StringComparer.Ordinal));
        Assert.All(flat, at => Assert.InRange(at.Level, 0, UnitTree.MostLevels - 1));
        Assert.True(UnitTree.IsBelow(units, "x3", "x1"));
        Assert.False(UnitTree.IsBelow(units, "x1", "x3"));
        Assert.False(UnitTree.IsBelow(units, "a", "c"));
    }

    [Fact]
    public void The_chart_says_every_name_within_its_bounds_and_no_box_lies_on_another()
    {
        UnitEntry[] units = [.. Enumerable.Range(1, 9).Select(n => Unit($"u{n}", order: n)), Unit("x", "u9"), Unit("y", "x"), Unit("z", "u1")];

        var drawing = ChartLayout.Of("Sở Khoa học & Công nghệ", UnitTree.Lay(units), isEnglish: false)!;

        Assert.Equal(["Sở Khoa học & Công nghệ", .. units.Select(unit => unit.Name).Order(StringComparer.Ordinal)], drawing.Boxes.Select(box => string.Join(' ', box.Words.Select(word => word.Text))).OrderBy(name => name[0] != 'S').ThenBy(name => name, StringComparer.Ordinal));
        Assert.All(drawing.Boxes, box => Assert.True(box.Left >= 0 && box.Left + box.Width <= drawing.Width && box.Top + box.Height <= drawing.Height, $"{box} leaves the drawing"));
        foreach (var (one, number) in drawing.Boxes.Select((box, number) => (box, number)))
        {
            Assert.DoesNotContain(drawing.Boxes.Skip(number + 1), other => one.Left < other.Left + other.Width && other.Left < one.Left + one.Width && one.Top < other.Top + other.Height && other.Top < one.Top + one.Height);
        }

        Assert.Null(ChartLayout.Of("Sở", [], isEnglish: false));
    }

    [Theory, InlineData("Phòng Quản lý Xây dựng cơ bản và Hạ tầng kỹ thuật", 24, 3), InlineData("Nghiêng", 24, 1), InlineData("Khúc-khuỷu-quá-chừng-dài-không-có-dấu-cách", 10, 1), InlineData("", 10, 1)]
    public void Names_are_set_in_lines_that_fit(string name, int letters, int lines)
    {
        var set = ChartLayout.Wrap(name, letters);

        Assert.Equal(lines, set.Count);
        Assert.All(set, line => Assert.True(line.Length <= letters, line));
    }
}
