using GovPortal.Editing.Cleaning;
using GovPortal.Editing.Forms;
using GovPortal.Publishing.Content;

namespace GovPortal.Core.Tests.Writing;

/// <summary>Markers of lists, the way words run, and what could not come: as a reader of the given text saw it, and where.</summary>
public sealed class AsWrittenTests
{
    private readonly SafeHtml html = new();

    [Theory]
    [InlineData("<ol style=\"list-style:none\"><li>Một</li><li>Hai</li></ol>", "<p>Một</p><p>Hai</p>")]
    [InlineData("<ul style='list-style-type: none'><li>Một<ul><li>Con</li></ul></li></ul>", "<p>Một</p><ul><li>Con</li></ul>")]
    [InlineData("<ol style=\"list-style-type:lower-greek\"><li>Một</li><li><p>Hai</p></li></ol>", "<p>α. Một</p><p>β. Hai</p>")]
    [InlineData("<ol start=\"9\" style=\"list-style: decimal-leading-zero inside\"><li id=\"muc-9\">Chín</li><li>Mười</li></ol>", "<div id=\"muc-9\">09. Chín</div><ol start=\"10\"><li>Mười</li></ol>")]
    [InlineData("<ol><li>Một</li><li style=\"list-style:none\">Không số</li><li>Ba</li></ol>", "<ol><li>Một</li></ol><p>Không số</p><ol start=\"3\"><li>Ba</li></ol>")]
    [InlineData("<ol style=\"list-style-type:square\" start=\"3\"><li>Một</li></ol>", "<ul><li>Một</li></ul>")]
    [InlineData("<ul style=\"list-style-type:decimal\"><li>Một</li></ul><ul type=disc><li>Hai</li></ul>", "<ol><li>Một</li></ol><ul><li>Hai</li></ul>")]
    [InlineData("<ul style=\"list-style-type:'→ '\"><li>Một</li></ul>", "<ul><li>Một</li></ul>")]
    [InlineData("<ol reversed style=\"list-style-type:lower-greek\"><li>Hai</li><li>Một</li></ol>", "<p>β. Hai</p><p>α. Một</p>")]
    [InlineData("<ol type=\"a\"><li>Một</li></ol>", "<ol type=\"a\"><li>Một</li></ol>")]
    public void A_list_shows_the_markers_that_it_showed(string given, string clean)
    {
        Assert.Equal(clean, html.Clean(given));
        Assert.Equal(clean, html.Clean(clean));
    }

    [Theory]
    [InlineData("<p>Tên <span dir=\"rtl\" class=\"x\">نص (1)</span> đó</p>", "<p>Tên <span dir=\"rtl\">نص (1)</span> đó</p>")]
    [InlineData("<p>Mã <bdo dir=\"RTL\">abc</bdo> và <bdo dir=\"ltr\">نص</bdo></p>", "<p>Mã <bdo dir=\"rtl\">abc</bdo> và <bdo dir=\"ltr\">نص</bdo></p>")]
    [InlineData("<p>Bà <bdi dir=\"auto\">نص</bdi>, <font dir=\"rtl\">نص</font>, <bdo>không</bdo></p>", "<p>Bà <span dir=\"auto\">نص</span>, <span dir=\"rtl\">نص</span>, không</p>")]
    [InlineData("<p>Một <span dir=\"ltr\">hai</span> <span dir=\"la\">ba</span></p><p dir=\"rtl\">نص <span dir=\"ltr\">ABC-1</span></p>", "<p>Một hai ba</p><p dir=\"rtl\">نص <span dir=\"ltr\">ABC-1</span></p>")]
    [InlineData("<p>Nhi<span lang=AR-SA dir=RTL>’</span>t, Ngh<span dir=rtl>ệ An</span> và <span dir=rtl>ệ</span></p>", "<p>Nhi’t, Ngh<span dir=\"rtl\">ệ An</span> và ệ</p>")]
    public void Words_run_the_way_they_ran(string given, string clean)
    {
        Assert.Equal(clean, html.Clean(given));
        Assert.Equal(clean, html.Clean(clean));
    }

    [Theory]
    [InlineData("<p>Trước <img src=\"https://xa.example/a.png\" alt=\"Sơ đồ\"> sau</p>", "<p>Trước <span class=\"gp-missing-picture\"></span> sau</p>", "<p>Trước  sau</p>")]
    [InlineData("<p>Trước</p><p><img src=\"data:image/png;base64,AA\"></p><p>Sau</p>", "<p>Trước</p><p><span class=\"gp-missing-picture\"></span></p><p>Sau</p>", "<p>Trước</p><p>Sau</p>")]
    [InlineData("<p>Bản đồ</p><iframe src=\"https://maps.example\"></iframe><p>Sau</p>", "<p>Bản đồ</p><span class=\"gp-missing-frame\"></span><p>Sau</p>", "<p>Bản đồ</p><p>Sau</p>")]
    [InlineData("<p>S = <math><mi>a</mi><mo>×</mo><mi>b</mi></math></p>", "<p>S = <span class=\"gp-missing-formula\"></span>a×b</p>", "<p>S = a×b</p>")]
    [InlineData("<p>Nghe <audio src=\"/a.mp3\">Không nghe được</audio></p>", "<p>Nghe <span class=\"gp-missing-recording\"></span></p>", "<p>Nghe </p>")]
    [InlineData("<p><span class=\"gp-missing-picture\">Chữ của tác giả</span></p>", "<p>Chữ của tác giả</p>", "<p>Chữ của tác giả</p>")]
    public void Where_something_is_missing_stands_a_mark_that_no_reader_gets(string given, string clean, string shown)
    {
        Assert.Equal(clean, html.Clean(given));
        Assert.Equal(clean, html.Clean(clean));
        Assert.Equal(html.ToText(shown), html.ToText(clean));
        Assert.Equal(shown, MissingMarks.Without(clean));
    }

    [Fact]
    public void The_checker_leads_to_each_mark()
    {
        using var text = BoundedHtml.Parse("<p>Một <span dir=\"rtl\">نص</span> <span class=\"gp-missing-picture\"></span></p>")!;

        Assert.Equal([new TextIssue("missing", "span", 1, null)], TextRules.Look(text.Body!));
    }

    [Theory]
    [InlineData("<p>Ảnh [gallery ids=\"1,2\" columns=3] sau</p>", "<p>Ảnh <span class=\"gp-missing-shortcode\"></span> sau</p>", "[gallery ids=\"1,2\" columns=3]")]
    [InlineData("<p>[caption id=\"a_1\" width=300]<img src=\"/tep/0123456789abcdef/a.png\" alt=\"x\"> Chú thích[/caption]</p>", "<p><img src=\"/tep/0123456789abcdef/a.png\" alt=\"x\" loading=\"lazy\"> Chú thích</p>", "[caption id=\"a_1\" width=300]")]
    [InlineData("<p>[vc_row][vc_column width=&quot;1/2&quot;]Chữ[/vc_column][/vc_row]</p>", "<p>Chữ</p>", "[vc_row] [vc_column width=\"1/2\"]")]
    [InlineData("<p>[url=https://a.example]Chữ[/url] [gallery]</p>", "<p>Chữ <span class=\"gp-missing-shortcode\"></span></p>", "[url=https://a.example] [gallery]")]
    [InlineData("<p>[Video] Hội nghị [1], [sic], [x = 5], [Điều 5], [[gallery]], [/caption]</p>", "<p>[Video] Hội nghị [1], [sic], [x = 5], [Điều 5], [[gallery]], [/caption]</p>", "")]
    public void Shortcodes_of_an_import_are_told_and_what_they_hold_stays(string given, string clean, string told)
    {
        var cleaned = html.CleanImport(given);

        Assert.Equal(clean, cleaned.Html);
        Assert.Equal(told, string.Join(' ', cleaned.LeftOut.Select(one => one.Source)));
        Assert.All(cleaned.Remarks, remark => Assert.StartsWith("shortcode of another system", remark, StringComparison.Ordinal));
        Assert.Contains('[', html.Clean(given));
    }
}
