namespace GovPortal.OneStop;

/// <summary>How a dossier stands after its steps: everything that the steps alone decide, so that it can be told anew from them.</summary>
public sealed record DossierState
{
    public LocalState Local { get; init; }

    /// <summary>Where it lies; empty while it lies at the counter.</summary>
    public string Unit { get; init; } = "";
    public Guid? AssigneeId { get; init; }
    public string? AssigneeName { get; init; }
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Promised to the citizen; moved by pauses and extensions alone, never by a calendar edited later.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Since when the clock stands still; null while it runs.</summary>
    public DateTimeOffset? PausedAt { get; init; }

    /// <summary>How often a supplement was asked for after acceptance.</summary>
    public int Supplements { get; init; }
    public DateTimeOffset? SupplementAskedAt { get; init; }
    public int Extensions { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>When it was declined, stopped, withdrawn or lapsed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    public NationalStatus Status => Local.StatusOf();

    /// <summary>How it stands after one more step; the rules were asked before.</summary>
    public DossierState After(StepFacts step)
    {
        var line = Transitions.Find(step.Act, Local);
        var local = line?.To ?? Local;
        var status = local.StatusOf();
        return this with
        {
            Local = local,
            Unit = step.ToUnit,
            AssigneeId = step.AssigneeId,
            AssigneeName = step.AssigneeName,
            DueAt = step.DueAt,
            AcceptedAt = step.Act == DossierAct.Accept ? step.At : AcceptedAt,
            PausedAt = line?.Clock switch { Clock.Pauses => step.At, Clock.Resumes => null, _ => PausedAt },
            Supplements = Supplements + (step.Act == DossierAct.AskSupplement ? 1 : 0),
            SupplementAskedAt = step.Act is DossierAct.AskSupplement or DossierAct.AskBeforeAcceptance ? step.At : SupplementAskedAt,
            Extensions = Extensions + (step.Act == DossierAct.Extend ? 1 : 0),
            DoneAt = status == NationalStatus.Done ? step.At : DoneAt,
            ReturnedAt = status == NationalStatus.Returned ? step.At : ReturnedAt,
            ClosedAt = status is NationalStatus.Declined or NationalStatus.Stopped ? step.At : ClosedAt,
        };
    }

    /// <summary>How a dossier stands by its steps, from its first on. A step that was rolled back leaves nothing.</summary>
    public static DossierState Of(IEnumerable<StepFacts> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var states = new Stack<DossierState>([new DossierState()]);
        foreach (var step in steps)
        {
            if (step.Act == DossierAct.RollBack)
            {
                states.Pop();
            }
            else
            {
                states.Push(states.Peek().After(step));
            }
        }

        return states.Peek();
    }
}

/// <summary>What of a step decides how the dossier stands.</summary>
/// <param name="DueAt">What is promised after it.</param>
public sealed record StepFacts(DossierAct Act, DateTimeOffset At, DateTimeOffset? DueAt, string ToUnit, Guid? AssigneeId, string? AssigneeName);
