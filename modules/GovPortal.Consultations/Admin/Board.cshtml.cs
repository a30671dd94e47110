using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;

namespace GovPortal.Consultations.Admin;

/// <summary>The consultations of the site: which are open, what waits in them, and which owe an outcome.</summary>
[Authorize(Permission.Write)]
public sealed class BoardPage(ConsultationBoard board, TenantClock clock) : PageModel
{
    public const string Address = "/quan-tri/lay-y-kien";

    public IReadOnlyList<BoardRow> Rows { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(CancellationToken ct) => Rows = await board.ListAsync(ct);
}
