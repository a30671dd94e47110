using FsCheck;
using FsCheck.Fluent;
using GovPortal.Core.WorkingTime;

namespace GovPortal.Core.Tests.WorkingTime;

/// <summary>What holds of every due moment, whatever the reception, the limit and the pauses.</summary>
public sealed class DuePropertiesTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.National;
    private static readonly DateTime First = new(2025, 1, 1, 0, 0, 0);

    // Eighteen months of receptions leave room for limits and pauses before the years with a calendar end.
    private static readonly Gen<Asked> Questions =
        from minute in Gen.Choose(0, 545 * 1440)
        from limit in Gen.Choose(1, 40)
        from pauseAfter in Gen.Choose(0, 20 * 1440)
        from pauseFor in Gen.Choose(0, 6 * 1440)
        select new Asked(First.AddMinutes(minute), limit, new Pause(First.AddMinutes(minute + pauseAfter), First.AddMinutes(minute + pauseAfter + pauseFor)));

    [Fact]
    public void It_is_a_working_moment_after_the_reception() => Holds(asked => new[] { asked.InDays(), asked.InHours(), asked.InDays(asked.Pause), asked.InHours(asked.Pause) }
        .All(due => due > asked.Received && Calendar.ShiftsOf(DateOnly.FromDateTime(due))!.Any(shift => TimeOnly.FromDateTime(due) >= shift.Start && TimeOnly.FromDateTime(due) <= shift.End)));

    [Fact]
    public void So_many_working_days_lie_up_to_it_as_were_promised() => Holds(asked =>
        DaysUpTo(asked.InDays()) - DaysUpTo(StartOf(asked.Received)) == asked.Limit);

    [Fact]
    public void So_many_working_minutes_lie_up_to_it_as_were_promised() => Holds(asked =>
        MinuteByMinute(asked.Received, asked.InHours()) == asked.Limit * 60);

    [Fact]
    public void A_pause_adds_its_working_minutes() => Holds(asked =>
        MinuteByMinute(asked.InDays(), asked.InDays(asked.Pause)) == MinuteByMinute(asked.Pause.From, asked.Pause.To));

    [Fact]
    public void A_pause_in_two_halves_is_one() => Holds(asked =>
    {
        var middle = First.AddMinutes((long)((asked.Pause.From - First).TotalMinutes + (asked.Pause.To - First).TotalMinutes) / 2);
        return asked.InHours(asked.Pause) == asked.InHours(new Pause(middle, asked.Pause.To), new Pause(asked.Pause.From, middle));
    });

    [Fact]
    public void Who_comes_later_is_never_served_before() => Holds(asked =>
        asked.InDays() <= (asked with { Received = asked.Pause.From }).InDays() && asked.InHours() <= (asked with { Received = asked.Pause.From }).InHours()
        && asked.InDays() < (asked with { Limit = asked.Limit + 1 }).InDays());

    private static void Holds(Func<Asked, bool> law) => Prop.ForAll(Questions.ToArbitrary(), law).QuickCheckThrowOnFailure();

    // The slow way, which knows nothing of the arithmetic it checks.
    private static int MinuteByMinute(DateTime from, DateTime to)
    {
        var minutes = 0;
        for (var moment = from; moment < to; moment = moment.AddMinutes(1))
        {
            minutes += Calendar.ShiftsOf(DateOnly.FromDateTime(moment))!.Any(shift => TimeOnly.FromDateTime(moment) >= shift.Start && TimeOnly.FromDateTime(moment) < shift.End) ? 1 : 0;
        }

        return minutes;
    }

    private static DateTime StartOf(DateTime moment)
    {
        while (MinuteByMinute(moment, moment.AddMinutes(1)) == 0)
        {
            moment = moment.AddMinutes(1);
        }

        return moment;
    }

    private static int DaysUpTo(DateTime moment)
    {
        var days = 0;
        for (var date = DateOnly.FromDateTime(First); date <= DateOnly.FromDateTime(moment); date = date.AddDays(1))
        {
            days += Calendar.ShiftsOf(date)!.Count > 0 ? 1 : 0;
        }

        return days;
    }

    private sealed record Asked(DateTime Received, int Limit, Pause Pause)
    {
        public DateTime InDays(params Pause[] pauses) => DueTime.Of(Calendar, Received, TimeLimit.OfDays(Limit), pauses).At!.Value;

        public DateTime InHours(params Pause[] pauses) => DueTime.Of(Calendar, Received, TimeLimit.OfHours(Limit), pauses).At!.Value;
    }
}
