using GovPortal.Content;
using GovPortal.Content.Admin.Structure;
using GovPortal.Core.Tenancy;

namespace GovPortal.Portal.Tests;

/// <summary>How rows and pages are moved about, without web or server. A row is written as its name behind a stroke for each level.</summary>
public sealed class ArrangementTests
{
    [Theory]
    [InlineData("a b -c d", "up 3", "a d b -c")]
    [InlineData("a b -c d", "down 1", "a d b -c")]
    [InlineData("a -b -c", "up 2", "a -c -b")]
    [InlineData("a -b c", "up 1", "a -b c")]
    [InlineData("a b c", "in 1", "a -b c")]
    [InlineData("a -b c", "in 2", "a -b -c")]
    [InlineData("a b -c", "in 1", "a b -c")]
    [InlineData("a", "in 0", "a")]
    [InlineData("a -b -c", "out 1", "a -c b")]
    [InlineData("a b -c d", "before 1 0", "b -c a d")]
    [InlineData("a -b c", "before 2 1", "a -c -b")]
    [InlineData("a -b c -d", "before 2 1", "c -d a -b")]
    [InlineData("a b", "before 0 2", "b a")]
    [InlineData("a -b c", "before 0 1", "a -b c")]
    [InlineData("a -b -c d", "remove 0", "b c d")]
    [InlineData("a b", "up 7", "a b")]
    [InlineData("a b", "up -1", "a b")]
    [InlineData("a b", "nonsense", "a b")]
    public void A_row_moves_with_what_belongs_to_it(string before, string move, string after)
    {
        var rows = before.Split(' ').Select(text => new Row { Name = text.TrimStart('-'), Level = text.Count(c => c == '-') }).ToList();

        Arrangement.Apply(rows, move, deepest: 1);

        Assert.Equal(after, string.Join(' ', rows.Select(row => new string('-', row.Level) + row.Name)));
    }

    [Fact]
    public void Levels_that_a_form_makes_up_are_put_right()
    {
        var rows = new List<Row> { new() { Level = 7 }, new() { Level = 3 }, new() { Level = -2 }, new() { Level = 9 } };

        Arrangement.Settle(rows, deepest: 1);

        Assert.Equal([0, 1, 0, 1], rows.Select(row => row.Level));
    }

    [Fact]
    public void A_page_whose_upper_page_is_gone_moves_up_and_one_nobody_has_placed_stands_last()
    {
        PagePlace[] places = [new(3), new(1), new(2, 1), new(4, 2), new(9, 8), new(8, 9)];

        var nodes = PageTree.Lay<long>([1, 4, 5, 3, 8, 9], id => id, places);

        Assert.Equal([(3L, 0), (1L, 0), (4L, 1), (9L, 0), (8L, 0), (5L, 0)], nodes.Select(node => (node.Id, node.Level)));
    }

    [Fact]
    public void A_page_is_never_offered_a_place_below_itself()
    {
        var nodes = PageTree.Lay<long>([1, 2, 3, 4], id => id, [new(1), new(2, 1), new(3, 2), new(4)]);

        Assert.Equal([4L], PageTree.ThatMayHold(1, nodes, lowest: 3).Select(node => node.Id));
        Assert.Equal([1L, 2L, 4L], PageTree.ThatMayHold(3, nodes, lowest: 3).Select(node => node.Id));
        Assert.Equal([1L, 2L, 4L], PageTree.ThatMayHold(null, nodes, lowest: 2).Select(node => node.Id));
    }

    private sealed class Row : IArrangedRow
    {
        public string Name { get; init; } = "";
        public int Level { get; set; }
    }
}
