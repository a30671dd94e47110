using GovPortal.Disclosure.Tables;

namespace GovPortal.Disclosure.Tests;

public sealed class CellValueTests
{
    [Theory]
    [InlineData("1.234.567,5", "1234567.5")]
    [InlineData("1 234", "1234")]
    [InlineData("1\u00A0234", "1234")]
    [InlineData("-5", "-5")]
    [InlineData("−5", "-5")]
    [InlineData("(1.250)", "-1250")]
    [InlineData("0,123456", "0.123456")]
    [InlineData("999999999999999999", "999999999999999999")]
    public void A_number_is_read_as_Vietnamese_write_it(string typed, string kept) => Assert.Equal(kept, CellValue.Kept(typed, CellKind.Amount));

    [Theory]
    [InlineData("1,234,567.5")]
    [InlineData("1.23")]
    [InlineData("12.34.567")]
    [InlineData("(5")]
    [InlineData("5 đồng")]
    [InlineData("1e9")]
    [InlineData("9999999999999999999")]
    [InlineData("0,1234567")]
    [InlineData("")]
    public void What_is_no_number_is_not_guessed(string typed) => Assert.Null(CellValue.Kept(typed, CellKind.Amount));

    [Theory]
    [InlineData("05/08/2025", "2025-08-05")]
    [InlineData("2025-08-05", "2025-08-05")]
    [InlineData("0001-01-01", null)]
    [InlineData("31/12/9999", null)]
    [InlineData("30/02/2025", null)]
    public void A_day_comes_before_its_month(string typed, string? kept) => Assert.Equal(kept, CellValue.Kept(typed, CellKind.Day));

    [Fact]
    public void A_kept_cell_is_shown_in_the_language_of_the_page()
    {
        Assert.Equal("1.234,5", CellValue.Shown("1234.5", CellKind.Amount));
        Assert.Equal("1,234.5", CellValue.Shown("1234.5", CellKind.Amount, isEnglish: true));
        Assert.Equal("2026", CellValue.Shown("2026", CellKind.Figure));
        Assert.Equal("31/03/2026", CellValue.Shown("2026-03-31", CellKind.Day));
    }
}
