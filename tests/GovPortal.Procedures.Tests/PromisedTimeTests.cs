using System.Globalization;
using GovPortal.Core.WorkingTime;

namespace GovPortal.Procedures.Tests;

/// <summary>When an outcome is due by the numbers of the catalogue.</summary>
public sealed class PromisedTimeTests
{
    [Theory]
    [InlineData("2026-03-02", 5, "WORKING_DAY", "2026-03-09")]
    [InlineData("2026-02-12", 5, "WORKING_DAY", "2026-02-26")] // over Tết
    [InlineData("2026-03-02", 0.5, "WORKING_DAY", "2026-03-02")]
    [InlineData("2026-03-02", 4, "HOUR", "2026-03-02")]
    [InlineData("2026-03-02", 5, "DAY", "2026-03-09")] // the 7th is a Saturday
    [InlineData("2026-03-02", 1, "MONTH", "2026-04-02")]
    [InlineData("2026-03-02", 1.5, "MONTH", "2026-04-17")]
    public void The_day_is_counted_by_the_calendar(string received, decimal time, string unit, string due) =>
        Assert.Equal(Day(due), DateOnly.FromDateTime(PromisedTime.Of(WorkingCalendar.National, Day(received), time, unit)!.At!.Value));

    [Theory]
    [InlineData(null, "WORKING_DAY")]
    [InlineData(0, "WORKING_DAY")]
    [InlineData(3, "OTHER")]
    [InlineData(3, null)]
    [InlineData(999_999_999, "DAY")]
    public void Where_no_number_rules_no_day_is_named(int? time, string? unit) => Assert.Null(PromisedTime.Of(WorkingCalendar.National, Day("2026-03-02"), time, unit));

    [Fact]
    public void Every_promise_of_the_catalogue_is_counted_or_says_that_the_calendar_ends()
    {
        var (named, open) = (0, 0);
        foreach (var method in Catalogue.All.SelectMany(procedure => procedure.Methods))
        {
            var due = PromisedTime.Of(WorkingCalendar.National, Day("2026-03-02"), method.Time, method.TimeUnit);
            named += due?.At is not null ? 1 : 0;
            open += due?.Refusal is not null ? 1 : 0;
            Assert.True(due is null || due.At >= Day("2026-03-02").ToDateTime(TimeOnly.MinValue) || due.Refusal?.Code == "working-time.no-calendar");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{named} methods with a day, {open} beyond the calendar");
        Assert.True(named > open);
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
