using System.Globalization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Rankings.Computing;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Rankings.Publishing;

/// <summary>The published indexes of the visited site, computed.</summary>
public sealed class PublishedIndexes(PublishedContent content, TenantDirectory directory)
{
    // Lines over years show this many; older ones stay at their own address.
    private const int MostYears = 10;

    /// <summary>Years with a published index, newest first.</summary>
    public async Task<IReadOnlyList<ListedItem>> ListAsync(CancellationToken ct) =>
        (await content.ListAsync(new ListQuery(PublishedIndexType.TypeName, Size: MostYears) { IsCounted = false }, ct)).Items;

    /// <summary>The index of a year: published, or withdrawn and without a body; null where there never was one.</summary>
    public async Task<IndexOfYear?> FindAsync(int year, CancellationToken ct)
    {
        var found = await content.FindAsync<PublishedIndex>(PublishedIndexType.SlugOf(year), ct);
        return found is null || found.IsMoved ? null : new IndexOfYear(found, SitesOf(found.Body));
    }

    /// <summary>All years up to the ten newest, oldest first.</summary>
    public async Task<IReadOnlyList<IndexOfYear>> AllAsync(CancellationToken ct)
    {
        var years = new List<IndexOfYear>();
        foreach (var item in await ListAsync(ct))
        {
            if (int.TryParse(item.Slug, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && await FindAsync(year, ct) is { Body: not null } index)
            {
                years.Add(index);
            }
        }

        return [.. years.OrderBy(index => index.Body!.Year)];
    }

    private Dictionary<string, Tenant> SitesOf(PublishedIndex? body)
    {
        var byTitle = directory.All.GroupBy(site => site.Title, StringComparer.Ordinal).ToDictionary(sites => sites.Key, sites => sites.First(), StringComparer.Ordinal);
        return body is null ? [] : body.Index.Units.Select(unit => unit.Name).Distinct().Where(byTitle.ContainsKey).ToDictionary(name => name, name => byTitle[name]);
    }
}

/// <summary>A published index with what comes out of it.</summary>
public sealed class IndexOfYear
{
    private readonly IReadOnlyDictionary<string, Tenant> sites;
    private readonly Dictionary<(string Block, string Name), UnitScore> byName;
    private readonly Dictionary<string, UnitScore> bySlug = [];
    private readonly Dictionary<int, string> slugs = [];

    public IndexOfYear(FoundItem<PublishedIndex> found, IReadOnlyDictionary<string, Tenant> sites)
    {
        ArgumentNullException.ThrowIfNull(found);
        (Found, this.sites) = (found, sites);
        Result = found.Body is { } body ? IndexComputation.Compute(body.Index) : new IndexResult([], [], [], null);
        byName = Result.Units.GroupBy(unit => (unit.Block, unit.Name)).ToDictionary(units => units.Key, units => units.First());
        foreach (var unit in Result.Units)
        {
            // Two blocks may have units of one name.
            var slug = VietnameseText.Slug(unit.Name);
            slugs[unit.Position] = bySlug.ContainsKey(slug) ? $"{slug}-{VietnameseText.Slug(unit.Block)}" : slug;
            bySlug[slugs[unit.Position]] = unit;
        }
    }

    public FoundItem<PublishedIndex> Found { get; }

    /// <summary>Null once the index is withdrawn.</summary>
    public PublishedIndex? Body => Found.Body;

    public IndexResult Result { get; }

    public UnitScore? Find(string slug) => bySlug.GetValueOrDefault(slug);

    public UnitScore? Find(string block, string name) => byName.GetValueOrDefault((block, name));

    /// <summary>Last segment of the address of a unit's page.</summary>
    public string SlugOf(UnitScore unit) => slugs[unit.Position];

    /// <summary>The site of a unit, known by its name; null where it has none here.</summary>
    public Tenant? SiteOf(string unit) => sites.GetValueOrDefault(unit);
}
