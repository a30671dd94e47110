namespace GovPortal.OneStop;

/// <summary>Where a dossier stands as the country counts it; the numbers are those of the national system.</summary>
public enum NationalStatus
{
    New = 1,
    Received = 2,
    Declined = 3,
    Processing = 4,
    SupplementAsked = 5,
    PaymentAsked = 6,
    WithdrawalAsked = 7,
    Stopped = 8,
    Done = 9,
    Returned = 10,
}

/// <summary>Where a dossier stands within the agency, finer than the national status.</summary>
public enum LocalState
{
    Entered,
    Accepted,
    Declined,

    /// <summary>Lies with a unit; nobody has taken it yet.</summary>
    InUnit,
    InWork,

    /// <summary>Waits for the answer of another agency.</summary>
    Interoperating,
    AskedBeforeAcceptance,
    AwaitingSupplement,
    AwaitingPayment,
    WithdrawalAsked,
    Withdrawn,
    Stopped,

    /// <summary>The supplement was not handed in in time.</summary>
    Lapsed,
    Done,
    Returned,
}

/// <summary>Which national status each local state is told as.</summary>
public static class LocalStates
{
    private static readonly Dictionary<LocalState, NationalStatus> National = new()
    {
        [LocalState.Entered] = NationalStatus.New,
        [LocalState.Accepted] = NationalStatus.Received,
        [LocalState.Declined] = NationalStatus.Declined,
        [LocalState.InUnit] = NationalStatus.Processing,
        [LocalState.InWork] = NationalStatus.Processing,
        [LocalState.Interoperating] = NationalStatus.Processing,
        [LocalState.AskedBeforeAcceptance] = NationalStatus.SupplementAsked,
        [LocalState.AwaitingSupplement] = NationalStatus.SupplementAsked,
        [LocalState.AwaitingPayment] = NationalStatus.PaymentAsked,
        [LocalState.WithdrawalAsked] = NationalStatus.WithdrawalAsked,
        [LocalState.Withdrawn] = NationalStatus.Stopped,
        [LocalState.Stopped] = NationalStatus.Stopped,
        [LocalState.Lapsed] = NationalStatus.Stopped,
        [LocalState.Done] = NationalStatus.Done,
        [LocalState.Returned] = NationalStatus.Returned,
    };

    public static NationalStatus StatusOf(this LocalState state) => National[state];

    /// <summary>Nothing follows any more, but for handing out a result.</summary>
    public static bool IsEnded(this LocalState state) => state.StatusOf() is NationalStatus.Declined or NationalStatus.Stopped or NationalStatus.Done or NationalStatus.Returned;
}
