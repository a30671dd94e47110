namespace GovPortal.OneStop;

/// <summary>How a dossier stands against its promise.</summary>
public enum Punctuality
{
    /// <summary>Was never accepted, so nothing was promised.</summary>
    NotCounted,
    Early,
    OnTime,
    Late,
}

/// <summary>
/// The national arithmetic of on-time dossiers (QĐ 766/QĐ-TTg): the end is the moment of status 9, else of 10, else of 8, 3 or 7; a dossier still waiting for its supplement
/// ended when that was asked for, and is late when it was asked for more than once; one that has not ended is measured at the end of the period.
/// </summary>
public static class OnTimeRule
{
    /// <param name="maximum">Longest time of the procedure, for dossiers without an appointment; null where it promises none.</param>
    public static Punctuality Judge(DossierState state, DateTimeOffset periodEnd, TimeSpan? maximum = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.AcceptedAt is not { } start || start >= periodEnd)
        {
            return Punctuality.NotCounted;
        }

        var waits = state.Local == LocalState.AwaitingSupplement;
        if (waits && state.Supplements > 1)
        {
            return Punctuality.Late;
        }

        var ended = EndOf(state);
        var end = ended < periodEnd ? ended.Value : waits && state.SupplementAskedAt < periodEnd ? state.SupplementAskedAt.Value : periodEnd;
        if (state.DueAt is not { } due)
        {
            return maximum is { } most && end - start > most ? Punctuality.Late : Punctuality.OnTime;
        }

        return end > due ? Punctuality.Late : ended is not null && end.UtcDateTime.Date < due.UtcDateTime.Date ? Punctuality.Early : Punctuality.OnTime;
    }

    /// <summary>When the work ended; null while it goes on.</summary>
    public static DateTimeOffset? EndOf(DossierState state) => state.DoneAt ?? state.ReturnedAt ?? state.ClosedAt;
}
