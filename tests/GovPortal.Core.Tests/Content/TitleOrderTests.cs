using GovPortal.Publishing.Content;

namespace GovPortal.Core.Tests.Content;

/// <summary>Lists sort by bytes, so that every database sorts as a Vietnamese dictionary does.</summary>
public sealed class TitleOrderTests
{
    [Fact]
    public void Titles_stand_in_the_order_of_the_Vietnamese_alphabet()
    {
        string[] expected = ["An toàn", "Ăn uống", "Ấn phẩm", "Bảo hiểm", "Dân cư", "Đất đai", "Em bé", "Êm đềm", "Khai sinh", "Nhà ở", "Oan sai", "Ô tô", "Ở đợ", "Xây dựng", "Y tế"];

        Assert.Equal(expected, expected.Reverse().OrderBy(title => title, ByBytes));
    }

    [Fact]
    public void Capitals_and_spellings_of_the_same_letter_stand_together()
    {
        Assert.Equal(ItemColumns.OrderOf("ĐẤT ĐAI"), ItemColumns.OrderOf("đất đai"));
        Assert.Equal(ItemColumns.OrderOf("Hồ sơ"), ItemColumns.OrderOf("Hô\u0300 sơ"));
        Assert.True(ByBytes.Compare("Sở Công thương", "Sở Xây dựng") < 0);
    }

    [Fact]
    public void A_title_of_any_length_has_a_key_that_fits_its_column()
    {
        Assert.InRange(ItemColumns.OrderOf("").Length, 0, 96);
        Assert.InRange(ItemColumns.OrderOf(new string('đ', 100_000)).Length, 1, 96);
        Assert.NotEmpty(ItemColumns.OrderOf("🎉"));
    }

    private static readonly Comparer<string> ByBytes = Comparer<string>.Create((a, b) => ItemColumns.OrderOf(a).AsSpan().SequenceCompareTo(ItemColumns.OrderOf(b)));
}
