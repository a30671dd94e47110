using System.Text;

namespace GovPortal.Search.Tests;

public sealed class HostileQueryTests
{
    private static readonly string[] texts =
    [
        "*:*", "title:khai AND body:*", "\"", "(((((", "khai~2^99", "[a TO z]", "khai\\", "\0\0\0", "+-&&||!(){}[]^\"~*?:\\/",
        "🎉🎊", "\uD83D", "\uDC00khai", "\u0301\u0301\u0301", "\uFEFF\u200B", "ﷺ", "𝕜𝕙𝕒𝕚", "İ", "<script>alert(1)</script>", "' OR 1=1 --",
        "1/2/3/4/5/6", "0000000/2022/", "999999999999999999", "1.00119310", "/", "-", "\n\t\r", "khai\u001Fsinh", "%00", "日本語",
    ];

    [Fact]
    public void No_text_breaks_a_search_or_is_taken_for_syntax()
    {
        using var index = new TestIndex().With("Đăng ký khai sinh", "1.001193");

        foreach (var text in texts)
        {
            Assert.False(index.Find(text).IsResting, text);
            index.Suggest(text);
        }

        Assert.Equal(0, index.Find("*:*").Total);
    }

    [Fact]
    public void A_pasted_page_is_answered_by_its_first_lines()
    {
        using var index = new TestIndex().With("Đăng ký khai sinh");

        Assert.Equal(1, index.Find("đăng ký khai sinh " + new string(' ', 20_000) + "x").Total);
        Assert.False(index.Find(string.Concat(Enumerable.Repeat("khai sinh ", 2_000))).IsResting);
        Assert.False(index.Find(string.Concat(Enumerable.Range(0, 2_000).Select(number => $"từ{number} "))).IsResting);
        Assert.False(index.Find(string.Concat(Enumerable.Range(0, 500).Select(number => $"{number}/2022/NĐ-CP "))).IsResting);
        Assert.False(index.Find(new string('a', 10_000)).IsResting);
        Assert.False(index.Find(string.Concat(Enumerable.Repeat("🎉", 5_000))).IsResting);
    }

    [Fact]
    public void Random_text_never_breaks_a_search()
    {
        using var index = new TestIndex().With("Đăng ký khai sinh", body: "Nộp hồ sơ theo Nghị định 42/2022/NĐ-CP");
        var random = new Random(20260115);
        for (var round = 0; round < 500; round++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(60); length > 0; length--)
            {
                text.Append(random.Next(3) == 0 ? "aăđ /-.12 "[random.Next(10)] : (char)random.Next(0x10000));
            }

            Assert.False(index.Find(text.ToString()).IsResting);
        }
    }

    [Fact]
    public void Odd_texts_can_be_published_and_found()
    {
        using var index = new TestIndex();
        foreach (var text in texts)
        {
            index.With($"Tin {text}", text, keywords: text, summary: text, body: text);
        }

        Assert.Equal(texts.Length, index.Find("tin").Total);
    }

    [Fact]
    public void Too_many_filters_match_nothing()
    {
        using var index = new TestIndex().With("Đăng ký khai sinh");
        var filters = Enumerable.Range(0, 40).ToDictionary(number => $"kind{number}", number => "x");

        Assert.Equal(0, index.Find(new("", null) { Terms = filters }).Total);
    }
}
