using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Officials.Site;

/// <summary>The units of the site's agency as a chart and as a list.</summary>
public sealed class ChartPage(AgencyStructure structure, VisitedSite site, TenantDirectory directory, ModuleList modules) : PageModel
{
    public IReadOnlyList<UnitNode> Units { get; private set; } = [];

    /// <summary>Who leads each unit, by its key: the first who holds a post there.</summary>
    public IReadOnlyDictionary<string, ListedOfficial> Heads { get; private set; } = new Dictionary<string, ListedOfficial>();

    /// <summary>The agency's own leaders.</summary>
    public IReadOnlyList<ListedOfficial> Leaders { get; private set; } = [];

    /// <summary>Sites below this one that show their own units.</summary>
    public IReadOnlyList<Tenant> Agencies { get; private set; } = [];

    public DateOnly Today => structure.Today;

    /// <summary>Null where there is nothing to draw.</summary>
    public ChartDrawing? Drawing { get; private set; }

    /// <summary>Some unit's English is older than its Vietnamese.</summary>
    public bool HasOldEnglish { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var units = await structure.UnitsAsync(ct);
        var people = await structure.PeopleAsync(ct);
        Units = UnitTree.Lay(units);
        HasOldEnglish = site.IsEnglish && units.Any(unit => unit.Line.IsEnglishOlder);
        Leaders = [.. people.Where(person => person.Line.IsLeader && person.Line.PostsOn(Today).Any())];
        Heads = people.SelectMany(person => person.Line.PostsOn(Today).Where(held => held.Unit is not null).Select(held => (held.Unit, person)))
            .GroupBy(at => at.Unit!, StringComparer.Ordinal).ToDictionary(at => at.Key, at => at.OrderBy(one => one.person.Line.IsLeader).First().person, StringComparer.Ordinal);
        Agencies = [.. directory.ChildrenOf(site.Tenant).Where(agency => modules.IsOn(OfficialsModule.Named, agency))];
        Drawing = ChartLayout.Of(site.Title, Units, site.IsEnglish);
    }
}
