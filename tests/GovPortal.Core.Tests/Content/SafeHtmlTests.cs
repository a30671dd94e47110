using GovPortal.Editing.Cleaning;

namespace GovPortal.Core.Tests.Content;

public sealed class SafeHtmlTests
{
    private readonly SafeHtml html = new();

    [Theory]
    [InlineData("<p>Chữ</p><script>alert(1)</script>", "<p>Chữ</p>")]
    [InlineData("<p onclick=\"x()\" style=\"color:red\" class=\"MsoNormal\">Chữ</p>", "<p>Chữ</p>")]
    [InlineData("<style>p{}</style><p>Chữ</p>", "<p>Chữ</p>")]
    [InlineData("<!--[if gte mso 9]><xml></xml><![endif]--><p>Chữ<o:p></o:p></p>", "<p>Chữ</p>")]
    [InlineData("<p><span lang=\"VI\" style=\"x\">Chữ</span></p>", "<p>Chữ</p>")]
    [InlineData("<p>Chữ</p><p>&nbsp;</p><p></p>", "<p>Chữ</p>")]
    [InlineData("<div>Chữ</div>", "<p>Chữ</p>")]
    [InlineData("<div><div>Chữ</div></div>", "<p>Chữ</p>")]
    [InlineData("<iframe src=\"//x\"></iframe><object></object><embed><form><input></form><p>Chữ</p>", "<p>Chữ</p>")]
    [InlineData("<a href=\"javascript:x()\">bấm</a>", "bấm")]
    [InlineData("<a href=\" java\nscript:x()\">bấm</a>", "bấm")]
    [InlineData("<a href=\"data:text/html,x\">bấm</a>", "bấm")]
    [InlineData("<a href=\"https://dichvucong.gov.vn\">Cổng</a>", "<a href=\"https://dichvucong.gov.vn\" rel=\"noopener\">Cổng</a>")]
    [InlineData("<a href=\"/van-ban/15\">15</a>", "<a href=\"/van-ban/15\">15</a>")]
    [InlineData("<img src=\"/tep/a/b.png\" onerror=\"x()\" alt=\"Hình\">", "<img src=\"/tep/a/b.png\" alt=\"Hình\" loading=\"lazy\">")]
    [InlineData("<svg><script>x()</script></svg><math><mi></mi></math>", "")]
    [InlineData("Dòng một\nDòng hai\n\nĐoạn hai & <", "<p>Dòng một<br>Dòng hai</p><p>Đoạn hai &amp; &lt;</p>")]
    [InlineData("Dòng một\nDòng hai\n\nĐoạn hai", "<p>Dòng một<br>Dòng hai</p><p>Đoạn hai</p>")]
    [InlineData("<p>Hô\u0300 sơ</p>", "<p>Hồ sơ</p>")]
    [InlineData("<p>Trước <a href=\"/a\"></a>sau</p><p><a class=\"gp-video\" href=\"https://v.vn/1\"> </a></p>", "<p>Trước sau</p>")]
    [InlineData("<p><a href=\"/a\"><strong></strong></a></p><p><strong><em> </em></strong></p>", "")]
    [InlineData("<p><a href=\"/a\"><img src=\"/tep/a/b.png\"></a> <a href=\"/a\"><img src=\"/tep/a/b.png\" alt=\"Hình\"></a></p>", "<p><img src=\"/tep/a/b.png\" loading=\"lazy\"> <a href=\"/a\"><img src=\"/tep/a/b.png\" alt=\"Hình\" loading=\"lazy\"></a></p>")]
    [InlineData("<p><a id=\"chu-thich-1\" href=\"#x\"></a>Chú thích</p>", "<p><a id=\"chu-thich-1\"></a>Chú thích</p>")]
    [InlineData("<p>Chữ<img src=\"https://bao.vn/a.jpg\"><img src=\"x\"><img src=\"//bao.vn/a.jpg\"><img src=\"/\\bao.vn/a.jpg\"></p>", "<p>Chữ</p>")]
    [InlineData("<p><img src=\"https://bacninh.gov.vn/xa-a/tep/0123456789abcdef/a.jpg\" alt=\"A\"></p>", "<p><img src=\"/xa-a/tep/0123456789abcdef/a.jpg\" alt=\"A\" loading=\"lazy\"></p>")]
    [InlineData("<table><tr><th>Việc</th><th>Ngày</th></tr><tr><th>Nộp</th><td>1</td></tr></table>", "<table><tbody><tr><th scope=\"col\">Việc</th><th scope=\"col\">Ngày</th></tr><tr><th scope=\"row\">Nộp</th><td>1</td></tr></tbody></table>")]
    [InlineData("<table><tr><th>Nộp</th><td>1</td></tr><tr><th>Trả</th><td>2</td></tr></table>", "<table><tbody><tr><th scope=\"row\">Nộp</th><td>1</td></tr><tr><th scope=\"row\">Trả</th><td>2</td></tr></tbody></table>")]
    [InlineData("<dl><dt>Giờ</dt><dd>7h30</dd></dl>", "<dl><dt>Giờ</dt><dd>7h30</dd></dl>")]
    [InlineData("", "")]
    public void Only_what_a_page_needs_stays(string given, string clean) => Assert.Equal(clean, MissingMarks.Without(html.Clean(given)));

    [Fact]
    public void Tables_keep_their_cells_and_heads_name_what_they_head()
    {
        var clean = html.Clean("<table border=1 width=\"500\"><thead><tr><th>Bước</th></tr></thead><tbody><tr><th>1</th><td rowspan=2 bgcolor=red>Nộp</td></tr></tbody></table>");

        Assert.Contains("<th scope=\"col\">Bước</th>", clean, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">1</th>", clean, StringComparison.Ordinal);
        Assert.Contains("<td rowspan=\"2\">Nộp</td>", clean, StringComparison.Ordinal);
        Assert.DoesNotContain("bgcolor", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void Cleaning_what_is_clean_changes_nothing()
    {
        var once = html.Clean("<h2>Mục</h2><div class=x><ul><li>Một<li>Hai</ul></div><p>Chữ <b>đậm</b> và <a href='https://a.vn'>liên kết</a></p><table><tr><th>A</th></tr></table>");

        Assert.Equal(once, html.Clean(once));
    }

    /// <summary>Everything that a stored text may hold, as the editor writes it.</summary>
    [Theory]
    [InlineData("<h2 id=\"muc-1\">Mục</h2><h5>Mục con</h5><p lang=\"en\" title=\"t\">H<sub>2</sub>O <u>u</u> <s>s</s> <code>c</code> <mark>m</mark><sup>2</sup></p><p>Xem<a href=\"#ghi-chu\" id=\"o-ghi-chu\">1</a> và <a id=\"cho\">chỗ này</a><a id=\"diem\"></a></p>")]
    [InlineData("<pre><code>a  b</code></pre><blockquote><p>Lời</p></blockquote><dl><dt>Giờ</dt><dd>7h30</dd></dl><div id=\"phan\" lang=\"en\"><p>Part</p></div><hr><p id=\"ghi-chu\"><a href=\"#o-ghi-chu\">[1]</a> Hết</p>")]
    [InlineData("<ol type=\"a\" start=\"3\"><li>ba</li><li value=\"7\">bảy<ol type=\"I\"><li>con</li></ol></li></ol><ul><li>chấm<ol reversed=\"\"><li>ngược</li></ol></li></ul><p dir=\"rtl\">نص</p>")]
    [InlineData("<table><caption>Tên bảng</caption><thead><tr><th scope=\"col\">Việc</th></tr></thead><tbody><tr><td rowspan=\"2\">a</td></tr><tr><td><p>c</p><p>d</p></td></tr></tbody><tfoot><tr><td colspan=\"2\">Cộng</td></tr></tfoot></table>")]
    [InlineData("<figure><img src=\"/tep/0123456789abcdef/a.png\" alt=\"Ảnh\" width=\"8\" height=\"4\" loading=\"lazy\"><figcaption>Chú <em>thích</em></figcaption></figure><p><a href=\"https://www.youtube-nocookie.com/embed/a\" class=\"gp-video\" rel=\"noopener\">Xem video: A</a></p>")]
    public void What_the_editor_writes_stays_letter_by_letter(string stored) => Assert.Equal(stored, html.Clean(stored));

    [Fact]
    public void The_words_alone_keep_their_lines()
    {
        Assert.Equal("Mục\nMột\nHai\nÔ một Ô hai\nChữ đậm", html.ToText("<h2>Mục</h2><ul><li>Một</li><li>Hai</li></ul><table><tr><td>Ô một</td><td>Ô hai</td></tr></table><p>Chữ <b>đậm</b></p>"));
        Assert.Equal("", html.ToText(null));
    }
}
