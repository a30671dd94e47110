using System.Globalization;
using GovPortal.Core.WorkingTime;

namespace GovPortal.Core.Tests.WorkingTime;

/// <summary>Whether a counter is open, and where a term of calendar days ends.</summary>
public sealed class OpeningTests
{
    [Theory]
    [InlineData("2026-03-02T08:00", true, "2026-03-02T11:30")]
    [InlineData("2026-03-02T11:30", false, "2026-03-02T13:30")] // the noon's rest begins
    [InlineData("2026-03-02T16:59", true, "2026-03-02T17:00")]
    [InlineData("2026-03-06T17:00", false, "2026-03-09T07:30")] // over the weekend
    [InlineData("2026-02-13T18:00", false, "2026-02-23T07:30")] // over Tết
    [InlineData("2026-01-10T08:00", true, "2026-01-10T11:30")] // a make-up Saturday
    public void A_counter_is_open_by_the_calendar(string now, bool isOpen, string changesAt) =>
        Assert.Equal(new Opening(isOpen, At(changesAt)), Opening.At(WorkingCalendar.National, At(now)));

    [Fact]
    public void Of_a_year_without_a_calendar_nothing_is_said() => Assert.Null(Opening.At(WorkingCalendar.National, At("2027-03-01T08:00")));

    [Theory]
    [InlineData("2026-03-03", "2026-03-03T17:00")]
    [InlineData("2026-03-07", "2026-03-09T17:00")] // a Saturday
    [InlineData("2026-02-16", "2026-02-23T17:00")] // Tết
    public void A_term_that_ends_on_a_free_day_ends_on_the_next_worked_one(string last, string end) =>
        Assert.Equal(At(end), CivilTerm.EndOn(WorkingCalendar.National, DateOnly.Parse(last, CultureInfo.InvariantCulture)).At);

    private static DateTime At(string moment) => DateTime.Parse(moment, CultureInfo.InvariantCulture);
}
