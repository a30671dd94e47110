using AngleSharp.Html.Parser;
using GovPortal.Editing.Forms;

namespace GovPortal.Core.Tests.Writing;

public sealed class TextRulesTests
{
    private static readonly string FortyWords = string.Join(' ', Enumerable.Repeat("chữ", 40));

    public static TheoryData<string, string[]> Texts => new()
    {
        { "<p>Câu ngắn.</p><img src='/a.png' alt='Lễ ký'>", [] },
        { "<img src='/a.png'><img src='/b.png' alt=' '>", ["no-alt img 0", "no-alt img 1"] },
        { "<h2>Một</h2><h4>Nhảy</h4><h3>Lùi</h3>", ["skipped-heading h4 0"] },
        { "<h3>Bắt đầu từ mục nhỏ</h3>", ["skipped-heading h3 0"] },
        { "<h2>Một</h2><h3>Hai</h3><h2>Ba</h2>", [] },
        { "<p><a href='/a'>bấm vào đây</a> <a href='/b'>Tại đây.</a> <a href='/c'>click here</a> <a href='/d'>Xem chi tiết quyết định</a></p>", ["empty-link-words a 0", "empty-link-words a 1", "empty-link-words a 2"] },
        { "<table><tr><td>A</td></tr></table><table><tr><th>A</th></tr></table>", ["table-without-heading table 0"] },
        { $"<p>Ngắn. {FortyWords}. Ngắn.</p>", ["long-sentence p 0"] },
        { $"<ul><li>{FortyWords}</li></ul>", ["long-sentence li 0"] },
        { "<p>Tải văn bản:</p><p><a href='/tep/0123456789abcdef/van-ban.pdf'>van-ban.pdf</a></p>", ["only-a-file a 0"] },
        { "<h2 id='muc-1'>Một</h2><p><a href='#muc-1'>Mục một</a> <a href='#muc-2'>Mục hai</a> <a href='#top'>Đầu trang</a></p>", ["no-target a 1"] },
        { $"<p>{string.Join(". ", Enumerable.Repeat("Đây là câu đủ ý", 12))}</p><p><a href='/a.pdf'>Toàn văn</a></p>", [] },
    };

    [Theory, MemberData(nameof(Texts))]
    public void A_rule_remarks_on_the_place_and_on_no_other(string html, string[] expected)
    {
        var remarks = TextRules.Look(new HtmlParser().ParseDocument(html).Body!);

        Assert.Equal(expected, remarks.Select(r => $"{r.Rule} {r.Tag} {r.Nth}"));
    }
}
