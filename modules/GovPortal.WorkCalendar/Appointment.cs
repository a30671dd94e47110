namespace GovPortal.WorkCalendar;

/// <summary>One entry of the work calendar of an agency's leaders. Times stand as on the clock on the agency's wall.</summary>
public sealed record Appointment
{
    public required string Title { get; init; }

    public required DateTime StartsAt { get; init; }

    /// <summary>After <see cref="StartsAt"/>; null where only the beginning is known.</summary>
    public DateTime? EndsAt { get; init; }

    public string? Place { get; init; }

    /// <summary>The leader who presides, by office and name.</summary>
    public string? Chair { get; init; }

    /// <summary>Who takes part, in words.</summary>
    public string? Participants { get; init; }

    /// <summary>Plain text with its lines: what is prepared by whom, and the like.</summary>
    public string? Details { get; init; }
}
