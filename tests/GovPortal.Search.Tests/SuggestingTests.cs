namespace GovPortal.Search.Tests;

public sealed class SuggestingTests
{
    private static TestIndex Titles() => new TestIndex()
        .With("Đăng ký khai sinh lưu động")
        .With("Đăng ký khai sinh")
        .With("Thủ tục đăng ký khai tử", tenant: TestIndex.Ward)
        .With("Khai báo tạm vắng")
        .With("Đăng ký khai sinh", tenant: TestIndex.Health)
        .With("Giấy phép xây dựng");

    [Theory]
    [InlineData("đăng ký kh")]
    [InlineData("dang ky kh")]
    [InlineData("DANG KY KHAI")]
    public void Half_a_word_suggests_what_is_wanted_most_then_titles_beginning_so(string typed)
    {
        using var index = Titles();

        Assert.Equal(["Đăng ký khai sinh", "Thủ tục đăng ký khai tử", "Đăng ký khai sinh lưu động"], index.Suggest(typed));
    }

    [Theory]
    [InlineData("khai si", "Đăng ký khai sinh")]
    [InlineData("so do", "Cấp Giấy chứng nhận quyền sử dụng đất lần đầu")]
    [InlineData("dang ky khai", "Đăng ký khai sinh")]
    public void What_most_people_mean_stands_before_titles_that_hold_the_letters(string typed, string first)
    {
        using var index = Titles().With("Đăng ký khai thác").With("Sơ đồ mặt bằng").With("Cấp Giấy chứng nhận quyền sử dụng đất lần đầu").With("Khai sinh: tin mới", type: "article");

        Assert.Equal(first, index.Suggest(typed)[0]);
    }

    [Fact]
    public void Words_may_stand_anywhere_in_the_title()
    {
        using var index = Titles();

        Assert.Equal(["Giấy phép xây dựng"], index.Suggest("xay dung"));
        Assert.Equal(["Giấy phép xây dựng"], index.Suggest("dựng giấy"));
        Assert.Empty(index.Suggest("khai xây"));
    }

    [Fact]
    public void A_finished_word_is_not_continued()
    {
        using var index = Titles();

        Assert.Empty(index.Suggest("kha "));
        Assert.NotEmpty(index.Suggest("kha"));
    }

    [Fact]
    public void A_site_suggests_its_own_titles()
    {
        using var index = Titles();

        Assert.Equal(["Thủ tục đăng ký khai tử"], index.Suggest("đăng ký", TestIndex.Ward));
    }

    [Fact]
    public void At_most_eight_are_suggested()
    {
        using var index = new TestIndex();
        for (var number = 1; number <= 20; number++)
        {
            index.With($"Thông báo số {number}");
        }

        Assert.Equal(8, index.Suggest("thông").Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!?")]
    [InlineData("🎉")]
    public void Nothing_typed_suggests_nothing(string typed)
    {
        using var index = Titles();

        Assert.Empty(index.Suggest(typed));
    }

    [Theory]
    [InlineData("khia sinh", "khai sinh")]
    [InlineData("đăng ký khai sing", "đăng ký khai sinh")]
    [InlineData("giay phpe xay dung", "giay phep xay dung")]
    [InlineData("giấy phép xây dụgn", "giấy phép xây dựng")]
    public void A_slip_of_the_finger_is_answered_by_a_better_spelling(string typed, string better)
    {
        using var index = Titles();

        var results = index.Find(typed);

        Assert.Equal(better, results.Understood ?? results.Suggestion);
    }

    [Theory]
    [InlineData("khai sinh")]
    [InlineData("Khai bao tam vang")]
    [InlineData("")]
    [InlineData("zzzzqqqq")]
    public void What_is_spelled_well_or_unknown_is_not_corrected(string typed)
    {
        using var index = Titles();

        Assert.Null(index.Find(typed).Suggestion);
    }
}
