using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;

namespace GovPortal.Core.Tests.Writing;

/// <summary>What a reader of the given text saw, and no more: of links, fields, tables with hidden parts, and rules of style sheets.</summary>
public sealed class AsSeenTests
{
    private readonly SafeHtml html = new();

    [Theory]
    [InlineData("ftp://so.example/a.doc", "ftp://so.example/a.doc")]
    [InlineData("zalo://qr/1", "zalo://qr/1")]
    [InlineData("C:\\Users\\a\\to-khai.docx", "C:\\Users\\a\\to-khai.docx")]
    [InlineData("file:///C:/a.doc", "file:///C:/a.doc")]
    [InlineData("\\\\may-chu\\chung\\a.xls", "\\\\may-chu\\chung\\a.xls")]
    [InlineData(" java&#10;script:alert(1)", "java\nscript:alert(1)")]
    [InlineData("skype:so-y-te?call", "skype:so-y-te?call")]
    public void A_link_that_readers_cannot_follow_leaves_its_words_and_is_told(string target, string told)
    {
        var clean = html.CleanPaste($"<p>Tải <a href=\"{target}\"><b>mẫu đơn</b></a> về</p>");

        Assert.Equal("<p>Tải <strong>mẫu đơn</strong> về</p>", clean.Html);
        Assert.Equal([(LeftOutKind.Link, told)], clean.LeftOut.Select(one => (one.Kind, one.Source)));
        Assert.DoesNotContain("<a", html.CleanImport($"<p><a href=\"{target}\">x</a></p>").Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p><a href=\"tel:19001000\">1900</a> <a href=\"muc/2\">2</a> <a href=\"#a\" id=\"b\">3</a></p>")]
    [InlineData("<p><a href=\"/thu-tuc?ma=1\">1</a> <a href=\"mailto:a@example.vn\">2</a></p>")]
    public void Other_links_lead_where_they_led(string given)
    {
        var clean = html.CleanPaste(given);

        Assert.Equal(given.Split("href=").Length, clean.Html.Split("href=").Length);
        Assert.Empty(clean.LeftOut);
    }

    [Theory]
    [InlineData("<p>Họ tên: <input value=\"Nguyễn Thị Ánh\"><input type=hidden value=\"Kín\"><input type=\"password\" value=\"Kín\"></p>", "<p>Họ tên: Nguyễn Thị Ánh</p>")]
    [InlineData("<label>Ngày<input type=date value=\"2026-08-05\">đến<input type=TEXT value=\"mai\"></label>", "Ngày 2026-08-05 đến mai")]
    [InlineData("<p>Tỉnh <select><option>Bắc Ninh<option selected>Huế<option>Cà Mau</select> nhé</p>", "<p>Tỉnh Huế nhé</p>")]
    [InlineData("<p>Tỉnh <select><optgroup label=\"Bắc\"><option disabled>Chọn</option><option>Bắc Ninh</option></optgroup></select></p>", "<p>Tỉnh Bắc Ninh</p>")]
    [InlineData("<p>Ý kiến: <textarea>Dòng một\nDòng hai</textarea></p>", "<p>Ý kiến: Dòng một<br>Dòng hai</p>")]
    [InlineData("<p><input type=submit value=\"Gửi\"></p>", "<p>Gửi</p>")]
    public void What_was_typed_or_chosen_stays(string given, string clean)
    {
        Assert.Equal(clean, html.Clean(given));
    }

    [Fact]
    public void What_was_not_chosen_is_told_and_a_list_that_stands_open_stays_whole()
    {
        var clean = html.CleanPaste("<p>Tỉnh <select><option>Bắc Ninh<option selected>Huế<option>Cà Mau</select></p>");

        Assert.Contains(clean.LeftOut, one => one.Kind == LeftOutKind.Hidden && one.Source.Contains("Bắc Ninh", StringComparison.Ordinal));
        Assert.Equal("Một Hai", html.ToText(html.Clean("<select multiple><option>Một</option><option>Hai</option></select>")).ReplaceLineEndings(" "));
    }

    [Theory]
    [InlineData("<table><col><col style='display:none'><col><tr><th colspan=3>Đầu</th></tr><tr><td>1</td><td>Ẩn</td><td>2</td></tr></table>", "<th colspan=\"2\" scope=\"col\">Đầu</th>|<td>1</td><td>2</td>")]
    [InlineData("<table><colgroup><col><col width=0></colgroup><tr><td colspan=2>Đầu</td></tr><tr><td>1</td><td>Ẩn</td></tr></table>", "<td>Đầu</td>|<td>1</td>")]
    [InlineData("<table><colgroup></colgroup><colgroup span=2 style='visibility:collapse'></colgroup><tr><td colspan=3>Đầu</td></tr><tr><td>1</td><td>Ẩn</td><td>Ẩn</td></tr></table>", "<td>Đầu</td>|<td>1</td>")]
    [InlineData("<table><tr><td rowspan=3>Dọc</td><td>1</td></tr><tr style='display:none'><td>Ẩn</td></tr><tr><td>2</td></tr></table>", "<td rowspan=\"2\">Dọc</td><td>1</td>|<td>2</td>")]
    [InlineData("<table><tr><td rowspan=0>Dọc</td><td>1</td></tr><tr hidden><td>Ẩn</td></tr><tr><td>2</td></tr></table>", "<td rowspan=\"2\">Dọc</td><td>1</td>|<td>2</td>")]
    [InlineData("<table><tr hidden><td>Ẩn</td><td rowspan=2>Ẩn</td><td>Ẩn</td></tr><tr><td>1</td><td>2</td></tr></table>", "<td>1</td><td></td><td>2</td>")]
    [InlineData("<table style='mso-displayed-decimal-separator:x'><tr height=0 style='height:0'><td>Ẩn</td><td rowspan=3>Ghép</td></tr><tr><td>1</td></tr><tr><td>2</td></tr></table>", "<td>1</td><td rowspan=\"2\">Ghép</td>|<td>2</td>")]
    public void A_table_with_hidden_rows_and_columns_stays_a_rectangle(string given, string rows)
    {
        using var table = BoundedHtml.Parse(html.Clean(given))!;

        Assert.Equal(rows, string.Join('|', table.QuerySelectorAll("tr").Select(row => row.InnerHtml)));
    }

    [Theory]
    [InlineData("<style>@media screen{.an{display:none}} @media print{.in{display:none}} @media (max-width:600px){.nho{display:none}}</style><p class=nho>Công <span class=an>Ẩn</span><span class=in>bố</span></p>")]
    [InlineData("<style media=print>p{display:none}</style><style>.chi-in{display:none} @media print{.chi-in{display:block}} @supports (display:grid){.luoi{display:none}}</style><p>Công bố</p><p class=chi-in>Ẩn</p><p class=luoi>Ẩn</p>")]
    [InlineData("<style>div.hop > span.an, table .an{visibility:hidden} @media only screen and (min-width:900px){#to{display:none}}</style><div class=hop>Công bố<span class=an>Ẩn</span></div><p id=to>Ẩn</p>")]
    [InlineData("<p>Công <span style='font-size:0'>Ẩn</span>bố<span style='font:0/0 a'>Ẩn</span><span style='font-size:.0em'>Ẩn</span><span style='filter: opacity(0)'>Ẩn</span></p>")]
    [InlineData("<style>.khung{font-size:0}.o{font-size:14px}</style><div class=khung>Ẩn<p class=o>Công bố</p>Ẩn</div>")]
    [InlineData("<p>Công bố<span style='opacity:0'>Ẩn</span><span style='opacity: 0.0 !important'>Ẩn</span></p>")]
    [InlineData("<p>Công bố</p><div style='position:absolute; left:-9999px'>Ẩn</div><p style='position:fixed;top:-1000px'>Ẩn</p><h2 style='text-indent:-9999px'>Ẩn</h2>")]
    [InlineData("<p>Công bố<span style='position:absolute;clip:rect(0 0 0 0)'>Ẩn</span><span style='clip-path: inset(50%)'>Ẩn</span></p><div style='height:0;overflow:hidden'>Ẩn</div>")]
    [InlineData("<p>Công bố<span style='position:absolute;width:1px;height:1px;overflow:hidden'>Ẩn</span><span style='transform: scale(0)'>Ẩn</span></p><div popover>Ẩn</div>")]
    public void What_no_reader_saw_stays_out_and_is_told(string given)
    {
        var clean = html.CleanPaste(given);

        Assert.Equal("Công bố", html.ToText(clean.Html).ReplaceLineEndings(" "));
        Assert.All(clean.LeftOut, one => Assert.Equal(LeftOutKind.Hidden, one.Kind));
        Assert.Contains(clean.LeftOut, one => one.Source.Contains("Ẩn", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<p style='margin-left:150pt;text-indent:-113.4pt'>Thụt lề treo</p>")]
    [InlineData("<p style='font-size:0.8em;opacity:0.5;left:-9999px'>Nhỏ mà thấy</p>")]
    [InlineData("<div style='position:relative;height:0;padding-bottom:56%;overflow:hidden'>Khung có chỗ</div>")]
    [InlineData("<style>@media print{p{display:none}} @media not screen{.a{display:none}} @page{size:A4} @font-face{font-family:x}</style><p class=a>Thấy</p>")]
    public void What_only_looks_like_hiding_stays(string given)
    {
        var clean = html.CleanPaste(given);

        Assert.NotEqual("", html.ToText(clean.Html));
        Assert.Empty(clean.LeftOut);
    }

    [Theory]
    [InlineData("<style>ul.khong{list-style:none}</style><ul class=khong><li>Một</li></ul>", "<p>Một</p>")]
    [InlineData("<style>ol{list-style-type:lower-alpha} li{display:flex}</style><ol><li>Một</li></ol>", "<ol type=\"a\"><li>Một</li></ol>")]
    [InlineData("<style>@media print{ul{list-style:none}}</style><ul><li>Một</li></ul>", "<ul><li>Một</li></ul>")]
    public void A_rule_of_a_style_sheet_says_how_a_list_looks(string given, string clean) => Assert.Equal(clean, html.Clean(given));

    [Theory]
    [InlineData("Wingdings", "toàn bộ hồ sơ", "toàn bộ hồ sơ")]
    [InlineData("Symbol", "đơn", "đơn")]
    [InlineData("Symbol, Arial", "Nộp a", "Nộp a")]
    [InlineData("Arial, Wingdings", "à", "à")]
    [InlineData("Symbol MT", "a", "α")]
    [InlineData("Webdings", "i", "🛈")]
    [InlineData("Wingdings", "(", "🕿")]
    [InlineData("Marlett", "a", "\uFFFD")]
    [InlineData("FontAwesome", "\uF0E0", "\uFFFD")]
    [InlineData("Arial", "\uE123", "\uFFFD")]
    public void Words_in_a_font_of_signs_stay_words_and_signs_become_signs(string font, string letters, string shown)
    {
        var clean = html.CleanPaste($"<p>Nộp <span style=\"font-family:{font}\">{letters}</span></p>");

        Assert.Equal($"<p>Nộp {shown}</p>", clean.Html);
        Assert.Equal(shown == "\uFFFD" ? [LeftOutKind.Sign] : [], clean.LeftOut.Select(one => one.Kind));
    }

    [Theory]
    [InlineData("<p style='font-family:Symbol'>Hồ sơ gồm <b>ba</b> bản</p>", "<p>Hồ sơ gồm <strong>ba</strong> bản</p>")]
    [InlineData("<p style='font-family:Wingdings'>à <span style='font-family:Arial'>Nộp hồ sơ</span></p>", "<p>→ Nộp hồ sơ</p>")]
    public void A_whole_paragraph_is_words_or_signs(string given, string clean) => Assert.Equal(clean, html.Clean(given));

    [Fact]
    public void Word_may_say_the_font_of_a_sign_beside_the_font_of_letters() =>
        Assert.Equal("<p>→ <strong>b</strong></p>", html.Clean("<p><span style='font-family:\"Times New Roman\";mso-char-type:symbol;mso-symbol-font-family:Wingdings'>à</span> <b style='font-family:inherit'>b</b></p>"));

    [Theory]
    [InlineData("<p>می‌خواهم کتاب‌ها، ه‍</p>")]
    [InlineData("<p>क्‍ष और क्‌ष, র‍্য</p>")]
    [InlineData("<p>👨‍👩‍👧 👩🏽‍💻 ❤️‍🔥 🏳️‍🌈</p>")]
    public void Joiners_stay_where_a_reader_sees_them(string given) => Assert.Equal(given, html.Clean(given));
}
