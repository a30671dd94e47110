using GovPortal.Publishing.Reading;

namespace GovPortal.Disclosure.Duties;

/// <summary>How a duty stands on a site.</summary>
public enum DutyState
{
    /// <summary>Đủ: what had to be there is.</summary>
    Complete,

    /// <summary>Quá hạn: a part of a year, or anything new, should have come.</summary>
    Overdue,

    /// <summary>Thiếu: there is nothing.</summary>
    Missing,

    /// <summary>Nothing is there, and nothing had to be.</summary>
    NotDue,
}

/// <summary>A duty and what the site has of it.</summary>
/// <param name="Newest">The newest item; null where there is none.</param>
/// <param name="Address">Where all of them are, below the site's root; null where there are none.</param>
/// <param name="Absent">Parts of years that had to be there and are not, newest first, each with the day it was due.</param>
/// <param name="NextDue">The next part that falls due; null where the duty names no time.</param>
public sealed record DutyStanding(Duty Duty, DutyState State, int Count, ListedItem? Newest, string? Address, IReadOnlyList<(Period Period, DateOnly Due)> Absent, (Period Period, DateOnly Due)? NextDue)
{
    public DateTimeOffset? UpdatedAt => Newest is null ? null : Newest.CorrectedAt ?? Newest.PublishedAt;
}
