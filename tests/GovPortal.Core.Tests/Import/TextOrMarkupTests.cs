using GovPortal.Editing.Cleaning;

namespace GovPortal.Core.Tests.Import;

public sealed class TextOrMarkupTests
{
    [Theory]
    [InlineData("Liên hệ: Nguyễn Văn A <a.nguyen@example.vn>, nếu x<y và y>z.\n\nĐoạn hai.", "<p>Liên hệ: Nguyễn Văn A &lt;a.nguyen@example.vn&gt;, nếu x&lt;y và y&gt;z.</p><p>Đoạn hai.</p>")]
    [InlineData("<b@example.vn>", "<p>&lt;b@example.vn&gt;</p>")]
    [InlineData("Nếu a<b và b>c thì a<p>c", "<p>Nếu a&lt;b và b&gt;c thì a&lt;p&gt;c</p>")]
    [InlineData("Xem <https://example.vn/a> hoặc <www.example.vn>", "<p>Xem &lt;https://example.vn/a&gt; hoặc &lt;www.example.vn&gt;</p>")]
    [InlineData("Ghi <tên> vào mẫu <Form 01>, bấm <code> rồi <Enter>", "<p>Ghi &lt;tên&gt; vào mẫu &lt;Form 01&gt;, bấm &lt;code&gt; rồi &lt;Enter&gt;</p>")]
    [InlineData("Một & hai\r\ndòng hai\r\n \r\n\r\nđoạn", "<p>Một &amp; hai<br>dòng hai</p><p>đoạn</p>")]
    [InlineData("Nếu a<b = c, d>e, 5<6, s<p", "<p>Nếu a&lt;b = c, d&gt;e, 5&lt;6, s&lt;p</p>")]
    [InlineData("5 < 7 > 3 << 8", "<p>5 &lt; 7 &gt; 3 &lt;&lt; 8</p>")]
    public void Plain_text_is_text(string text, string html) => Assert.Equal(html, TextOrMarkup.ToHtml(text));

    [Theory]
    [InlineData("<p>Một</p>\n\n<p>Hai</p>")]
    [InlineData("<p>Một<p>Hai")]
    [InlineData("<div class=\"x\">Một<br/>\nhai</div>")]
    [InlineData("<p>a</p><o:p></o:p><st1:place w:st=\"on\">Bắc Ninh</st1:place>")]
    [InlineData("<table><tr><td nowrap>ô</td></tr></table><p>x</p>")]
    [InlineData("<p>Một</p><svg><rect width=\"5\"/><circle r='2'></svg>")]
    [InlineData("<p>Bị cắt</p><p")]
    [InlineData("<p>Bị cắt</p><a href=\"/x")]
    public void Markup_stays_as_it_is(string html) => Assert.Equal(html, TextOrMarkup.ToHtml(html));

    [Theory]
    [InlineData("<p>Gửi <a.nguyen@example.vn> nếu x<y và y>z</p>", "<p>Gửi &lt;a.nguyen@example.vn> nếu x&lt;y và y>z</p>")]
    [InlineData("<p>Nếu x<y, 5<6, a<b</p><p>hết</p>", "<p>Nếu x&lt;y, 5<6, a&lt;b</p><p>hết</p>")]
    [InlineData("<p>Nếu x<i và s<p, u>q</p>", "<p>Nếu x&lt;i và s&lt;p, u>q</p>")]
    [InlineData("<p><img alt=\"a<b\" src=\"/x\"></p>", "<p><img alt=\"a&lt;b\" src=\"/x\"></p>")]
    [InlineData("<p>Bấm <tên></p><lạ>", "<p>Bấm &lt;tên></p>&lt;lạ>")]
    public void In_markup_too_words_in_angle_brackets_stay(string text, string html) => Assert.Equal(html, TextOrMarkup.ToHtml(text));

    [Theory]
    [InlineData("Đoạn <strong>một</strong>.\n\nĐoạn hai,\ncòn <a href=\"/x\">liên kết</a>.", "<p>Đoạn <strong>một</strong>.</p><p>Đoạn hai,<br>còn <a href=\"/x\">liên kết</a>.</p>")]
    [InlineData("<strong>A</strong>\n\n<strong>B</strong>", "<p><strong>A</strong></p><p><strong>B</strong></p>")]
    [InlineData("Trước\n\n<ul>\n<li>một</li>\n<li>hai</li>\n</ul>\n\nSau", "<p>Trước</p><ul>\n<li>một</li>\n<li>hai</li>\n</ul><p>Sau</p>")]
    [InlineData("<h2>Đề mục</h2>\nĐoạn dưới đề mục\n\nĐoạn nữa", "<h2>Đề mục</h2><p>Đoạn dưới đề mục</p><p>Đoạn nữa</p>")]
    [InlineData("<em>Nghiêng\n\nvẫn nghiêng</em> hết", "<p><em>Nghiêng<br><br>vẫn nghiêng</em> hết</p>")]
    [InlineData("<p style=\"text-align:center\">Giữa</p>\n\nĐoạn rời\n\nĐoạn rời nữa", "<p style=\"text-align:center\">Giữa</p><p>Đoạn rời</p><p>Đoạn rời nữa</p>")]
    [InlineData("<blockquote>Lời một\n\nLời hai</blockquote>", "<blockquote><p>Lời một</p><p>Lời hai</p></blockquote>")]
    [InlineData("Mã: <pre>a\n\nb</pre>\n\nhết", "<p>Mã:</p><pre>a\n\nb</pre><p>hết</p>")]
    public void Blank_lines_among_inline_elements_part_paragraphs(string text, string html) => Assert.Equal(html, TextOrMarkup.ToHtml(text));

    [Fact]
    public void Each_line_of_a_law_is_a_paragraph() =>
        Assert.Equal("<p>Điều 1</p><p>Khoản 1: x&lt;y</p>", TextOrMarkup.ToHtml("Điều 1\nKhoản 1: x<y\n", ParagraphEnd.Line));

    [Theory]
    [InlineData("x<b>y ", 200_000, "x&lt;b&gt;y")]
    [InlineData("<b>\n\n<b title='x'>", 30_000, "<b title")]
    public void A_long_text_of_half_tags_takes_no_longer_than_its_length_asks(string part, int times, string holds) =>
        Assert.Contains(holds, TextOrMarkup.ToHtml(string.Concat(Enumerable.Repeat(part, times))), StringComparison.Ordinal);

    [Fact]
    public void A_name_without_an_end_takes_no_longer_than_its_length_asks() =>
        Assert.StartsWith("<p>&lt;aaa", TextOrMarkup.ToHtml("<" + new string('a', 2_000_000)), StringComparison.Ordinal);
}
