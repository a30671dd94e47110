using GovPortal.Core.WorkingTime;

namespace GovPortal.Core.Tests.WorkingTime;

/// <summary>When something is due, by the calendar of the country and by those of agencies that differ.</summary>
public sealed class DueTimeTests
{
    [Theory]
    [InlineData("2026-02-13T16:00", 1, "2026-02-23T16:00")] // over Tết
    [InlineData("2026-02-13T11:30", 1, "2026-02-23T13:30")] // the clock starts after the noon's rest
    [InlineData("2026-02-13T17:00", 1, "2026-02-24T07:30")] // after hours it is the next working day's first moment
    [InlineData("2026-01-09T12:00", 1, "2026-01-10T13:30")] // a make-up Saturday counts
    [InlineData("2026-01-10T16:59", 1, "2026-01-12T16:59")]
    [InlineData("2026-08-28T09:00", 1, "2026-09-03T09:00")] // a swapped Monday before the national day
    [InlineData("2026-03-02T00:00", 1, "2026-03-03T07:30")]
    public void Days_end_at_the_time_of_day_they_began_at(string received, int days, string due) =>
        Assert.Equal(due, Of(received, TimeLimit.OfDays(days)));

    [Theory]
    [InlineData("2026-03-02T07:30", 4, "2026-03-02T11:30")] // the end of a shift stays
    [InlineData("2026-03-02T13:30", 3.5, "2026-03-02T17:00")]
    [InlineData("2026-03-06T16:30", 1, "2026-03-09T08:00")]
    [InlineData("2026-03-02T10:30", 1.5, "2026-03-02T14:00")]
    [InlineData("2026-12-31T16:00", 1, "2026-12-31T17:00")] // the last moment of the last year that has a calendar
    public void Hours_are_counted_along_the_hours(string received, decimal hours, string due) =>
        Assert.Equal(due, Of(received, TimeLimit.OfHours(hours)));

    [Theory]
    [InlineData("2026-12-31T16:01", 2027)]
    [InlineData("2027-03-01T08:00", 2027)]
    [InlineData("2024-12-30T08:00", 2024)]
    [InlineData("9999-12-31T23:59", 9999)]
    public void A_year_without_a_calendar_is_said_and_not_guessed(string received, int year)
    {
        var answer = DueTime.Of(WorkingCalendar.National, At(received), TimeLimit.OfHours(1), []);

        Assert.Null(answer.At);
        Assert.Equal(("working-time.no-calendar", year.ToString(System.Globalization.CultureInfo.InvariantCulture)), (answer.Refusal!.Code, answer.Refusal.Value));
    }

    [Fact]
    public void A_pause_or_a_limit_that_reaches_a_year_without_a_calendar_is_said_too()
    {
        Assert.NotNull(DueTime.Of(WorkingCalendar.National, At("2026-12-01T08:00"), TimeLimit.OfDays(1), [new(At("2026-12-01T09:00"), At("2027-01-04T08:00"))]).Refusal);
        Assert.NotNull(DueTime.Of(WorkingCalendar.National, At("2026-12-01T08:00"), TimeLimit.OfDays(10_000), []).Refusal);
    }

    [Fact]
    public void Two_pauses_that_overlap_stop_the_clock_once()
    {
        Pause[] twice = [new(At("2026-03-03T09:00"), At("2026-03-03T11:00")), new(At("2026-03-03T08:00"), At("2026-03-03T10:00"))];

        Assert.Equal("2026-03-05T11:00", Of("2026-03-02T08:00", TimeLimit.OfDays(3), twice));
    }

    [Fact]
    public void A_counter_on_Saturday_morning_counts_and_a_due_time_after_it_is_its_last_moment()
    {
        var hours = WeeklyHours.Usual.With(DayOfWeek.Saturday, WeeklyHours.Parse("07:30-11:00")!);
        var calendar = new WorkingCalendar(hours, NationalHolidays.Days);

        Assert.Equal("2026-03-07T11:00", DueTime.Of(calendar, At("2026-03-06T16:00"), TimeLimit.OfDays(1), []).Written);
        Assert.Equal("2026-03-07T08:30", DueTime.Of(calendar, At("2026-03-06T16:00"), TimeLimit.OfHours(2), []).Written);
        // A make-up Saturday is worked as a Friday though.
        Assert.Equal("2026-01-10T16:00", DueTime.Of(calendar, At("2026-01-09T16:00"), TimeLimit.OfDays(1), []).Written);
    }

    [Fact]
    public void A_morning_off_leaves_the_afternoon()
    {
        var calendar = new WorkingCalendar(WeeklyHours.Usual, [.. NationalHolidays.Days, new CalendarDay(new(2026, 3, 3), DayKind.Off, DayPart.Morning, "Hội nghị")]);

        Assert.Equal("2026-03-03T13:30", DueTime.Of(calendar, At("2026-03-02T08:00"), TimeLimit.OfDays(1), []).Written);
        Assert.Equal("2026-03-03T14:00", DueTime.Of(calendar, At("2026-03-02T16:30"), TimeLimit.OfHours(1), []).Written);
    }

    [Fact]
    public void What_is_said_later_of_a_day_holds_and_work_on_a_holiday_takes_it_back()
    {
        var calendar = new WorkingCalendar(WeeklyHours.Usual, [.. NationalHolidays.Days, new CalendarDay(new(2026, 11, 24), DayKind.Work, DayPart.Whole, "")]);

        Assert.Equal("2026-11-24T09:00", DueTime.Of(calendar, At("2026-11-23T09:00"), TimeLimit.OfDays(1), []).Written);
        Assert.Equal("2026-11-25T09:00", Of("2026-11-23T09:00", TimeLimit.OfDays(1)));
    }

    [Theory]
    [InlineData("07:30-11:30 13:30-17:00", true)]
    [InlineData("", true)]
    [InlineData("07:30-11:30,13:30-17:00", true)]
    [InlineData("7:30-11:30", false)]
    [InlineData("11:30-07:30", false)]
    [InlineData("07:30-11:30 11:30-17:00", false)]
    [InlineData("13:30-17:00 07:30-11:30", false)]
    [InlineData("07:30", false)]
    [InlineData("07:30-25:00", false)]
    public void Hours_are_read_in_order_or_not_at_all(string text, bool isRead) => Assert.Equal(isRead, WeeklyHours.Parse(text) is not null);

    private static DateTime At(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Of(string received, TimeLimit limit, params Pause[] pauses) => DueTime.Of(WorkingCalendar.National, At(received), limit, pauses).Written;
}
