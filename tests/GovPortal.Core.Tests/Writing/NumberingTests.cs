using GovPortal.Editing.Cleaning;

namespace GovPortal.Core.Tests.Writing;

/// <summary>Numbers before points read after cleaning as they read before.</summary>
public sealed class NumberingTests
{
    private readonly SafeHtml html = new();

    [Fact]
    public void Numbers_with_words_or_brackets_stay_as_they_read()
    {
        Assert.Equal("<p>Điều 5. Phạm vi</p><p>Điều 6. Đối tượng</p>", html.Clean(Point("Điều 5.", "Phạm vi") + Point("Điều 6.", "Đối tượng")));
        Assert.Equal("<p>a) Giấy khai sinh</p><p>b) Bản sao hộ chiếu</p>", html.Clean(Point("a)", "Giấy khai sinh") + Point("b)", "Bản sao hộ chiếu")));
        Assert.Equal("<h2>Chương I. Quy định chung</h2>", html.Clean("<h2 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>Chương I.<span>&nbsp;&nbsp; </span></span>Quy định chung</h2>"));
    }

    [Fact]
    public void Letters_that_count_as_a_browser_counts_become_a_list_and_a_Vietnamese_alphabet_stays_as_words()
    {
        Assert.Equal("<ol type=\"a\" start=\"3\"><li>Ba</li><li>Bốn</li></ol>", html.Clean(Point("c.", "Ba") + Point("d.", "Bốn")));
        Assert.Equal("<ol type=\"i\"><li>Một</li><li>Hai</li></ol>", html.Clean(Point("i.", "Một") + Point("ii.", "Hai")));
        Assert.Equal("<ol type=\"a\" start=\"8\"><li>Tám</li><li>Chín</li></ol>", html.Clean(Point("h.", "Tám") + Point("i.", "Chín")));
        Assert.Equal("<p>c. Ba</p><p>d. Bốn</p><p>đ. Năm</p>", html.Clean(Point("c.", "Ba") + Point("d.", "Bốn") + Point("đ.", "Năm")));
        Assert.Equal("<ol><li>Một</li><li>Hai</li></ol><ol start=\"5\"><li>Năm</li></ol>", html.Clean(Point("1.", "Một") + Point("2.", "Hai") + Point("5.", "Năm")));
    }

    [Fact]
    public void A_level_of_words_stands_within_the_point_above_it()
    {
        Assert.Equal("<ol><li><p>Hồ sơ</p><p>a) Tờ khai</p><p>b) Căn cước</p></li><li>Lệ phí</li></ol>",
            html.Clean(Point("1.", "Hồ sơ") + Point("a)", "Tờ khai", 2) + Point("b)", "Căn cước", 2) + Point("2.", "Lệ phí")));
        Assert.Equal("<ol><li>Không cấp</li></ol>", html.Clean(Point("1.", "Không cấp", 0)));
        Assert.Equal("<p>1.1. Hồ sơ</p><ul><li>Tờ khai</li></ul><p>1.2. Lệ phí</p>", html.Clean(Point("1.1.", "Hồ sơ", 2) + Point("-", "Tờ khai", 3) + Point("1.2.", "Lệ phí", 2)));
    }

    [Fact]
    public void A_list_of_Word_Online_is_put_together_again()
    {
        static string Box(string list, string attributes, int level, string words) => $"<div class=\"ListContainerWrapper\"><{list} {attributes}><li data-aria-level=\"{level}\" data-listid=\"2\" {attributes}><p>{words}</p></li></{list}></div>";

        Assert.Equal("<ul><li>Một<ul><li>Con của một</li></ul></li><li>Hai</li></ul>", Tight(html.Clean(Box("ul", "", 1, "Một") + Box("ul", "", 2, "Con của một") + Box("ul", "", 1, "Hai"))));
        Assert.Equal("<ol type=\"a\"><li>Một</li><li>Hai</li></ol>", Tight(html.Clean(Box("ol", "style=\"list-style-type: lower-alpha\" data-leveltext=\"%1.\"", 1, "Một") + Box("ol", "style=\"list-style-type: lower-alpha\" data-leveltext=\"%1.\"", 1, "Hai"))));
        Assert.Equal("<p>Khoản 1: Một</p><p>Khoản 2: Hai</p>", Tight(html.Clean(Box("ol", "data-leveltext=\"Khoản %1:\"", 1, "Một") + Box("ol", "data-leveltext=\"Khoản %1:\"", 1, "Hai"))));
    }

    [Theory]
    [InlineData("<ol><li aria-level=\"1\">Một</li><ol><li aria-level=\"2\" style=\"list-style-type:lower-alpha\">Con</li></ol></ol>", "<ol><li>Một<ol type=\"a\"><li>Con</li></ol></li></ol>")]
    [InlineData("<ol type=\"I\"><li>Một<ol type=\"a\" start=\"2\"><li>Con</li></ol></li></ol>", "<ol type=\"I\"><li>Một<ol type=\"a\" start=\"2\"><li>Con</li></ol></li></ol>")]
    [InlineData("<ol style=\"list-style-type: upper-roman\"><li value=\"4\">Bốn</li></ol>", "<ol type=\"I\"><li value=\"4\">Bốn</li></ol>")]
    [InlineData("<ol type=\"disc\" reversed><li>Một</li></ol>", "<ol reversed=\"\"><li>Một</li></ol>")]
    public void Lists_of_other_editors_keep_their_types_and_levels(string given, string clean)
    {
        Assert.Equal(clean, html.Clean(given));
        Assert.Equal(clean, html.Clean(clean));
    }

    private static string Point(string marker, string words, int level = 1) =>
        $"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'><span style='mso-list:Ignore'>{marker}<span>&nbsp; </span></span>{words}</p>";

    // A lone paragraph of a point is its words alone to the editor.
    private static string Tight(string text) => text.Replace("<li><p>", "<li>", StringComparison.Ordinal).Replace("</p></li>", "</li>", StringComparison.Ordinal).Replace("</p><ul>", "<ul>", StringComparison.Ordinal);
}
