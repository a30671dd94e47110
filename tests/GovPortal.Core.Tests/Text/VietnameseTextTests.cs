using System.Text;
using GovPortal.Core.Text;

namespace GovPortal.Core.Tests.Text;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("Giấy chứng nhận", "Giấy chứng nhận")]
    [InlineData("Hô\u0300 sơ gô\u0300m", "Hồ sơ gồm")]
    [InlineData("Điều\u00A01.\u200B Phạm vi", "Điều 1. Phạm vi")]
    [InlineData("\uFEFFSở Tư pháp", "Sở Tư pháp")]
    [InlineData("\uF0B7 Bản chính\r\n\uF02D Bản sao\rHết", "• Bản chính\n• Bản sao\nHết")]
    [InlineData("Cột\tmột\u0007\u0000 hai", "Cột\tmột hai")]
    [InlineData("hành\u00AD chính", "hành chính")]
    [InlineData("a\u200Db hồ\u200C sơ \u200E1", "ab hồ sơ 1")]
    [InlineData("می\u200Cخواهم\u200C \u200Cو", "می\u200Cخواهم و")]
    [InlineData("می\u200C\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("क्\u200Dष क्\u200Cष", "क्\u200Dष क्\u200Cष")]
    [InlineData("ه\u200D và שלום\u200F! 1", "ه\u200D và שלום\u200F! 1")]
    [InlineData("👨\u200D👩\u200D👧 ❤\uFE0F\u200D🔥 👩🏽\u200D💻 🎉\u200D.", "👨\u200D👩\u200D👧 ❤\uFE0F\u200D🔥 👩🏽\u200D💻 🎉.")]
    [InlineData("🎉 Chúc mừng", "🎉 Chúc mừng")]
    [InlineData("", "")]
    public void Text_is_given_one_spelling_and_nothing_invisible(string text, string normal) =>
        Assert.Equal(normal, VietnameseText.Normalize(text));

    [Fact]
    public void A_word_is_found_with_or_without_its_joiners() => Assert.Equal(VietnameseText.Fold("میخواهم"), VietnameseText.Fold("می\u200Cخواهم"));

    // Attributes are stored as UTF-8, which cannot hold half a pair.
    [Fact]
    public void Half_a_surrogate_pair_is_dropped()
    {
        Assert.Equal("nửa cặp  mất", VietnameseText.Normalize("nửa cặp \uD83D mất"));
        Assert.Equal("ngược ", VietnameseText.Normalize("ngược \uDE00\uD83D"));
    }

    [Fact]
    public void Clean_text_is_returned_as_it_is()
    {
        var clean = "Thủ tục đăng ký khai sinh\nlưu động";

        Assert.Same(clean, VietnameseText.Normalize(clean));
        Assert.Same("Sở Y tế", VietnameseText.NormalizeLine("Sở Y tế"));
    }

    [Theory]
    [InlineData("  Bước 1:\r\n\t nộp\u00A0 hồ sơ ", "Bước 1: nộp hồ sơ")]
    [InlineData("\n\n", "")]
    [InlineData("Đã gọn", "Đã gọn")]
    [InlineData("dư cuối ", "dư cuối")]
    public void A_line_has_single_spaces_and_none_at_its_ends(string text, string line) =>
        Assert.Equal(line, VietnameseText.NormalizeLine(text));

    [Theory]
    [InlineData("Đường Nguyễn Đình Chiểu", "duong nguyen dinh chieu")]
    [InlineData("QUYỀN SỬ DỤNG ĐẤT", "quyen su dung dat")]
    [InlineData("ưỡn ẹo, ợ, ằ, ẵ, ẩ, ỹ", "uon eo, o, a, a, a, y")]
    [InlineData("Thôn 3 / xã Ia Đrăng", "thon 3 / xa ia drang")]
    public void Folding_takes_away_case_and_marks(string text, string folded)
    {
        Assert.Equal(folded, VietnameseText.Fold(text));
        Assert.Equal(folded, VietnameseText.Fold(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("hoà giải ở cơ sở", "hòa giải ở cơ sở")]
    [InlineData("Thuỷ sản, Hoá chất, khoẻ mạnh", "Thủy sản, Hóa chất, khỏe mạnh")]
    [InlineData("UỶ BAN, HOÀ BÌNH", "ỦY BAN, HÒA BÌNH")]
    [InlineData("uỷ quyền, huỷ bỏ, loà xoà", "ủy quyền, hủy bỏ, lòa xòa")]
    [InlineData("quý khách, quỹ, quà tặng, qua đời", "quý khách, quỹ, quà tặng, qua đời")]
    [InlineData("giá, già, của, mùa, thuở", "giá, già, của, mùa, thuở")]
    [InlineData("hoàn thuế, khoản, xoáy, khuỷu tay, chuyển", "hoàn thuế, khoản, xoáy, khuỷu tay, chuyển")]
    [InlineData("hòa, thủy, khỏe", "hòa, thủy, khỏe")]
    public void Old_and_new_tone_placement_become_one(string text, string canonical)
    {
        Assert.Equal(canonical, VietnameseText.CanonicalTone(text));
        Assert.Equal(canonical, VietnameseText.CanonicalTone(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("Sở Tư pháp", "so-tu-phap")]
    [InlineData("  Đăng ký: khai sinh (lưu động)! ", "dang-ky-khai-sinh-luu-dong")]
    [InlineData("Phường Kinh Bắc – 2025", "phuong-kinh-bac-2025")]
    [InlineData("…?!", "muc")]
    [InlineData("", "muc")]
    [InlineData("日本語", "muc")]
    public void A_slug_is_ascii_words_and_never_empty(string text, string slug)
    {
        Assert.Equal(slug, VietnameseText.Slug(text));
        Assert.Equal(slug, VietnameseText.Slug(text.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("đăng ký thường trú", 12, "dang-ky")]
    [InlineData("đăng ký thường trú", 7, "dang-ky")]
    [InlineData("đăng ký thường trú", 18, "dang-ky-thuong-tru")]
    [InlineData("nghiênglệch", 5, "nghie")]
    public void A_long_slug_is_cut_between_words(string text, int most, string slug) =>
        Assert.Equal(slug, VietnameseText.Slug(text, most));

    [Fact]
    public void Names_sort_as_in_a_vietnamese_dictionary()
    {
        string[] names = ["Đông Anh", "Ân Thi", "Bắc Ninh", "Ăn Khê", "An Giang", "Duy Tiên", "Ê Đê", "Em", "Ô Môn", "Ơ Đu", "Oai", "Ứng Hòa", "Uông Bí"];

        Assert.Equal(
            ["An Giang", "Ăn Khê", "Ân Thi", "Bắc Ninh", "Duy Tiên", "Đông Anh", "Em", "Ê Đê", "Oai", "Ô Môn", "Ơ Đu", "Uông Bí", "Ứng Hòa"],
            names.Order(VietnameseText.Comparer));
    }
}
