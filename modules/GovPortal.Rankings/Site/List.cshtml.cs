using GovPortal.Publishing.Reading;
using GovPortal.Rankings.Publishing;

namespace GovPortal.Rankings.Site;

/// <summary>The years whose index a site has published.</summary>
public sealed class ListPage(PublishedIndexes indexes) : PageModel
{
    public IReadOnlyList<ListedItem> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Years = await indexes.ListAsync(ct);
}
