using System.Text;
using GovPortal.Core.Configuration;
using GovPortal.Core.Text;

namespace GovPortal.Core.Tests.Text;

public sealed class DocumentNumberTests
{
    [Theory]
    [InlineData("42/2022/NĐ-CP", "42/2022/NĐ-CP", "42/2022/ndcp")]
    [InlineData("42/2022/nd-cp", "42/2022/NĐ-CP", "42/2022/ndcp")]
    [InlineData(" 42 / 2022 / NĐ - CP ", "42/2022/NĐ-CP", "42/2022/ndcp")]
    [InlineData("Nghị định số 42/2022/NĐ-CP", "42/2022/NĐ-CP", "42/2022/ndcp")]
    [InlineData("42-2022-ND-CP", "42/2022/NĐ-CP", "42/2022/ndcp")]
    [InlineData("42/2022 nd cp", "42/2022/NĐ-CP", "42/2022/ndcp")]
    [InlineData("nd 42/2022", "42/2022", "nd 42/2022")]
    [InlineData("NĐ42/2022", "42/2022", "nd 42/2022")]
    [InlineData("Nghị định 42/2022", "42/2022", "nd 42/2022")]
    [InlineData("nghị định 42 năm 2022", "42/2022", "nd 42/2022")]
    [InlineData("42/2022", "42/2022", "42/2022")]
    [InlineData("01/2011/TT-BNV", "1/2011/TT-BNV", "1/2011/ttbnv")]
    [InlineData("Luật 45/2019/QH14", "45/2019/QH14", "45/2019/qh14")]
    [InlineData("luật số 45/2019", "45/2019", "l 45/2019")]
    [InlineData("633/QĐ-UBND", "633/QĐ-UBND", "633/qdubnd")]
    [InlineData("18/2012/TTLT-BTC-BTTTT", "18/2012/TTLT-BTC-BTTTT", "18/2012/ttltbtcbtttt")]
    [InlineData("23/2015/NDCP", "23/2015/NDCP", "23/2015/ndcp")]
    [InlineData("23/2015/ND-CP", "23/2015/NĐ-CP", "23/2015/ndcp")]
    [InlineData("23/2015/NĐ–CP", "23/2015/NĐ-CP", "23/2015/ndcp")]
    [InlineData("23_2015_NĐ_CP", "23/2015/NĐ-CP", "23/2015/ndcp")]
    [InlineData("23/2015NĐ-CP", "23/2015/NĐ-CP", "23/2015/ndcp")]
    [InlineData("23 2015 nd cp", "23/2015/NĐ-CP", "23/2015/ndcp")]
    [InlineData("nghi dinh 23 2015", "23/2015", "nd 23/2015")]
    [InlineData("nghi dinh 23 2015 nd cp", "23/2015/NĐ-CP", "23/2015/ndcp")]
    [InlineData("45/2019/QH 14", "45/2019/QH14", "45/2019/qh14")]
    [InlineData("45/2019/qh-14", "45/2019/QH14", "45/2019/qh14")]
    [InlineData("18/2012/ttlt btc btttt", "18/2012/TTLT-BTC-BTTTT", "18/2012/ttltbtcbtttt")]
    public void Every_spelling_of_a_number_gives_the_same_key(string text, string canonical, string key)
    {
        foreach (var spelling in new[] { text, text.Normalize(NormalizationForm.FormD) })
        {
            Assert.True(DocumentNumber.TryParse(spelling, out var number), spelling);
            Assert.Equal(canonical, number.Canonical);
            Assert.Equal(key, number.Key);
        }
    }

    [Theory]
    [InlineData("30/4/1975")]
    [InlineData("ngày 26/07/2022")]
    [InlineData("tháng 12/2022")]
    [InlineData("giai đoạn 2011-2015")]
    [InlineData("1.001193")]
    [InlineData("đăng ký khai sinh")]
    [InlineData("42")]
    [InlineData("")]
    [InlineData(null)]
    public void Dates_codes_and_words_are_no_numbers(string? text) =>
        Assert.False(DocumentNumber.TryParse(text, out _));

    [Fact]
    public void A_full_number_can_be_asked_for_by_less_of_it()
    {
        Assert.True(DocumentNumber.TryParse("42/2022/NĐ-CP", out var number));

        Assert.Equal(["42/2022/ndcp", "nd 42/2022", "42/2022"], number.Keys);
    }

    [Fact]
    public void Numbers_are_found_where_they_stand_in_a_text()
    {
        const string text = "Căn cứ Nghị định số 61/2018/NĐ-CP và Quyết định 613/QĐ-TTg ngày 05/10/2010.";

        var mentions = DocumentNumber.FindAll(text);

        Assert.Equal(["61/2018/NĐ-CP", "613/QĐ-TTG"], mentions.Select(mention => mention.Number.Canonical));
        Assert.Equal("Quyết định 613/QĐ-TTg", text.Substring(mentions[1].Start, mentions[1].Length));
    }
}
