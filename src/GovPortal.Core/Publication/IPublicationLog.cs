namespace GovPortal.Core.Publication;

/// <summary>The publication log, as what is derived from it in this process sees it.</summary>
public interface IPublicationLog
{
    /// <summary>Entries committed by this process, before whoever wrote them is answered: what must be true for the writer's next visit listens here.</summary>
    event Action<IReadOnlyList<LogEntry>>? Appended;

    /// <summary>Position of the newest entry of any process; 0 when nothing went public yet.</summary>
    Task<long> LastPositionAsync(CancellationToken ct);
}
