using System.Globalization;
using GovPortal.Core.Checking;

namespace GovPortal.Core.WorkingTime;

/// <summary>How long something may take.</summary>
/// <param name="Days">Working days, at least 1; null where <paramref name="Minutes"/> says it.</param>
/// <param name="Minutes">Working minutes, at least 1: what is promised in working hours.</param>
public readonly record struct TimeLimit(int? Days, long? Minutes)
{
    public static TimeLimit OfDays(int days) => new(days, null);

    public static TimeLimit OfHours(decimal hours) => new(null, (long)(hours * 60));
}

/// <summary>A stretch in which the clock stands still, as while a supplement is waited for. Local time of the province.</summary>
public readonly record struct Pause(DateTime From, DateTime To);

/// <summary>When something is due, or why that cannot be said.</summary>
/// <param name="At">Local time of the province, to the minute; null when refused.</param>
public sealed record DueMoment(DateTime? At, Refusal? Refusal)
{
    /// <summary>As the API and the command line write it, for example <c>2026-02-25T16:00</c>.</summary>
    public const string Format = "yyyy-MM-dd'T'HH:mm";

    public string Written => At!.Value.ToString(Format, CultureInfo.InvariantCulture);
}

/// <summary>
/// The arithmetic of promises. Days: the clock starts at the first working moment at or after the reception, and ends at the same time of day
/// on the last working day. Hours are counted along the working hours. A pause adds the working minutes inside it, counted along from the due moment.
/// </summary>
public static class DueTime
{
    /// <param name="received">Local time of the province; its seconds do not count.</param>
    /// <param name="pauses">In any order; where they overlap, time counts once. None begins before the reception.</param>
    public static DueMoment Of(WorkingCalendar calendar, DateTime received, TimeLimit limit, IEnumerable<Pause> pauses)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var count = new WorkingTimeArithmetic(calendar);
        var due = count.StartAfter(Minute(received)) is { } start
            ? limit.Days is { } days ? count.AfterDays(start, days) : count.Along(start, limit.Minutes!.Value)
            : null;
        foreach (var pause in Apart(pauses))
        {
            due = due is { } before && count.MinutesBetween(pause.From, pause.To) is { } paused ? count.Along(before, paused) : null;
        }

        return Answer(due, count);
    }

    /// <summary>A due moment that was promised, moved by a pause that has ended since.</summary>
    public static DueMoment After(WorkingCalendar calendar, DateTime due, Pause pause)
    {
        var count = new WorkingTimeArithmetic(calendar);
        return Answer(count.MinutesBetween(Minute(pause.From), Minute(pause.To)) is { } paused ? count.Along(due, paused) : null, count);
    }

    /// <summary>Working minutes from one moment to another; null when a year between them has no calendar.</summary>
    public static long? MinutesBetween(WorkingCalendar calendar, DateTime from, DateTime to) => new WorkingTimeArithmetic(calendar).MinutesBetween(from, to);

    private static DueMoment Answer(DateTime? due, WorkingTimeArithmetic count) =>
        due is null ? new DueMoment(null, new Refusal("working-time.no-calendar", "year", count.MissingYear?.ToString(CultureInfo.InvariantCulture))) : new DueMoment(due, null);

    /// <summary>The same stretches in order, none touching another.</summary>
    private static List<Pause> Apart(IEnumerable<Pause> pauses)
    {
        var apart = new List<Pause>();
        foreach (var pause in pauses.Select(pause => new Pause(Minute(pause.From), Minute(pause.To))).OrderBy(pause => pause.From))
        {
            if (apart.Count > 0 && pause.From <= apart[^1].To)
            {
                apart[^1] = new Pause(apart[^1].From, pause.To > apart[^1].To ? pause.To : apart[^1].To);
            }
            else
            {
                apart.Add(pause);
            }
        }

        return apart;
    }

    private static DateTime Minute(DateTime moment) => new(moment.Ticks - moment.Ticks % TimeSpan.TicksPerMinute);
}
