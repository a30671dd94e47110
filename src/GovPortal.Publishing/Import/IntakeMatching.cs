using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Import;

/// <summary>Finds which item of the site each incoming one is.</summary>
internal static class IntakeMatching
{
    public static async Task MatchAsync(PortalDb db, IContentType type, IncomingWork[] work, CancellationToken ct)
    {
        var keys = work.Select(w => w.Key).Concat(work.Where(w => w.Incoming.IsKeyGuessed).Select(OwnKey)).Distinct().ToArray();
        var known = await db.Items.Where(i => i.Type == type.Name && keys.Contains(i.SourceKey!)).ToDictionaryAsync(i => i.SourceKey!, ct);
        foreach (var one in work.Where(w => !w.Incoming.IsKeyGuessed))
        {
            one.Item = known.GetValueOrDefault(one.Key);
        }

        foreach (var family in work.Where(w => w.Incoming.IsKeyGuessed).GroupBy(w => w.Incoming.SourceKey))
        {
            MatchFamily([.. family], known);
        }

        foreach (var one in work)
        {
            one.IsNew = one.Item is null;
        }
    }

    /// <summary>
    /// Several articles may have one title and day. Each is first known again by its words, whatever their order; of those left, one
    /// may be the plain key's item with other words, and the rest are new, known from now on by their words as well.
    /// </summary>
    private static void MatchFamily(IncomingWork[] family, Dictionary<string, ContentItem> known)
    {
        var plain = known.GetValueOrDefault(family[0].Incoming.SourceKey);
        foreach (var one in family)
        {
            one.Item = known.GetValueOrDefault(OwnKey(one)) ?? (plain?.SourceHash == one.Hash ? plain : null);
        }

        // Where an earlier line of the file stands in a batch before, it may have been the plain one.
        var isPlainFree = family.Any(one => !one.Incoming.IsTwin) && !family.Any(one => one.Item is not null && one.Item == plain);
        foreach (var one in family.Where(one => one.Item is null))
        {
            if (isPlainFree)
            {
                (one.Item, isPlainFree) = (plain, false);
            }
            else
            {
                one.Key = OwnKey(one);
            }
        }
    }

    private static string OwnKey(IncomingWork work) => $"{work.Incoming.SourceKey}:{work.Hash[..16]}";
}
