using GovPortal.Core.Configuration;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Import;

/// <summary>
/// Reads what the sources said last. No table remembers it: every import writes the source's words as a version, and
/// <see cref="ContentItem.SourceHash"/> says which one that was.
/// </summary>
internal static class IntakeHistory
{
    /// <summary>Plans what is to be written of items whose source says something else than last time.</summary>
    public static async Task PlanAsync(PortalDb db, IContentType type, IncomingWork[] work, CancellationToken ct)
    {
        if (work.Length == 0)
        {
            return;
        }

        var planner = new IntakePlanner(type);
        var ids = work.Select(w => w.Item!.Id).ToArray();
        var standing = (await (from item in db.Items
                               where ids.Contains(item.Id)
                               join version in db.Versions.AsNoTracking() on item.Id equals version.ItemId
                               where version.Number == item.LatestVersion || version.Number == item.LiveVersion
                               select version).ToListAsync(ct)).ToLookup(version => version.ItemId);
        foreach (var one in work)
        {
            var item = one.Item!;
            var newest = standing[item.Id].Single(version => version.Number == item.LatestVersion);
            var isPublic = item.State == ContentState.Published;
            var live = isPublic && item.LiveVersion != item.LatestVersion ? standing[item.Id].Single(version => version.Number == item.LiveVersion) : null;
            var last = standing[item.Id].FirstOrDefault(version => IsOf(version.Body, item))?.Body ?? await FindLastAsync(db, item, ct);
            one.Plan = planner.Plan(last, newest, live, isPublic, one.Body);
        }
    }

    /// <summary>Looks through the versions that nobody signed, the newest first; one at a time, for texts may be long and many.</summary>
    private static async Task<string?> FindLastAsync(PortalDb db, ContentItem item, CancellationToken ct)
    {
        var bodies = db.Versions.AsNoTracking().Where(v => v.ItemId == item.Id && v.CreatedById == null).OrderByDescending(v => v.Number).Select(v => v.Body);
        await foreach (var body in bodies.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (IsOf(body, item))
            {
                return body;
            }
        }

        return null;
    }

    private static bool IsOf(string body, ContentItem item) => IntakePlanner.HashOf(body) == item.SourceHash;
}
