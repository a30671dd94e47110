using GovPortal.Rankings.Covering;
using GovPortal.Rankings.Publishing;

namespace GovPortal.Rankings.Site;

/// <summary>Of all agencies, how many have a site, networks, officers, one-stop software, signatures, online services; over the years, with the names of who lacks what.</summary>
public sealed class CoveragePage(PublishedIndexes indexes) : PageModel
{
    /// <summary>Whose names and cells are shown; the newest where none is asked for.</summary>
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Chosen { get; set; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CoverageOfYear> Years { get; private set; } = [];

    /// <summary>The year in sight; null where nothing is published.</summary>
    public CoverageOfYear? Year { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Years = [.. (await indexes.AllAsync(ct)).Where(index => index.Body!.Coverage.Count > 0).Select(index => new CoverageOfYear(index.Body!))];
        Year = Chosen is null ? Years.LastOrDefault() : Years.FirstOrDefault(year => year.Year == Chosen);
        return ModelState.IsValid && (Chosen is null || Year is not null) ? Page() : NotFound();
    }
}
