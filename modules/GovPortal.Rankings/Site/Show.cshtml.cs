using GovPortal.Rankings.Publishing;

namespace GovPortal.Rankings.Site;

/// <summary>The published index of a year: ranks, scores, groups, and what changed since the year before; blocks apart.</summary>
public sealed class ShowPage(PublishedIndexes indexes) : PageModel
{
    public IndexOfYear Year { get; private set; } = null!;

    /// <summary>The index of the year before; null where there is none.</summary>
    public IndexOfYear? Before { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken ct)
    {
        if (await indexes.FindAsync(year, ct) is not { } found)
        {
            return NotFound();
        }

        Year = found;
        Before = await indexes.FindAsync(year - 1, ct);
        return Page();
    }
}
