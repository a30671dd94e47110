using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;

namespace GovPortal.Core.Tests.Writing;

/// <summary>What a reader of the given text saw is what a reader of the clean text sees; the rest stays out, and what could not come is told.</summary>
public sealed class VisibleWordsTests
{
    private readonly SafeHtml html = new();

    [Theory]
    [InlineData("<p>Lệ phí <del>50.000</del> <strike>45.000</strike> 30.000</p>", "<p>Lệ phí <s>50.000</s> <s>45.000</s> 30.000</p>")]
    [InlineData("<p>Bà <bdi>TÊN</bdi>, <ins>mới</ins>, <x-ten>lạ</x-ten></p>", "<p>Bà TÊN, mới, lạ</p>")]
    [InlineData("<p><ruby>河内<rp>(</rp><rt>Hà Nội</rt><rp>)</rp></ruby></p>", "<p>河内 (Hà Nội)</p>")]
    [InlineData("<menu><li>Một</li></menu><dir><li>Hai</li></dir>", "<ul><li>Một</li></ul><ul><li>Hai</li></ul>")]
    [InlineData("<p>S = <math><mi>a</mi><mo>×</mo><msup><mi>b</mi><mn>2</mn></msup><annotation>a b^2</annotation></math></p>", "<p>S = a×b<sup>2</sup></p>")]
    [InlineData("<picture><source srcset=x><img src=\"/tep/0123456789abcdef/a.png\" alt=\"ảnh\"></picture>", "<img src=\"/tep/0123456789abcdef/a.png\" alt=\"ảnh\" loading=\"lazy\">")]
    [InlineData("<p>Ông nói <q>Được</q></p>", "<p>Ông nói “Được”</p>")]
    [InlineData("<details><summary>Hỏi</summary>Đáp</details>", "<p>Hỏi</p>Đáp")]
    [InlineData("<form><label>Tên</label> <button>Gửi</button> <input type=checkbox checked> Nam</form>", "<p>Tên Gửi ☑ Nam</p>")]
    [InlineData("<p><v:shape><v:stroke joinstyle=miter/><v:imagedata src=\"file:///C:/a.wmz\"/><v:textbox>Chữ trong khung</v:textbox></v:shape></p>", "<p>Chữ trong khung</p>")]
    [InlineData("<p dir=\"ltr\">Chữ</p><p dir=\"rtl\">نص</p>", "<p>Chữ</p><p dir=\"rtl\">نص</p>")]
    [InlineData("<p>trước</p><p>\u0338gạch</p>", "<p>trước</p><p>\u0338gạch</p>")]
    [InlineData("<p>Nhóm 👩\u200D💻 và a\u200Db</p>", "<p>Nhóm 👩\u200D💻 và ab</p>")]
    public void Words_stay(string given, string clean) => Assert.Equal(clean, MissingMarks.Without(html.Clean(given)));

    /// <summary>Every element that HTML, its older versions, MathML and SVG know, and one that nobody knows.</summary>
    [Fact]
    public void No_element_takes_its_words_with_it_but_those_that_show_none()
    {
        string[] names =
        [
            .. "a abbr acronym address applet article aside b bdi bdo big blink blockquote button caption center cite code data dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6".Split(' '),
            .. "header hgroup i ins kbd label legend li listing main map mark marquee menu meter multicol nav nobr object ol optgroup option output p pre progress q rb rt rtc ruby s samp search section select slot small spacer".Split(' '),
            .. "span strike strong sub summary sup table tbody td textarea tfoot th thead time tr tt u ul var xmp math mi mn mo mtext ms mrow text tspan o:p w:sdt st1:place v:textbox ten-rieng plaintext".Split(' '),
        ];

        Assert.All(names, name => Assert.Contains("Chữ còn", html.ToText(html.Clean($"<div>Trước</div><{name}>Chữ còn</{name}>")).ReplaceLineEndings(" "), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Gửi <a.nguyen@example.vn>, nếu x<y và y>z.\n\nĐoạn hai", "<p>Gửi &lt;a.nguyen@example.vn&gt;, nếu x&lt;y và y&gt;z.</p><p>Đoạn hai</p>")]
    [InlineData("<p>Gửi <a.nguyen@example.vn>, nếu y<z</p>", "<p>Gửi &lt;a.nguyen@example.vn&gt;, nếu y&lt;z</p>")]
    public void What_is_typed_where_no_editor_runs_is_text(string given, string clean) => Assert.Equal(clean, html.Clean(given));

    [Theory]
    [InlineData("<style>p.An, .xl66 {mso-style-name:An; display:none; mso-hide:all} #an{visibility:hidden} @media print{.in{display:none}}</style><p class=An>Ẩn</p><p class=in>Công bố<span class='xl65 xl66'>Ẩn</span></p><p id=an>Ẩn</p>")]
    [InlineData("<table><tr><td>Công bố</td></tr><tr style=\"display:none\"><td>Ẩn</td></tr><tr height=0 style='mso-height-source:userset;height:0pt'><td>Ẩn</td></tr></table>")]
    [InlineData("<table><col><col style='display:none;mso-width-source:userset'><tr><td>Công</td><td>Ẩn</td></tr><tr><td rowspan=2>bố</td><td>Ẩn</td></tr><tr><td>Ẩn</td></tr></table>")]
    [InlineData("<p>Công bố<span style='mso-hide:all'>Ẩn</span><span style=\"color:red; visibility: hidden\">Ẩn</span></p><div hidden>Ẩn</div>")]
    [InlineData("<p>Công bố<template>Ẩn</template><noscript>Ẩn</noscript></p><style>Ẩn</style><title>Ẩn</title>")]
    [InlineData("<p>Công bố<span class=MsoCommentReference><a class=msocomanchor href=\"#_msocom_1\">[Ẩn1]</a></span></p><div style='mso-element:comment-list'><p class=MsoCommentText>Ẩn</p></div>")]
    [InlineData("<p>Công bố<sup><a href=\"#cmnt1\" id=\"cmnt_ref1\">[Ẩn]</a></sup></p><div><p><a href=\"#cmnt_ref1\" id=\"cmnt1\">[a]</a>Ẩn</p></div>")]
    public void What_was_hidden_stays_out(string given) => Assert.Equal("Công bố", html.ToText(html.Clean(given)).ReplaceLineEndings(" "));

    [Theory]
    [InlineData("Wingdings", "à þ q Ø", "→ ☑ ☐ ➢")]
    [InlineData("Symbol", "³ £ ·", "≥ ≤ •")]
    [InlineData("Wingdings 2", "R £", "☑ ☐")]
    [InlineData("Wingdings", "\uF0E0 \uF0FE", "→ ☑")]
    [InlineData("Arial", "à \uF0E0 \uF0B7", "à → •")]
    [InlineData("Wingdings", "Ệ", "Ệ")]
    public void A_sign_of_a_symbol_font_stays_a_sign(string font, string letters, string signs)
    {
        Assert.Equal($"<p>Nộp {signs}</p>", html.Clean($"<p>Nộp <span style=\"font-family:{font};mso-char-type:symbol\">{letters}</span></p>"));
        Assert.Equal($"<p>Nộp {signs}</p>", html.Clean($"<p>Nộp <font face=\"{font}\">{letters}</font></p>"));
    }

    [Fact]
    public void A_font_that_a_spreadsheet_names_in_its_style_sheet_counts_too() =>
        Assert.Contains("<td>☑</td><td>þ</td>", html.Clean("<style><!-- .xl65 {mso-style-parent:style0; font-family:Wingdings; mso-font-charset:2;} --></style><table><tr><td class=xl65>þ</td><td class=xl66>þ</td></tr></table>"), StringComparison.Ordinal);

    [Fact]
    public void What_could_not_come_is_told_with_the_words_before_it()
    {
        var clean = html.CleanPaste("""
            <p>Xem phim</p><iframe src="https://www.youtube.com/embed/abc"></iframe><p>Sơ đồ <img src="file:///C:/clip_image002.wmz"></p><video><source src="/a.mp4"></video>
            <p>Diện tích <math><mi>S</mi></math> hết <span style="font-family:Wingdings">ÿ</span></p><svg><rect/></svg>
            """);

        Assert.Equal(
            [
                (LeftOutKind.Frame, "https://www.youtube.com/embed/abc", "Xem phim"), (LeftOutKind.Picture, "file:///C:/clip_image002.wmz", "Xem phim Sơ đồ"), (LeftOutKind.Recording, "/a.mp4", "Xem phim Sơ đồ"),
                (LeftOutKind.Formula, "", "Xem phim Sơ đồ Diện tích"), (LeftOutKind.Sign, "wingdings FF", "Xem phim Sơ đồ Diện tích S hết"), (LeftOutKind.Drawing, "", "Xem phim Sơ đồ Diện tích S hết \uFFFD"),
            ],
            clean.LeftOut.Select(one => (one.Kind, one.Source, one.Near)));
        Assert.Contains("missing frame: https://www.youtube.com/embed/abc (after “Xem phim”)", clean.Remarks);
    }

    [Theory]
    [InlineData("<h2 id=\"noi-dung\">Một</h2><h2 id=\"noi-dung\">Hai</h2><p><a href=\"#noi-dung\">Đến</a></p>", "<h2 id=\"muc-noi-dung\">Một</h2><h2 id=\"muc-noi-dung-2\">Hai</h2><p><a href=\"#muc-noi-dung\">Đến</a></p>")]
    [InlineData("<h2 id=\"q-dau-trang\">Một</h2><p><a href=\"#q-dau-trang\">Đến</a></p>", "<h2 id=\"muc-q-dau-trang\">Một</h2><p><a href=\"#muc-q-dau-trang\">Đến</a></p>")]
    [InlineData("<p><a href=\"#_Toc1\">Mục</a></p><h2><a name=\"_Toc1\">Mục</a><a name=\"_Toc2\"></a></h2>", "<p><a href=\"#_Toc1\">Mục</a></p><h2><a id=\"_Toc1\">Mục</a></h2>")]
    [InlineData("<p><a href=\"#M%E1%BB%A5c%20m%E1%BB%99t\">Đến</a></p><p id=\"Mục một\">Mục</p>", "<p><a href=\"#Mục-một\">Đến</a></p><p id=\"Mục-một\">Mục</p>")]
    public void A_link_within_a_text_finds_its_place_and_no_place_is_named_as_the_page_is(string given, string clean)
    {
        Assert.Equal(clean, html.Clean(given));
        Assert.Equal(clean, html.Clean(clean));
    }
}
