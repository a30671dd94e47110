using GovPortal.Publishing.Checking;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Publication;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace GovPortal.Search;

/// <summary>Whether everything that is published can be found, and nothing else; and whether the files of the index are what was written.</summary>
internal sealed class IndexCheck(SearchIndexFollower keeper, LogPump pump, TenantDirectory directory, PortalDbFactory databases, TimeProvider clock, ILogger<IndexCheck> logger) : IInstallationCheck
{
    // A running server takes in what was published within a second.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Rebuilding = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan SayAfter = TimeSpan.FromSeconds(2);

    private const int MostNamed = 100;

    public string Part => "index";

    public async Task CheckAsync(CheckRun run, CancellationToken ct)
    {
        var damage = await keeper.FindDamageAsync(ct);
        var (missing, superfluous) = await CompareAsync(run, waits: damage is null, ct);
        if (damage is null && missing.Count == 0 && superfluous.Count == 0)
        {
            return;
        }

        var isMended = run.IsMending && await RebuildAsync(run, ct);
        if (damage is not null)
        {
            run.Add(new Difference(Part, "damaged", "index", $"Its files are not what was written: {damage}.") { IsMended = isMended });
        }

        Name(run, missing, "missing", "is published and cannot be found", isMended);
        Name(run, superfluous, "superfluous", "can be found and is not published", isMended);
    }

    private void Name(CheckRun run, IReadOnlyCollection<long> items, string what, string detail, bool isMended)
    {
        foreach (var item in items.Order().Take(MostNamed))
        {
            run.Add(new Difference(Part, what, $"item {item}", $"The item {item} {detail}; search rebuild, or check --mend, makes the index anew.") { IsMended = isMended });
        }

        if (items.Count > MostNamed)
        {
            run.Add(new Difference(Part, what, $"{items.Count - MostNamed} items", $"{items.Count - MostNamed} further items: each {detail}.") { IsMended = isMended });
        }
    }

    private async Task<(IReadOnlyCollection<long> Missing, IReadOnlyCollection<long> Superfluous)> CompareAsync(CheckRun run, bool waits, CancellationToken ct)
    {
        var (since, hasSaid) = (clock.GetTimestamp(), false);
        while (true)
        {
            var published = await PublishedAsync(ct);
            var found = keeper.FoundItems();
            long[] missing = [.. published.Except(found)];
            long[] superfluous = [.. found.Except(published)];
            if (missing.Length + superfluous.Length == 0 || !waits || !keeper.IsBeingWritten || clock.GetElapsedTime(since) >= (keeper.IsIncomplete || keeper.IsRebuildRequested ? Rebuilding : Patience))
            {
                run.Count("published items", published.Count);
                return (missing, superfluous);
            }

            if (!hasSaid && clock.GetElapsedTime(since) >= SayAfter)
            {
                hasSaid = true;
                logger.LogWarning(new EventId(1, "WaitingForIndex"), "The server has not taken {Items} items into the search index yet; waiting for it, at most {Seconds} s", missing.Length + superfluous.Length, Rebuilding.TotalSeconds);
            }

            await Task.Delay(Look, ct);
        }
    }

    /// <summary>Has the index made anew, and waits until everything is found.</summary>
    private async Task<bool> RebuildAsync(CheckRun run, CancellationToken ct)
    {
        run.Tell("making the index anew");
        keeper.RequestRebuild();
        var since = clock.GetTimestamp();
        while (clock.GetElapsedTime(since) < Rebuilding)
        {
            if (keeper.IsWriter)
            {
                await pump.CatchUpAsync(ct);
            }

            var published = await PublishedAsync(ct);
            if (!keeper.IsRebuildRequested && published.SetEquals(keeper.FoundItems()) && await keeper.FindDamageAsync(ct) is null)
            {
                return true;
            }

            await Task.Delay(Look, ct);
        }

        return false;
    }

    private async Task<HashSet<long>> PublishedAsync(CancellationToken ct)
    {
        var published = new HashSet<long>();
        foreach (var site in directory.All)
        {
            await using var db = databases.OpenFor(site);
            published.UnionWith(await db.Items.Where(item => item.State == ContentState.Published && item.LiveVersion != null).Select(item => item.Id).ToListAsync(ct));
        }

        return published;
    }
}
