using System.Globalization;
using GovPortal.Core.Checking;

namespace GovPortal.Core.WorkingTime;

/// <summary>
/// The end of a term of calendar days, months or years (Bộ luật Dân sự 2015, Điều 147 and 148): the day it begins with does not count, and a last day on which
/// nobody works moves to the next working day.
/// </summary>
public static class CivilTerm
{
    /// <param name="lastDay">The last day as it is counted, before it moves.</param>
    /// <returns>The working day it ends on, at its last moment.</returns>
    public static DueMoment EndOn(WorkingCalendar calendar, DateOnly lastDay)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        for (var day = lastDay; ; day = day.AddDays(1))
        {
            switch (calendar.ShiftsOf(day))
            {
                case null:
                    return new DueMoment(null, new Refusal("working-time.no-calendar", "year", day.Year.ToString(CultureInfo.InvariantCulture)));
                case { Count: > 0 } shifts:
                    return new DueMoment(day.ToDateTime(shifts[^1].End), null);
            }
        }
    }
}
