using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;

namespace GovPortal.Officials;

/// <summary>A person as the site's pages show them.</summary>
public sealed record ListedOfficial(ListedItem Item, OfficialLine Line);

/// <summary>The published units and people of the visited site.</summary>
public sealed class AgencyStructure(PublishedContent content, TenantClock clock)
{
    // More than the largest department has; columns only are read.
    private const int MostUnits = 500;
    private const int MostPeople = 2_000;

    public DateOnly Today => clock.Today;

    public async Task<IReadOnlyList<UnitEntry>> UnitsAsync(CancellationToken ct) =>
        [.. (await content.ListAsync(new ListQuery(UnitType.TypeName, Size: MostUnits) { IsCounted = false }, ct)).Items.Select(UnitType.EntryOf)];

    /// <summary>Everybody, also those who have left: leaders first, then by their order and name.</summary>
    public async Task<IReadOnlyList<ListedOfficial>> PeopleAsync(CancellationToken ct) =>
        [.. (await content.ListAsync(new ListQuery(OfficialType.TypeName, Size: MostPeople) { IsCounted = false }, ct)).Items
            .Select(item => new ListedOfficial(item, OfficialType.LineOf(item)))
            .OrderByDescending(person => person.Line.IsLeader).ThenBy(person => person.Line.Order).ThenBy(person => person.Item.Title, VietnameseText.Comparer)];
}
