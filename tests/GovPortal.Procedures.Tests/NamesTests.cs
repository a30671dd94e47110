using GovPortal.Procedures.Site;

namespace GovPortal.Procedures.Tests;

/// <summary>Long names, headings among papers, and whose province an office is.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("Sở Y tế tỉnh Bắc Giang", "Bắc Ninh")]
    [InlineData("UBND Thành phố Hải Phòng", "Hải Phòng")]
    [InlineData("So Tu phap tinh Ha Giang", "Tuyên Quang")]
    [InlineData("Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", "Hồ Chí Minh")]
    [InlineData("Văn phòng đăng ký đất đai Bắc Ninh", "Bắc Ninh")]
    [InlineData("Cổng thông tin điện tử tỉnh Bắc Ninh", "Bắc Ninh")]
    [InlineData("Ủy ban nhân dân xã Bình Dương", null)]
    [InlineData("Bộ Tư pháp", null)]
    [InlineData(null, null)]
    public void An_office_is_of_the_province_it_names(string? office, string? province) => Assert.Equal(province, Provinces.In(office));

    [Fact]
    public void Every_procedure_of_a_peoples_committee_is_told_its_province()
    {
        var unplaced = Catalogue.All.Where(it => it.PromulgatingAgency?.Name.StartsWith("UBND ", StringComparison.OrdinalIgnoreCase) == true && Provinces.PublisherOf(it) is null);
        var other = Catalogue.All.Count(it => Provinces.Of(it) is { } province && province != "Bắc Ninh");

        TestContext.Current.TestOutputHelper?.WriteLine($"{other} of other provinces");
        Assert.Empty(unplaced.Select(it => $"{it.Code} {it.PromulgatingAgency!.Name}"));
        Assert.InRange(other, 400, 1_200);
        Assert.Equal("Đồng Tháp", Provinces.Of(Catalogue.All.Single(it => it.Code == "1.115778")));
        Assert.Null(Provinces.Of(Catalogue.All.Single(it => it.Code == "1.013742")));
    }

    [Fact]
    public void A_long_name_is_cut_at_a_word_and_a_short_one_stays()
    {
        Assert.Equal("Đăng ký khai sinh", ShortName.Of("Đăng ký\n khai sinh "));
        Assert.All(Catalogue.All, it =>
        {
            var display = ShortName.Of(it.Name);
            Assert.InRange(display.Length, 1, ShortName.Longest + 1);
            Assert.StartsWith(display.TrimEnd('…'), string.Join(' ', it.Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_line_that_asks_for_no_paper_is_no_paper()
    {
        var heading = new Paper(null, "I. Hồ sơ hành chính:", 0, 0, false);
        var form = heading with { Forms = ["don.docx"] };

        Assert.True(PaperLine.IsHeading(heading));
        Assert.False(PaperLine.IsHeading(heading with { Name = "Lưu ý khi nộp" }));
        Assert.True(PaperLine.IsWords(heading with { Name = "Lưu ý khi nộp" }));
        Assert.False(PaperLine.IsWords(form));
        Assert.False(PaperLine.IsWords(heading with { Originals = 1 }));
        Assert.Equal(1, PaperLine.CountOf(new DossierCase(null) { Papers = [heading, form] }));
    }

    [Theory]
    [InlineData("150.000 đồng/hồ sơ; 8.000đ", new[] { 150_000, 8_000 })]
    [InlineData("1,200,000 VND", new[] { 1_200_000 })]
    [InlineData("Thông tư 12/2025/TT-BTC", new int[0])]
    public void Amounts_that_a_text_states_are_read(string text, int[] amounts) => Assert.Equal(amounts.Select(amount => (decimal)amount), StatedAmounts.In(text));
}
