using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Sites;
using GovPortal.Publishing.Web;

namespace GovPortal.Content.Admin.Structure;

/// <summary>Which sections the home page of the site shows, in which order, and how much each of them.</summary>
[Authorize(Permission.ManageSite), ShowsPreview]
public sealed class ArrangeHomePage(IEnumerable<IHomeSection> sections, ModuleList modules, SiteStructure structure, Texts texts, VisitedSite site)
    : ArrangingPage<SectionRow, HomeArrangement>(structure, texts, site)
{
    private IHomeSection[] offered = [];

    protected override string Act => "site.home";

    protected override string Address => "/quan-tri/trang-chu";

    public override string NameOf(int place) => Texts.In(Site.Language, "home.section." + Rows[place].Name);

    /// <summary>How many items the section of a row may show; null where that is not for the site to say.</summary>
    public HomeCount? CountOf(SectionRow row) => offered.Single(section => section.Name == row.Name).Count;

    protected override HomeArrangement PartOf(TenantSettings settings) => new(settings.HomeSections, settings.HomeCounts);

    protected override Task PrepareAsync(CancellationToken ct)
    {
        offered = [.. sections.Where(section => section.IsOffered && modules.IsOn(section.Module, Site.Tenant)).OrderBy(section => section.Order)];
        Rows = [.. Rows.Where(row => offered.Any(section => section.Name == row.Name)).DistinctBy(row => row.Name)];
        return Task.CompletedTask;
    }

    protected override void Fill(TenantSettings settings)
    {
        var chosen = settings.HomeSections.ToList();
        Rows = [.. offered.OrderBy(section => chosen.IndexOf(section.Name) is >= 0 and var place ? place : chosen.Count).Select(section => new SectionRow
        {
            Name = section.Name,
            IsShown = chosen.Count == 0 || chosen.Contains(section.Name),
            Count = section.Count is null ? null : section.CountOn(Site.Tenant),
        })];
    }

    protected override IEnumerable<Refusal> Check()
    {
        if (!Rows.Any(row => row.IsShown))
        {
            yield return new Refusal("structure.home.none", "Rows[0].IsShown");
        }

        for (var place = 0; place < Rows.Count; place++)
        {
            if (CountOf(Rows[place]) is { } count && (Rows[place].Count ?? count.Usual) is var wanted && (wanted < count.Least || wanted > count.Most))
            {
                yield return new Refusal("structure.home.count", $"Rows[{place}].Count", NameOf(place));
            }
        }
    }

    // What a module switched off for now showed keeps its place at the end.
    protected override TenantSettings Compose(TenantSettings present) => present with
    {
        HomeSections = [.. Rows.Where(row => row.IsShown).Select(row => row.Name!), .. present.HomeSections.Where(name => !offered.Any(section => section.Name == name))],
        HomeCounts = CountsOf(present),
    };

    private Dictionary<string, int> CountsOf(TenantSettings present)
    {
        var counts = new SortedDictionary<string, int>(present.HomeCounts.ToDictionary(), StringComparer.Ordinal);
        foreach (var row in Rows)
        {
            if (CountOf(row) is { } count && row.Count is { } wanted)
            {
                counts[row.Name!] = wanted;
                if (wanted == count.Usual)
                {
                    counts.Remove(row.Name!);
                }
            }
        }

        return new Dictionary<string, int>(counts);
    }
}

/// <summary>A section on the form.</summary>
public sealed class SectionRow : IArrangedRow
{
    public int Level { get; set; }
    public string? Name { get; set; }
    public bool IsShown { get; set; }
    public int? Count { get; set; }
}

public sealed record HomeArrangement(IReadOnlyList<string> Sections, IReadOnlyDictionary<string, int> Counts);
