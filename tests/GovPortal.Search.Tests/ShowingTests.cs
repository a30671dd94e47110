using System.Net;
using System.Text.RegularExpressions;

namespace GovPortal.Search.Tests;

public sealed partial class ShowingTests
{
    private const string Filler = "Tổ chức, cá nhân nộp hồ sơ tại Trung tâm Phục vụ hành chính công trong giờ làm việc và nhận giấy hẹn. ";

    [Fact]
    public void A_snippet_marks_words_whatever_their_diacritics_in_the_spelling_of_the_text()
    {
        using var index = new TestIndex().With("Lệ phí", summary: "Mức thu Lệ phí trước bạ nhà, đất");

        var hit = Assert.Single(index.Find("le phi truoc ba").Items);

        Assert.Equal("Mức thu <mark>Lệ phí trước bạ</mark> nhà, đất", hit.SnippetHtml);
        Assert.Equal("<mark>Lệ phí</mark>", hit.TitleHtml);
    }

    [Fact]
    public void A_snippet_is_the_part_of_a_long_body_that_answers()
    {
        var body = string.Concat(Enumerable.Repeat(Filler, 20)) + "Thời hạn cấp thẻ thương binh là ba mươi ngày. " + string.Concat(Enumerable.Repeat(Filler, 20));
        using var index = new TestIndex().With("Giải quyết chế độ", summary: "Chế độ với người có công", body: body);

        var snippet = Assert.Single(index.Find("cấp thẻ thương binh").Items).SnippetHtml;

        Assert.Contains("<mark>cấp thẻ thương binh</mark>", snippet, StringComparison.Ordinal);
        Assert.StartsWith("…", snippet, StringComparison.Ordinal);
        Assert.EndsWith("…", snippet, StringComparison.Ordinal);
        Assert.InRange(Plain(snippet).Length, 120, 210);
    }

    [Fact]
    public void A_snippet_is_cut_between_words()
    {
        var body = string.Concat(Enumerable.Repeat(Filler, 20)) + "thương binh " + string.Concat(Enumerable.Repeat(Filler, 20));
        using var index = new TestIndex().With("Chế độ", body: body);

        var words = Plain(Assert.Single(index.Find("thương binh").Items).SnippetHtml).Trim('…').Split(' ');

        Assert.All(words, word => Assert.Contains($" {word} ", $" {body} ", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_word_in_it_the_snippet_is_the_beginning_of_the_summary()
    {
        using var index = new TestIndex().With("Tuyển dụng viên chức", summary: "Kế hoạch năm 2026", body: "Điều kiện dự thi");

        Assert.Equal("Kế hoạch năm 2026", Assert.Single(index.Find("tuyển dụng").Items).SnippetHtml);
        Assert.Equal("Kế hoạch năm 2026", Assert.Single(index.Find("").Items).SnippetHtml);
    }

    [Fact]
    public void An_item_of_a_title_only_has_an_empty_snippet()
    {
        using var index = new TestIndex().With("Thông báo nghỉ lễ");

        Assert.Equal("", Assert.Single(index.Find("nghỉ lễ").Items).SnippetHtml);
    }

    [Fact]
    public void Nothing_of_a_text_becomes_markup_but_mark()
    {
        using var index = new TestIndex().With(
            "Cảnh báo <script>alert('lừa đảo')</script>",
            summary: "Không bấm <a href=\"x\" onclick='y'>lừa đảo</a> & <mark>giả</mark> 🎉",
            body: "<b>lừa đảo</b>");

        foreach (var query in new[] { "lừa đảo", "<script>", "script alert", "mark", "" })
        {
            var hit = Assert.Single(index.Find(query).Items);
            var rest = Marks().Replace(hit.TitleHtml + hit.SnippetHtml, "");
            Assert.DoesNotContain('<', rest);
            Assert.DoesNotContain('>', rest);
            Assert.DoesNotContain('"', rest);
        }
    }

    [Fact]
    public void Vietnamese_letters_stay_readable_in_the_markup()
    {
        using var index = new TestIndex().With("Đề án chuyển đổi số ở xã Ỷ La");

        Assert.Equal("<mark>Đề án</mark> chuyển đổi số ở xã Ỷ La", Assert.Single(index.Find("đề án").Items).TitleHtml);
    }

    [Fact]
    public void A_word_without_end_is_cut_all_the_same()
    {
        using var index = new TestIndex().With("Mã băm", body: new string('a', 3_000) + string.Concat(Enumerable.Repeat("🎉", 500)));

        Assert.InRange(Plain(Assert.Single(index.Find("mã băm").Items).SnippetHtml).Length, 150, 210);
    }

    private static string Plain(string html) => WebUtility.HtmlDecode(Marks().Replace(html, ""));

    [GeneratedRegex("</?mark>")]
    private static partial Regex Marks();
}
