namespace GovPortal.Events;

/// <summary>How people register for an event.</summary>
/// <param name="ClosesOn">The last day; the day the event begins where null.</param>
/// <param name="Capacity">How many may come; null where there is room for all.</param>
/// <param name="Consent">What those who register agree to, in words: purpose, who sees it, how long it is kept.</param>
public sealed record EventRegistration(DateOnly? ClosesOn, int? Capacity, string Consent)
{
    public const int MostPlaces = 20_000;

    public bool IsOpenOn(DateOnly day, PublicEvent of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return day <= (ClosesOn ?? DateOnly.FromDateTime(of.StartsAt)) && day <= EventLine.LastDayOf(of.StartsAt, of.EndsAt);
    }
}
