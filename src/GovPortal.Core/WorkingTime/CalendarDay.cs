namespace GovPortal.Core.WorkingTime;

/// <summary>What a calendar says of a day that differs from others of its weekday.</summary>
public enum DayKind
{
    /// <summary>Nobody works: a public holiday, or a day swapped for a make-up day.</summary>
    Off,

    /// <summary>Worked though its weekday or a holiday says otherwise: a make-up day (ngày làm bù).</summary>
    Work,
}

/// <summary>Which part of the day that holds for.</summary>
public enum DayPart
{
    Whole,
    Morning,
    Afternoon,
}

/// <summary>One day of the calendar.</summary>
/// <param name="Part">Of a day off the half that is off; of a make-up day the half that is worked.</param>
/// <param name="Name">Why, in Vietnamese; at most <see cref="NameLength"/> characters.</param>
public sealed record CalendarDay(DateOnly Date, DayKind Kind, DayPart Part, string Name)
{
    public const int NameLength = 200;

    /// <summary>Calendars hold days of these years; others are slips of the pen.</summary>
    public const int FirstYear = 2000;

    /// <inheritdoc cref="FirstYear"/>
    public const int LastYear = 2199;
}
