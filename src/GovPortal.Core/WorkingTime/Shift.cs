namespace GovPortal.Core.WorkingTime;

/// <summary>A stretch of a working day without a break. A moment at <paramref name="End"/> no longer begins anything, but work may end at it.</summary>
/// <param name="Start">Local time of the province.</param>
/// <param name="End">Later than <paramref name="Start"/>, the same day.</param>
public readonly record struct Shift(TimeOnly Start, TimeOnly End)
{
    // Offices rest at noon; whatever begins before it is the morning's.
    private static readonly TimeOnly Noon = new(12, 0);

    public bool IsInMorning => Start < Noon;

    public int Minutes => (int)(End - Start).TotalMinutes;
}
