namespace GovPortal.WorkCalendar.Tests;

public sealed class WorkWeekTests
{
    [Theory]
    [InlineData("2026-03-02", "2026-W10")]
    [InlineData("2026-03-08", "2026-W10")]
    [InlineData("2026-03-09", "2026-W11")]
    [InlineData("2025-12-29", "2026-W01")]
    [InlineData("2027-01-03", "2026-W53")]
    [InlineData("2027-01-04", "2027-W01")]
    public void A_day_lies_in_its_week(string day, string week)
    {
        var found = WorkWeek.Of(DateOnly.ParseExact(day, "yyyy-MM-dd", null));

        Assert.Equal(week, found.ToString());
        Assert.Equal(DayOfWeek.Monday, found.Monday.DayOfWeek);
        Assert.True(WorkWeek.TryParse(week, out var read));
        Assert.Equal(found, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-10")]
    [InlineData("2026-W00")]
    [InlineData("2025-W53")]
    [InlineData("2026-W54")]
    [InlineData("0001-W01")]
    [InlineData("9999-W52")]
    [InlineData("2026-W10\n")]
    public void What_is_no_week_is_not_read(string? text) => Assert.False(WorkWeek.TryParse(text, out _));

    [Fact]
    public void Weeks_follow_each_other_over_the_year()
    {
        Assert.True(WorkWeek.TryParse("2026-W53", out var last));

        Assert.Equal("2027-W01", last.Next.ToString());
        Assert.Equal(last, last.Next.Previous);
        Assert.Equal(new DateOnly(2027, 1, 3), last.Sunday);
    }
}
