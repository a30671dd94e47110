using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Content.Writing;

/// <summary>Finds items, drafts too, on the sites somebody works on, and those sites themselves.</summary>
public sealed class OwnItems(PortalDbFactory databases, TenantDirectory directory, VisitedSite site, Texts texts)
{
    private const int Most = 10;

    // Somebody with more sites than this looks after the portal, and searches one site after the other.
    private const int MostSites = 20;

    /// <param name="words">Part of a title, with or without its diacritics, or a code.</param>
    public async Task<IReadOnlyList<OwnItem>> FindAsync(Guid person, string words, CancellationToken ct)
    {
        var folded = VietnameseText.Fold(words).Trim();
        if (folded.Length < 2)
        {
            return [];
        }

        var found = new List<OwnItem>();
        foreach (var own in await SitesAsync(person, ct))
        {
            if (own.Id != site.Tenant.Id && VietnameseText.Fold(own.Title).Contains(folded, StringComparison.Ordinal))
            {
                found.Add(new OwnItem(own.TitleIn(site.Language), site.LinkTo(own, "/quan-tri"), texts.In(site.Language, "desk.administration")));
            }

            await using var db = databases.OpenFor(own);
            var items = await db.Items.AsNoTracking().Where(item => item.State != ContentState.Deleted && (item.TitleFolded.Contains(folded) || item.Code == words))
                .OrderByDescending(item => item.UpdatedAt).Take(Most).Select(item => new { item.Id, item.Type, item.Title, item.State }).ToListAsync(ct);
            found.AddRange(items.Select(item => new OwnItem(item.Title, site.LinkTo(own, $"/quan-tri/muc/{item.Id}"),
                string.Join(" · ", texts.In(site.Language, "desk.type." + item.Type), texts.In(site.Language, "desk.state." + item.State), own.TitleIn(site.Language)))));
        }

        return [.. found.Take(Most)];
    }

    /// <summary>The visited site first, then others the person has a role on.</summary>
    private async Task<IReadOnlyList<Tenant>> SitesAsync(Guid person, CancellationToken ct)
    {
        await using var db = databases.OpenInstallation();
        var others = await db.Memberships.AsNoTracking().Where(member => member.PersonId == person && member.TenantId != site.Tenant.Id).Select(member => member.TenantId).Distinct().OrderBy(id => id).Take(MostSites).ToListAsync(ct);
        return [site.Tenant, .. others.Select(directory.FindById).OfType<Tenant>().Where(other => other.IsEnabled)];
    }
}

/// <param name="Note">What it is, how it stands and where.</param>
public sealed record OwnItem(string Name, string Url, string Note);
