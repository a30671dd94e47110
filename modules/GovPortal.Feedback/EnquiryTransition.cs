namespace GovPortal.Feedback;

/// <summary>What is done to an enquiry.</summary>
public enum EnquiryAct
{
    Receive,
    Assign,
    AskMore,
    SayMore,
    Extend,
    Answer,
    Refuse,
    Forward,
}

/// <summary>One line of the table of transitions.</summary>
/// <param name="To">Null leaves the state as it is.</param>
/// <param name="NeedsNote">A text must be given, which whoever asked reads.</param>
public sealed record EnquiryTransition(EnquiryAct Act, IReadOnlyList<EnquiryState> From, EnquiryState? To, bool NeedsNote = false);

/// <summary>All that can be done to an enquiry, and from where: the only place that says so.</summary>
public static class EnquiryTransitions
{
    private static readonly EnquiryState[] AtWork = [EnquiryState.Received, EnquiryState.Assigned];

    public static IReadOnlyList<EnquiryTransition> All { get; } =
    [
        new(EnquiryAct.Assign, AtWork, EnquiryState.Assigned),
        new(EnquiryAct.Answer, [.. AtWork, EnquiryState.AwaitingMore], EnquiryState.Answered, NeedsNote: true),
        new(EnquiryAct.AskMore, AtWork, EnquiryState.AwaitingMore, NeedsNote: true),
        new(EnquiryAct.SayMore, [EnquiryState.AwaitingMore], EnquiryState.Assigned, NeedsNote: true),
        new(EnquiryAct.Extend, AtWork, null, NeedsNote: true),
        new(EnquiryAct.Forward, AtWork, EnquiryState.Forwarded),
        new(EnquiryAct.Refuse, [.. AtWork, EnquiryState.AwaitingMore], EnquiryState.Refused, NeedsNote: true),
    ];

    /// <summary>The line for an act from a state; null where the act is not possible there.</summary>
    public static EnquiryTransition? Find(EnquiryAct act, EnquiryState from) => All.FirstOrDefault(line => line.Act == act && line.From.Contains(from));

    /// <summary>What somebody at the desk can do from a state.</summary>
    public static IReadOnlyList<EnquiryTransition> From(EnquiryState state) => [.. All.Where(line => line.Act != EnquiryAct.SayMore && line.From.Contains(state))];
}
