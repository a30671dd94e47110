using System.Text;
using AngleSharp.Html.Parser;
using GovPortal.Editing.Cleaning;

namespace GovPortal.Core.Tests.Writing;

/// <summary>What Word, and what resembles it, puts on the clipboard.</summary>
public sealed class WordHtmlTests
{
    private readonly SafeHtml html = new();

    [Fact]
    public void Points_drawn_by_Word_become_a_list_with_its_levels()
    {
        var clean = html.Clean(Word("""
            <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
            lang=VI style='mso-bidi-font-family:Calibri'><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=VI>Tờ khai
            theo mẫu<o:p></o:p></span></p>
            <p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>a.<span>&nbsp; </span></span></span><![endif]>Bản chính</p>
            <p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>b.<span>&nbsp; </span></span></span><![endif]>Bản sao</p>
            <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span></span><![endif]>Căn cước</p>
            <p class=MsoNormal>Nộp tại bộ phận một cửa.<o:p></o:p></p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span></span><![endif]>Sáng</p>
            """));

        Assert.Equal("<ol><li>Tờ khai theo mẫu<ol type=\"a\"><li>Bản chính</li><li>Bản sao</li></ol></li><li>Căn cước</li></ol><p>Nộp tại bộ phận một cửa.</p><ul><li>Sáng</li></ul>", Tight(clean));
    }

    [Fact]
    public void A_list_that_goes_on_after_a_paragraph_keeps_its_numbers()
    {
        var clean = html.Clean(Word(Point("1.", "Một") + "<p class=MsoNormal>Lời giải thích.</p>" + Point("2.", "Hai") + Point("3.", "Ba")));

        Assert.Equal("<ol><li>Một</li></ol><p>Lời giải thích.</p><ol start=\"2\"><li>Hai</li><li>Ba</li></ol>", Tight(clean));
    }

    [Fact]
    public void A_table_keeps_joined_cells_and_gets_its_heading_row()
    {
        var clean = html.Clean(Word("""
            <table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
             <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
              <td width=208 rowspan=1 valign=top style='width:155.8pt'><p class=MsoNormal align=center><b><span lang=VI>Thời gian<o:p></o:p></span></b></p></td>
              <td width=415 colspan=2 valign=top><p class=MsoNormal><b>Lệ </b><b style='mso-bidi-font-weight:normal'>phí</b></p></td>
             </tr>
             <tr style='mso-yfti-irow:1'>
              <td rowspan=2><p class=MsoNormal>Ba ngày</p></td><td><p class=MsoNormal>Trực tiếp</p></td><td><p class=MsoNormal>8.000&nbsp;đồng</p><p class=MsoNormal>một bản</p></td>
             </tr>
             <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'><td><p class=MsoNormal>Trực tuyến</p></td><td><p class=MsoNormal>Không</p></td></tr>
            </table>
            """));

        Assert.Equal("<table><thead><tr><th rowspan=\"1\" scope=\"col\">Thời gian</th><th colspan=\"2\" scope=\"col\">Lệ phí</th></tr></thead><tbody>"
            + "<tr><td rowspan=\"2\">Ba ngày</td><td>Trực tiếp</td><td><p>8.000 đồng</p><p>một bản</p></td></tr><tr><td>Trực tuyến</td><td>Không</td></tr></tbody></table>", Tight(clean));
    }

    [Fact]
    public void A_table_without_strong_words_in_its_first_row_is_given_no_headings()
    {
        Assert.DoesNotContain("<th", html.Clean(Word("<table><tr><td><p class=MsoNormal>Một</p></td><td><p class=MsoNormal>Hai</p></td></tr><tr><td>Ba</td><td>Bốn</td></tr></table>")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_footnote_leads_to_its_note_at_the_end_and_back()
    {
        var clean = html.Clean(Word("""
            <p class=MsoNormal>Theo Nghị định<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span
            style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a> đã ban hành.</p>
            <div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
            <div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span
            class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a> Nghị định số 63/2010/NĐ-CP.</p></div></div>
            """));

        var body = new HtmlParser().ParseDocument(clean).Body!;
        var (reference, back) = (body.QuerySelector("sup a")!, body.QuerySelector("hr + p a")!);
        Assert.Equal("1", reference.TextContent);
        Assert.Equal("[1] Nghị định số 63/2010/NĐ-CP.", back.ParentElement!.TextContent.Trim());
        Assert.Equal(reference.GetAttribute("href"), "#" + back.ParentElement.Id);
        Assert.Equal(back.GetAttribute("href"), "#" + reference.Id);
        Assert.Equal(clean, html.Clean(clean));
    }

    [Fact]
    public void Headings_go_one_down_together_and_the_title_of_the_page_stays_the_first()
    {
        Assert.Equal("<h2>Phần một</h2><h3>Mục 1</h3><p>Chữ</p>", Tight(html.Clean(Word("<h1><b><span lang=VI>Phần một<o:p></o:p></span></b></h1><h2>Mục 1</h2><p class=MsoNormal>Chữ</p>"))));
        Assert.Equal("<h2>Mục</h2><h3>Nhỏ</h3>", Tight(html.Clean("<h2>Mục</h2><h3>Nhỏ</h3>")));
    }

    [Fact]
    public void Letters_that_come_in_pieces_are_stored_whole()
    {
        var clean = html.Clean(Word($"<p class=MsoNormal>{"Ủy ban nhân dân tỉnh".Normalize(NormalizationForm.FormD)}</p>"));

        Assert.Equal("<p>Ủy ban nhân dân tỉnh</p>", clean);
    }

    [Fact]
    public void Words_split_into_runs_are_joined_and_what_was_deleted_stays_deleted()
    {
        Assert.Equal("<p><strong>Điều 5</strong> có hiệu lực</p>",
            html.Clean(Word("<p class=MsoNormal><b>Đi</b><b><span style='mso-bidi-x:1'>ều 5</span></b> <del cite=\"mailto:A\">hết</del><ins>có</ins> hiệu lực</p>")));
        Assert.Equal("<p><strong>Đậm</strong> và <em>nghiêng</em></p>", html.Clean("<b style=\"font-weight:normal\" id=\"docs-internal-guid-1\"><p><span style=\"font-weight:700\">Đậm</span> và <span style=\"font-style:italic\">nghiêng</span></p></b>"));
    }

    [Fact]
    public void Pictures_no_reader_can_fetch_are_counted_and_left_out()
    {
        var cleaned = html.CleanPaste("<p>Trước <img src=\"file:///C:/Users/HOA/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg\"><img src='data:image/png;base64,AAAA'><img src='/tep/0123456789abcdef/a.png' alt='A'></p>");

        Assert.Equal(2, cleaned.PicturesLeftOut);
        Assert.Equal("<p>Trước <img src=\"/tep/0123456789abcdef/a.png\" alt=\"A\" loading=\"lazy\"></p>", MissingMarks.Without(cleaned.Html));
    }

    [Theory]
    [InlineData("o", "ul"), InlineData("·", "ul"), InlineData("§", "ul"), InlineData("v", "ul"), InlineData("-", "ul")]
    [InlineData("a.", "ol type=\"a\""), InlineData("IV.", "ol type=\"I\" start=\"4\""), InlineData("7.", "ol start=\"7\"")]
    [InlineData("i)", "p>i)"), InlineData("(1)", "p>(1)"), InlineData("2", "p>2"), InlineData("1.2.", "p>1.2."), InlineData("Điều 5.", "p>Điều 5."), InlineData("☐", "p>☐")]
    public void A_letter_by_itself_is_a_bullet_and_what_no_browser_draws_so_stays_as_words(string marker, string beginning) =>
        Assert.StartsWith($"<{beginning}", html.Clean(Word(Point(marker, "Một"))), StringComparison.Ordinal);

    [Fact]
    public void Nothing_of_Word_is_left()
    {
        var clean = html.Clean(Word("<p class=MsoNormal style='mso-pagination:none'><a name=\"_Toc1\"></a><span style='font-family:\"Times New Roman\"'>Chữ<o:p>&nbsp;</o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"));

        Assert.Equal("<p>Chữ</p>", clean);
    }

    private static string Point(string marker, string words) =>
        $"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>{marker}<span>&nbsp; </span></span><![endif]>{words}</p>\n";

    private static string Tight(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"(?<=>)\s+(?=<)|(?<=\S)\s+(?=</)", "");

    // The head of Word's clipboard, shortened: what is between the marks is what was copied.
    private static string Word(string fragment) => $$"""
        <html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
        <head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15"><link rel=File-List href="file:///C:/clip_filelist.xml">
        <!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
        <style><!-- p.MsoNormal {margin:0cm; font-size:14.0pt;} @list l0 {mso-list-id:1;} --></style></head>
        <body lang=EN-US style='tab-interval:36.0pt'><!--StartFragment-->{{fragment}}<!--EndFragment--></body></html>
        """;
}
