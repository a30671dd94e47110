using GovPortal.Core.Security;

namespace GovPortal.OneStop;

/// <summary>What is done to a dossier.</summary>
public enum DossierAct
{
    Enter,
    Accept,
    Decline,
    AskBeforeAcceptance,
    Forward,
    Take,
    AskSupplement,
    TakeSupplement,
    Lapse,
    AskPayment,
    TakePayment,
    SendLeg,
    TakeLegAnswer,
    Extend,
    Finish,
    Return,
    Stop,
    AskWithdrawal,
    ConfirmWithdrawal,
    RollBack,
}

/// <summary>What an act does to the clock.</summary>
public enum Clock
{
    Runs,
    Pauses,
    Resumes,
}

/// <summary>One line of the table of transitions.</summary>
/// <param name="To">Null leaves the state as it is.</param>
/// <param name="Permission">Whose role may.</param>
/// <param name="NeedsNote">A reason must be given: it stands on the form that the citizen gets.</param>
public sealed record Transition(DossierAct Act, IReadOnlyList<LocalState> From, LocalState? To, string Permission, bool NeedsNote = false, Clock Clock = Clock.Runs);

/// <summary>All that can be done to a dossier, from where, and by whom: the only place that says so.</summary>
public static class Transitions
{
    private static readonly LocalState[] AtWork = [LocalState.InUnit, LocalState.InWork, LocalState.Interoperating];

    public static IReadOnlyList<Transition> All { get; } =
    [
        new(DossierAct.Accept, [LocalState.Entered, LocalState.AskedBeforeAcceptance], LocalState.Accepted, Permission.ReceiveDossiers),
        new(DossierAct.Decline, [LocalState.Entered], LocalState.Declined, Permission.ReceiveDossiers, NeedsNote: true),
        new(DossierAct.AskBeforeAcceptance, [LocalState.Entered], LocalState.AskedBeforeAcceptance, Permission.ReceiveDossiers, NeedsNote: true),
        new(DossierAct.Forward, [LocalState.Accepted], LocalState.InUnit, Permission.ReceiveDossiers),
        new(DossierAct.Forward, [LocalState.InUnit, LocalState.InWork], LocalState.InUnit, Permission.HandleDossiers),
        new(DossierAct.Take, [LocalState.InUnit], LocalState.InWork, Permission.HandleDossiers),
        new(DossierAct.AskSupplement, [LocalState.InWork], LocalState.AwaitingSupplement, Permission.HandleDossiers, NeedsNote: true, Clock.Pauses),
        new(DossierAct.TakeSupplement, [LocalState.AwaitingSupplement], LocalState.InWork, Permission.ReceiveDossiers, Clock: Clock.Resumes),
        new(DossierAct.Lapse, [LocalState.AwaitingSupplement, LocalState.AskedBeforeAcceptance], LocalState.Lapsed, Permission.ReceiveDossiers, NeedsNote: true),
        new(DossierAct.AskPayment, [LocalState.InWork], LocalState.AwaitingPayment, Permission.HandleDossiers, Clock: Clock.Pauses),
        new(DossierAct.TakePayment, [LocalState.AwaitingPayment], LocalState.InWork, Permission.ReceiveDossiers, Clock: Clock.Resumes),
        new(DossierAct.SendLeg, [LocalState.InWork, LocalState.Interoperating], LocalState.Interoperating, Permission.HandleDossiers),
        new(DossierAct.TakeLegAnswer, [LocalState.Interoperating], LocalState.InWork, Permission.HandleDossiers),
        new(DossierAct.Extend, AtWork, null, Permission.HandleDossiers, NeedsNote: true),
        new(DossierAct.Finish, [LocalState.InWork], LocalState.Done, Permission.SignDossiers),
        new(DossierAct.Return, [LocalState.Done], LocalState.Returned, Permission.ReceiveDossiers),
        new(DossierAct.Stop, AtWork, LocalState.Stopped, Permission.HandleDossiers, NeedsNote: true),
        new(DossierAct.AskWithdrawal, [LocalState.Entered, LocalState.Accepted, LocalState.AskedBeforeAcceptance, LocalState.AwaitingSupplement, LocalState.AwaitingPayment, .. AtWork], LocalState.WithdrawalAsked, Permission.ReceiveDossiers),
        new(DossierAct.ConfirmWithdrawal, [LocalState.WithdrawalAsked], LocalState.Withdrawn, Permission.HandleDossiers, NeedsNote: true),
    ];

    /// <summary>The line for an act from a state; null where the act is not possible there.</summary>
    public static Transition? Find(DossierAct act, LocalState from) => All.FirstOrDefault(line => line.Act == act && line.From.Contains(from));

    /// <summary>What can be done from a state by somebody with these roles.</summary>
    public static IEnumerable<Transition> From(LocalState state, IReadOnlySet<Role> roles) => All.Where(line => line.From.Contains(state) && Permission.Roles[line.Permission].Overlaps(roles));
}
