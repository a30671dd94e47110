using GovPortal.Core.Text;
using GovPortal.Publishing.Search;
using GovPortal.Search.Asking;
using GovPortal.Search.Tests.RealData;

namespace GovPortal.Search.Tests;

public sealed class KeystrokesTests(RealIndex real)
{
    [Theory]
    [InlineData("hooj", "hộ")]
    [InlineData("ddawng", "đăng")]
    [InlineData("kys", "ký")]
    [InlineData("tuwr", "tử")]
    [InlineData("nuwowcs", "nước")]
    [InlineData("nuowcs", "nước")]
    [InlineData("quoocs", "quốc")]
    [InlineData("giaasy", "giấy")]
    [InlineData("dangd", "đang")]
    [InlineData("tienes", "tiến")]
    [InlineData("hoafn", "hoàn")]
    [InlineData("rwouwj", "rượu")]
    [InlineData("hkt", null)]
    [InlineData("passport", null)]
    [InlineData("form", null)]
    public void Telex_keys_are_read_as_the_keyboard_reads_them(string typed, string? meant) => Assert.Equal(meant, Keystrokes.Telex(typed));

    [Theory]
    [InlineData("ho65", "hộ")]
    [InlineData("d9a8ng", "đăng")]
    [InlineData("chie61u", "chiếu")]
    [InlineData("nu7o7c1", "nước")]
    [InlineData("a1", null)]
    [InlineData("qh15", null)]
    [InlineData("2026", null)]
    public void Vni_keys_are_read_as_the_keyboard_reads_them(string typed, string? meant) => Assert.Equal(meant, Keystrokes.Vni(typed));

    [Theory]
    [InlineData("nghiêng", true)]
    [InlineData("quyết", true)]
    [InlineData("gì", true)]
    [InlineData("giếng", true)]
    [InlineData("các", true)]
    [InlineData("càc", false)]
    [InlineData("cac", false)]
    [InlineData("xyz", false)]
    public void A_syllable_follows_the_rules_of_its_tone(string word, bool isSyllable) => Assert.Equal(isSyllable, Syllable.IsWritten(word));

    [Fact]
    public void Only_words_that_nobody_uses_are_read_as_keys()
    {
        using var index = new TestIndex().With("Tách hộ").With("Đổi giấy phép lái xe").With("Thuế xe của visa và taxi");

        Assert.Equal("tách hộ", index.Find("tachs hooj").Understood);
        Assert.Equal("Tách hộ", Assert.Single(index.Find("tachs hooj").Items).Title);
        Assert.Equal("đổi giấy phép lái xe", index.Find("ddooir giaays phesp lais xe").Understood);
        Assert.Null(index.Find("visa taxi").Understood);
        Assert.Null(index.Find("tax of a new car").Understood);
        Assert.Null(index.Find(new SearchQuery("tachs hooj", null) { IsLiteral = true }).Understood);
    }

    [Fact]
    public void Titles_are_never_read_as_keys_or_slips()
    {
        Assert.SkipUnless(RealIndex.IsAtHand, RealIndex.Missing);

        foreach (var title in RealEntries.Procedures().Where((_, number) => number % 40 == 0).Select(entry => entry.Title))
        {
            Assert.Null(real.Finder.Find(new SearchQuery(title, null)).Understood);
            Assert.Null(real.Finder.Find(new SearchQuery(VietnameseText.Fold(title), null)).Understood);
        }
    }
}
