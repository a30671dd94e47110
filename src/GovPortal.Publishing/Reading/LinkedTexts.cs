using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Reading;

/// <summary>The words of the files that published items link to, so that search finds an item by what stands in its attachments.</summary>
public sealed class LinkedTexts(PortalDbFactory databases, TenantDirectory directory)
{
    // As much as search reads of an item; a longer file is found by its beginning.
    private const int MostLetters = 40_000;

    /// <summary>Words by item; an item that links to no file, or only to files without words, is not among them.</summary>
    public async Task<IReadOnlyDictionary<long, string>> ReadAsync(IEnumerable<LiveItem> live, CancellationToken ct)
    {
        var words = new Dictionary<long, string>();

        // Few items link to files, and sites keep theirs apart: only those are asked that may have any.
        foreach (var ofSite in live.Where(row => row.Body.Contains("/tep/", StringComparison.Ordinal)).GroupBy(row => row.Item.TenantId))
        {
            if (directory.FindById(ofSite.Key) is { } site)
            {
                await ReadAsync(site, [.. ofSite.Select(row => row.Item.Id)], words, ct);
            }
        }

        return words;
    }

    private async Task ReadAsync(Tenant site, long[] ids, Dictionary<long, string> words, CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        var texts = await (from item in db.Items
                           where ids.Contains(item.Id)
                           join use in db.FileUses on new { item.Id, Number = item.LiveVersion } equals new { Id = use.ItemId, Number = (int?)use.Version }
                           join text in db.FileTexts on use.FileId equals text.FileId
                           orderby use.FileId
                           select new { item.Id, Words = text.Text.Substring(0, MostLetters) }).ToListAsync(ct);
        foreach (var ofItem in texts.GroupBy(text => text.Id))
        {
            words[ofItem.Key] = string.Join('\n', ofItem.Select(text => text.Words));
        }
    }
}
