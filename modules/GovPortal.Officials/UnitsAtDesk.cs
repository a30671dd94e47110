using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using GovPortal.Web.Pages;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Officials;

/// <summary>The units that forms offer: what is public, and drafts too.</summary>
public sealed class UnitsAtDesk(Tenant tenant, PortalDbFactory databases)
{
    public async Task<IReadOnlyList<UnitAtDesk>> AllAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var rows = await db.Items.Where(i => i.Type == UnitType.TypeName && i.ListJson != null && (i.State == ContentState.Published || i.State == ContentState.Draft))
            .Select(i => new { i.Id, i.Title, i.Slug, i.Summary, i.ListJson }).ToListAsync(ct);
        return [.. rows.Select(row => new UnitAtDesk(row.Id, UnitType.EntryOf(row.Title, row.Slug, row.Summary, row.ListJson!)))];
    }

    /// <summary>What a field offers, in the order of the tree, each the deeper the further in.</summary>
    public static IReadOnlyList<FieldChoice> Offer(IEnumerable<UnitAtDesk> units, string none) =>
        [new FieldChoice("", none), .. UnitTree.Flat(UnitTree.Lay([.. units.Select(unit => unit.Entry)])).Select(at => new FieldChoice(at.Unit.Line.Key, string.Concat(Enumerable.Repeat("– ", at.Level)) + at.Unit.Name))];
}

/// <param name="Id">Number of its item.</param>
public sealed record UnitAtDesk(long Id, UnitEntry Entry);
