using GovPortal.Core.Checking;
using GovPortal.Core.Security;

namespace GovPortal.OneStop;

/// <summary>Who does something to a dossier.</summary>
/// <param name="Id">Null when the portal does it by itself.</param>
public sealed record Actor(Guid? Id, string Name, IReadOnlySet<Role> Roles);

/// <summary>What somebody wants to do to a dossier.</summary>
public sealed record ActRequest(DossierAct Act)
{
    public string? Note { get; init; }

    /// <summary>Unit it goes to; of <see cref="DossierAct.Forward"/> alone.</summary>
    public string? ToUnit { get; init; }

    /// <summary>New promise; of <see cref="DossierAct.Extend"/> alone.</summary>
    public DateTimeOffset? NewDueAt { get; init; }
}

/// <summary>The guards in front of the table of transitions: everything that may be against an act besides the state itself.</summary>
public static class DossierRules
{
    public const int NoteLength = 2000;

    /// <summary>A citizen is asked for a supplement once; the national arithmetic counts a second request as late.</summary>
    public const int MostSupplements = 1;

    /// <summary>Why the act cannot be done; null when it can.</summary>
    /// <param name="units">Units of the service; empty where it names none.</param>
    /// <param name="lastAt">When the last step was taken; null before the first.</param>
    public static Refusal? Check(DossierState state, ActRequest request, Actor actor, IReadOnlyList<string> units, DateTimeOffset? lastAt, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Transitions.Find(request.Act, state.Local) is not { } line ? new Refusal("onestop.act.not-now")
            : !Permission.Roles[line.Permission].Overlaps(actor.Roles) ? new Refusal("onestop.act.not-yours")
            : now < lastAt ? new Refusal("onestop.act.clock")
            : line.NeedsNote && string.IsNullOrWhiteSpace(request.Note) ? new Refusal("onestop.act.note", "Note")
            : request.Note?.Length > NoteLength ? new Refusal("check.too-long", "Note", $"{request.Note[..40]}… ({request.Note.Length} > {NoteLength})")
            : OfAct(state, request, units, now);
    }

    /// <summary>Why the last step cannot be taken back; null when it can.</summary>
    public static Refusal? CheckRollBack(Dossier dossier, DossierStep last, Actor actor) =>
        last.Act is DossierAct.Enter or DossierAct.Accept or DossierAct.RollBack or DossierAct.SendLeg or DossierAct.TakeLegAnswer ? new Refusal("onestop.rollback.never")
        : last.ActorId is null || last.ActorId != actor.Id ? new Refusal("onestop.rollback.not-yours")
        : dossier.IsSeenSince ? new Refusal("onestop.rollback.seen")
        : null;

    private static Refusal? OfAct(DossierState state, ActRequest request, IReadOnlyList<string> units, DateTimeOffset now) => request.Act switch
    {
        DossierAct.AskSupplement when state.Supplements >= MostSupplements => new Refusal("onestop.supplement.once"),
        DossierAct.Forward when string.IsNullOrWhiteSpace(request.ToUnit) => new Refusal("onestop.forward.unit", "ToUnit"),
        DossierAct.Forward when units.Count > 0 && !units.Contains(request.ToUnit) => new Refusal("onestop.forward.unknown", "ToUnit", request.ToUnit),
        DossierAct.Extend when state.DueAt is null || now >= state.DueAt => new Refusal("onestop.extend.late"),
        DossierAct.Extend when request.NewDueAt is null || request.NewDueAt <= state.DueAt => new Refusal("onestop.extend.earlier", "NewDue"),
        _ => null,
    };
}
