using GovPortal.Content.Versions;

namespace GovPortal.Portal.Tests;

/// <summary>Whatever a reader could see or follow differently is in the comparison of two texts, as the editor writes them.</summary>
public sealed class ComparingTextsTests
{
    [Fact]
    public void A_link_turned_to_another_host_is_shown_with_both_addresses()
    {
        var fact = Single("<p>Nộp tại <a href=\"https://dichvucong.gov.vn/x\" rel=\"noopener\">đây</a>.</p>", "<p>Nộp tại <a href=\"https://dichvucong-gov.vn/x\" rel=\"noopener\">đây</a>.</p>");

        Assert.Equal(("link", "https://dichvucong.gov.vn/x", "https://dichvucong-gov.vn/x"), (fact.Name, fact.Older!.Value, fact.Newer!.Value));
    }

    [Fact]
    public void Two_links_of_the_same_words_that_changed_places_are_shown()
    {
        const string One = "<a href=\"/a\">đây</a>", Two = "<a href=\"/b\">đây</a>";

        var block = Assert.Single(TreeComparison.Of($"<p>{One} và {Two}</p>", $"<p>{Two} và {One}</p>"));

        Assert.Equal([("/a", "/b"), ("/b", "/a")], block.Facts.Select(fact => (fact.Older!.Value, fact.Newer!.Value)));
    }

    [Theory]
    [InlineData("<p><img src=\"/tep/a/1.jpg\" alt=\"Cầu\"></p>", "<p><img src=\"/tep/b/2.jpg\" alt=\"Cầu\"></p>", "/tep/a/1.jpg", "/tep/b/2.jpg", "Cầu", "Cầu")]
    [InlineData("<p><img src=\"/tep/a/1.jpg\" alt=\"Cầu\"></p>", "<p><img src=\"/tep/a/1.jpg\" alt=\"Đường\"></p>", "/tep/a/1.jpg", "/tep/a/1.jpg", "Cầu", "Đường")]
    public void A_picture_put_in_the_place_of_another_or_described_otherwise_is_shown(string older, string newer, string was, string now, string wasWords, string nowWords)
    {
        var fact = Single(older, newer);

        Assert.Equal(("picture", was, now, wasWords, nowWords), (fact.Name, fact.Older!.Value, fact.Newer!.Value, fact.Older.About, fact.Newer.About));
    }

    [Fact]
    public void A_list_numbered_instead_of_dotted_is_one_change_of_its_kind()
    {
        var block = Assert.Single(TreeComparison.Of("<ul><li><p>Một</p></li><li><p>Hai</p></li></ul>", "<ol><li><p>Một</p></li><li><p>Hai</p></li></ol>"));

        Assert.Equal((BlockChange.Altered, "ul", "ol"), (block.Change, block.Older!.Kind, block.Newer!.Kind));
    }

    [Theory]
    [InlineData("<ol><li>Một</li></ol>", "<ol start=\"5\"><li>Một</li></ol>", "start", null, "5")]
    [InlineData("<ol type=\"a\"><li>Một</li></ol>", "<ol type=\"I\"><li>Một</li></ol>", "type", "a", "I")]
    [InlineData("<table><tbody><tr><td colspan=\"2\">Phí</td></tr></tbody></table>", "<table><tbody><tr><td colspan=\"3\">Phí</td></tr></tbody></table>", "colspan", "2", "3")]
    public void An_attribute_is_named_with_both_values(string older, string newer, string name, string? was, string? now)
    {
        var fact = Single(older, newer);

        Assert.Equal(("attribute", name, was, now), (fact.Name, (fact.Newer ?? fact.Older)!.About, fact.Older?.Value, fact.Newer?.Value));
    }

    [Fact]
    public void A_cell_of_a_table_is_shown_within_its_row()
    {
        var block = Assert.Single(TreeComparison.Of(Table("50.000 đồng"), Table("500.000 đồng")));

        Assert.Equal(("tr", BlockChange.Altered), (block.Kind, block.Change));
        Assert.Equal("500", string.Concat(block.Runs.Where(run => run.Change == TextChange.Came).Select(run => run.Text)));
    }

    [Fact]
    public void A_block_that_moved_is_shown_as_moved_and_nothing_else()
    {
        var block = Assert.Single(TreeComparison.Of("<p>Một điều</p><p>Hai điều</p><p>Ba điều</p>", "<p>Ba điều</p><p>Một điều</p><p>Hai điều</p>"));

        Assert.Equal((BlockChange.Moved, "Ba điều", 3, 1), (block.Change, block.Newer!.Text, block.OlderPlace, block.NewerPlace));
    }

    [Fact]
    public void An_item_pushed_one_level_down_says_where_it_stands()
    {
        var blocks = TreeComparison.Of("<ul><li>Một</li><li>Hai</li></ul>", "<ul><li>Một<ul><li>Hai</li></ul></li></ul>");

        var item = Assert.Single(blocks, block => block.Newer?.Text == "Hai");
        Assert.Equal(("within", "list", "list/li/list"), Assert.Single(item.Facts.Select(fact => (fact.Name, fact.Older!.Value, fact.Newer!.Value))));
    }

    [Theory]
    [InlineData("<p>Phải nộp</p>", "<p><strong>Phải</strong> nộp</p>")]
    [InlineData("<p>m2 và H2</p>", "<p>m<sup>2</sup> và H2</p>")]
    [InlineData("<p>a 2 b 2<sup>2</sup></p>", "<p>a 2<sup>2</sup> b 2</p>")]
    [InlineData("<p>Một<br>hai</p>", "<p>Một hai</p>")]
    [InlineData("<h2>Điều 1</h2>", "<h3>Điều 1</h3>")]
    [InlineData("<p>Một</p><hr><p>Hai</p>", "<p>Một</p><p>Hai</p>")]
    [InlineData("<blockquote><p>Một</p></blockquote>", "<p>Một</p>")]
    [InlineData("<table><tbody><tr><td>Một</td></tr></tbody></table>", "<table><tbody><tr><th>Một</th></tr></tbody></table>")]
    [InlineData("<p>Một</p>", "")]
    [InlineData("", "<p>Một</p>")]
    [InlineData("<p><a href=\"/a\">Một</a></p>", "<p>Một</p>")]
    [InlineData("<ul><li>Một</li></ul><ul><li>Hai</li></ul>", "<ul><li>Một</li><li>Hai</li></ul>")]
    public void Nothing_that_is_seen_differs_unsaid(string older, string newer)
    {
        Assert.NotEmpty(TreeComparison.Of(older, newer));
        Assert.NotEmpty(TreeComparison.Of(newer, older));
        Assert.Empty(TreeComparison.Of(older, older));
    }

    [Fact]
    public void Blanks_between_elements_and_what_browsers_do_alone_are_no_change() =>
        Assert.Empty(TreeComparison.Of("<p>Một</p><p><img src=\"/a\" alt=\"A\"></p>", "<p>Một</p>\n<p><img src=\"/a\" alt=\"A\" loading=\"lazy\"></p>\n"));

    private static ComparedFact Single(string older, string newer)
    {
        var block = Assert.Single(TreeComparison.Of(older, newer));
        Assert.Equal(BlockChange.Altered, block.Change);
        return Assert.Single(block.Facts);
    }

    private static string Table(string fee) => $"<table><tbody><tr><th><p>Loại</p></th><th><p>Phí</p></th></tr><tr><td><p>Cấp mới</p></td><td><p>{fee}</p></td></tr></tbody></table>";
}
