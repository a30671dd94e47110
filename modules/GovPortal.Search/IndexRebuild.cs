using GovPortal.Core.Publication;

namespace GovPortal.Search;

/// <summary>Fills a new index beside the one that answers, when one is wanted.</summary>
public sealed class IndexRebuild(SearchIndexFollower keeper) : ILogFollower
{
    string ILogFollower.Name => "search-rebuild";

    public ValueTask<long> PositionAsync(CancellationToken ct) => keeper.PositionOfNextAsync(ct);

    public Task FollowAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct) => keeper.FillNextAsync(entries, ct);
}
