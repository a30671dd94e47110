using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Publishing;

namespace GovPortal.Rankings.Site;

/// <summary>One unit in the index of a year: its numbers and points, and its ranks over the years.</summary>
public sealed class UnitPage(PublishedIndexes indexes) : PageModel
{
    public IndexOfYear Year { get; private set; } = null!;

    public UnitScore Unit { get; private set; } = null!;

    public RankedUnit Raw { get; private set; } = null!;

    public IReadOnlyList<UnitYear> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int year, string unit, CancellationToken ct)
    {
        if (await indexes.FindAsync(year, ct) is not { Body: { } body } found || found.Find(unit) is not { } score)
        {
            return NotFound();
        }

        (Year, Unit, Raw) = (found, score, body.Index.Units[score.Position]);
        Years = [.. (await indexes.AllAsync(ct)).Select(index => UnitYear.Of(index, score)).OfType<UnitYear>()];
        return Page();
    }
}

/// <summary>How a unit stood in a year.</summary>
/// <param name="InAll">Units of its block that year.</param>
public sealed record UnitYear(int Year, string Slug, UnitScore Score, int InAll, int Decimals)
{
    public static UnitYear? Of(IndexOfYear index, UnitScore unit) =>
        index.Find(unit.Block, unit.Name) is { } score
            ? new UnitYear(index.Body!.Year, index.SlugOf(score), score, index.Result.Units.Count(other => other.Block == unit.Block), index.Body.Index.Method.Decimals) : null;
}
