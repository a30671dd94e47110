using GovPortal.Core.Caching;
using GovPortal.Core.Publication;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Caching;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Search.Teaching;

/// <summary>Holds ready what editors taught search, in this process: read anew whenever the log says that a site changed.</summary>
public sealed class SearchRuleCache(PortalDbFactory databases, TenantDirectory directory, IPublicationLog log, PageCache pages) : ILogFollower
{
    private volatile SearchRules book = SearchRules.Empty;
    private long position = -1;

    string ILogFollower.Name => "search-words";

    /// <summary>What was taught until now; nothing before it was read first.</summary>
    public SearchRules Book => book;

    public async ValueTask<long> PositionAsync(CancellationToken ct)
    {
        if (position < 0)
        {
            var last = await log.LastPositionAsync(ct);
            await ReadAsync(ct);
            position = last;
        }

        return position;
    }

    public async Task FollowAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct)
    {
        if (entries.Any(entry => entry.Act is PublicationAct.SiteChanged or PublicationAct.Restored))
        {
            await ReadAsync(ct);
            pages.Evict(PageTag.Index);
        }

        position = entries[^1].Position;
    }

    /// <summary>The entries of every site, as they are saved.</summary>
    public async Task<IReadOnlyList<SearchRule>> ReadEntriesAsync(CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        return await db.TaughtEntries.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync(ct);
    }

    /// <summary>A book as it would be with these entries.</summary>
    public SearchRules BookOf(IEnumerable<SearchRule> entries) => new(entries, directory.Portal?.Id);

    private async Task ReadAsync(CancellationToken ct) => book = BookOf(await ReadEntriesAsync(ct));
}
