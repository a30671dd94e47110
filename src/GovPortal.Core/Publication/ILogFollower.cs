namespace GovPortal.Core.Publication;

/// <summary>
/// Something derived from what went public: the directory, the search index, a cache. It keeps its own position,
/// so that after a crash it goes on where it stood, and from 0 when it is thrown away.
/// </summary>
public interface ILogFollower
{
    /// <summary>Shown in <c>/health/ready</c>.</summary>
    string Name { get; }

    /// <summary>Position of the last entry it has taken in; 0 when it has taken none.</summary>
    ValueTask<long> PositionAsync(CancellationToken ct);

    /// <summary>Takes in entries in order, never an empty list. An exception leaves the position where it was; the same entries come again.</summary>
    Task FollowAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct);
}
