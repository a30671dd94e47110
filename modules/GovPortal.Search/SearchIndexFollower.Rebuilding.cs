using GovPortal.Core.Caching;
using GovPortal.Core.Publication;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace GovPortal.Search;

/// <content>Building the index anew beside the one that answers.</content>
public sealed partial class SearchIndexFollower : IHealthCheck
{
    /// <summary>Whether this process writes the index; if not, another one does that.</summary>
    public bool IsWriter => Open(readOnly: false).Index.CanWrite;

    /// <summary>Whether somebody asked for the index to be built anew and nobody has begun.</summary>
    public bool IsRebuildRequested => generations.IsRebuildRequested;

    /// <summary>Has the index built anew: here, or by the process that writes it.</summary>
    public void RequestRebuild() => generations.IsRebuildRequested = true;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var found = present;
        return Task.FromResult(
            found is not { Index.IsReady: true } ? HealthCheckResult.Degraded("The search index cannot be read yet; pages say that search is resting.")
            : damage is { } fault ? HealthCheckResult.Degraded($"The search index is damaged and being built anew, as far as entry {next?.Index.Position ?? 0} of the publication log: {fault}")
            : IsIncomplete ? HealthCheckResult.Degraded($"The search index has not taken in everything yet; it is at entry {found.Index.Position} of the publication log.")
            : HealthCheckResult.Healthy(next is { } building ? $"The search index is being built anew beside the old one, as far as entry {building.Index.Position} of the publication log." : null));
    }

    /// <summary>How far the new index got; the highest number there is while none is wanted.</summary>
    internal async ValueTask<long> PositionOfNextAsync(CancellationToken ct)
    {
        await RemoveRetiredAsync(ct);
        if (next is not { } building)
        {
            return long.MaxValue;
        }

        if (building.Index.Position < await log.LastPositionAsync(ct))
        {
            return building.Index.Position;
        }

        await SwapAsync(building, ct);
        return long.MaxValue;
    }

    internal async Task FillNextAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct)
    {
        var building = next ?? throw new InvalidOperationException("The position is asked for first.");
        try
        {
            building.Take(await reader.ReadAsync(entries, ct), entries[^1].Position);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            // The folder is gone, or the disk is full: it is begun again.
            next = null;
            building.Index.Dispose();
            throw;
        }
    }

    private void LookForDamage(Generation one)
    {
        if (suspects.Take(SuspectPart).Count > 0)
        {
            one.Watch.Suspect();
        }

        if (damage is null && one.Watch.Look() is { } found)
        {
            logger.LogWarning(new EventId(1, "SearchIndexDamaged"), "The search index in {Folder} is damaged and will be built anew: {Damage}", one.Index.Path, found);
            (damage, isRebuildWanted) = (found, true);
            TellWhetherComplete();
        }

        if (generations.IsRebuildRequested)
        {
            isRebuildWanted = true;
            generations.IsRebuildRequested = false;
        }

        if (isRebuildWanted && next is null)
        {
            // Where the folders were removed, their numbers are still those of indexes that are open here.
            next = Make(Math.Max(generations.Unused, one.Number + 1), readOnly: false);
        }
    }

    private async Task SwapAsync(Generation building, CancellationToken ct)
    {
        await swapping.WaitAsync(ct);
        try
        {
            generations.MakeCurrent(building.Number);
            lock (gate)
            {
                retired.Add(present!);
                (present, next, damage, isRebuildWanted, isFilled, isRestored) = (building, null, null, false, true, false);
            }
        }
        finally
        {
            swapping.Release();
        }

        TellWhetherComplete();
        logger.LogInformation(new EventId(5, "SearchIndexRebuilt"), "The search index was built anew in {Folder}", building.Index.Path);
    }

    /// <summary>What was replaced at the last look has no reader left.</summary>
    private async Task RemoveRetiredAsync(CancellationToken ct)
    {
        if (retired.Count == 0)
        {
            return;
        }

        await swapping.WaitAsync(ct);
        try
        {
            lock (gate)
            {
                retired.ForEach(one => one.Index.Dispose());
                retired.Clear();
                if (present is { Index.CanWrite: true } there)
                {
                    generations.Clean(next is { } building ? [there.Number, building.Number] : [there.Number]);
                }
            }
        }
        finally
        {
            swapping.Release();
        }
    }

    /// <summary>Kept pages say what was true when they were made; processes that only read are told by a mark.</summary>
    private void TellWhetherComplete()
    {
        generations.IsIncomplete = damage is not null || !isFilled || isRestored;
        pages.Evict(PageTag.Index);
    }
}
