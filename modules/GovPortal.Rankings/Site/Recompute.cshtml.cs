using GovPortal.Rankings.Publishing;

namespace GovPortal.Rankings.Site;

/// <summary>The raw numbers, formulas and weights of a year; with a script the reader computes them again and moves the weights.</summary>
public sealed class RecomputePage(PublishedIndexes indexes) : PageModel
{
    public IndexOfYear Year { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken ct)
    {
        if (await indexes.FindAsync(year, ct) is not { Body: not null } found)
        {
            return NotFound();
        }

        Year = found;
        return Page();
    }
}
