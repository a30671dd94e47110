using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Rankings.Publishing;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Rankings.Surveying;

/// <summary>Makes the settled survey a published index: written by who settled it, published by somebody else.</summary>
public sealed class IndexPublisher(PortalDbFactory databases, TenantDirectory directory, PublishingDeskOf deskOf)
{
    /// <returns>Number of the published item, or why it was not published.</returns>
    public async Task<(long? Item, Refusal? Refusal)> PublishAsync(SurveyRecord record, Guid? by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(record);
        var province = directory.Portal!;
        var (id, revision) = await ItemOfAsync(province, PublishedIndexType.SlugOf(record.Survey.Year), ct);
        var desk = deskOf(province);
        var saved = await desk.SaveDraftAsync(id, record.ToIndex(), revision, slug: null, record.Survey.SettledById, ct);
        if (saved.Refusals.Count > 0)
        {
            return (null, saved.Refusals[0]);
        }

        return await desk.PublishAsync(saved.Id, note: null, by, ct) is { } refusal ? (null, refusal) : (saved.Id, null);
    }

    // A year has one address: what stands there already, published before or imported, is corrected.
    private async Task<(long? Id, int? Revision)> ItemOfAsync(Tenant province, string slug, CancellationToken ct)
    {
        await using var db = databases.OpenFor(province);
        var item = await db.Set<ContentItem>().AsNoTracking().SingleOrDefaultAsync(its => its.Type == PublishedIndexType.TypeName && its.Slug == slug && its.State != ContentState.Deleted, ct);
        return (item?.Id, item?.Revision);
    }
}
