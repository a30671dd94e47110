using System.Globalization;
using GovPortal.Core.Text;

namespace GovPortal.Core.Tests.Text;

public sealed class WrittenDayTests
{
    [Theory]
    [InlineData("05/08/2025", "2025-08-05")]
    [InlineData("5/8/2025", "2025-08-05")]
    [InlineData("31/12/2025", "2025-12-31")]
    [InlineData("5-8-2025", "2025-08-05")]
    [InlineData("05.08.2025", "2025-08-05")]
    [InlineData("2025-08-05", "2025-08-05")]
    [InlineData("2025/8/5", "2025-08-05")]
    [InlineData("ngày 5 tháng 8 năm 2025", "2025-08-05")]
    [InlineData("Nga\u0300y 05 tha\u0301ng 08 na\u0306m 2025", "2025-08-05")]
    [InlineData("ngày 05/08/2025", "2025-08-05")]
    [InlineData("  05/08/2025\u00A0", "2025-08-05")]
    [InlineData("05/08/2025 23:59", "2025-08-05")]
    [InlineData("2025-08-04T17:00:00.000Z", "2025-08-05")]
    [InlineData("2025-08-05T00:00:00+07:00", "2025-08-05")]
    [InlineData("29/02/2024", "2024-02-29")]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("9999-12-31", "9999-12-31")]
    public void A_day_is_read_with_the_day_before_the_month(string written, string day)
    {
        Assert.True(WrittenDay.TryParse(written, out var read), written);
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("31/02/2025")]
    [InlineData("29/02/2025")]
    [InlineData("08/31/2025")]
    [InlineData("12/31/2025")]
    [InlineData("2025-13-01")]
    [InlineData("2025-31-12")]
    [InlineData("05/08/25")]
    [InlineData("5.8.25")]
    [InlineData("45874")]
    [InlineData("45874.5")]
    [InlineData("20250805")]
    [InlineData("8/2025")]
    [InlineData("2025")]
    [InlineData("Aug 5, 2025")]
    [InlineData("5 August 2025")]
    [InlineData("Tue, 05 Aug 2025 08:00:00 GMT")]
    [InlineData("05/08-2025")]
    [InlineData("05/08/2025 và sau đó")]
    [InlineData("0000-00-00")]
    [InlineData("0000-01-01")]
    [InlineData("00/00/0000")]
    [InlineData("2025-08-05T24:00:00")]
    [InlineData("2025-08-05T08:60")]
    [InlineData("٠٥/٠٨/٢٠٢٥")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_day_or_could_be_two_is_not_guessed(string? written)
    {
        Assert.False(WrittenDay.TryParse(written, out _), written);
        Assert.False(WrittenDay.TryParseInstant(written, out _), written);
        Assert.False(WrittenDay.TryParseWall(written, out _), written);
    }

    [Theory]
    [InlineData("05/08/2025", "2025-08-04T17:00:00Z")]
    [InlineData("05/08/2025 08:30", "2025-08-05T01:30:00Z")]
    [InlineData("2025-08-05 08:30:15", "2025-08-05T01:30:15Z")]
    [InlineData("2025-08-05T08:30:15.1234567Z", "2025-08-05T08:30:15Z")]
    [InlineData("2025-08-05T08:30:15-0500", "2025-08-05T13:30:15Z")]
    public void An_instant_is_Vietnamese_unless_it_says_otherwise(string written, string instant)
    {
        Assert.True(WrittenDay.TryParseInstant(written, out var read), written);
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00+07:00")]
    [InlineData("9999-12-31T23:59:59-12:00")]
    [InlineData("1899-12-31")]
    [InlineData("01/01/2200")]
    public void Instants_that_databases_cannot_hold_are_none(string written) => Assert.False(WrittenDay.TryParseInstant(written, out _));
}
