using GovPortal.Core.Security;
using GovPortal.Rankings.Surveying;

namespace GovPortal.Rankings.Admin;

/// <summary>The province's surveys that ask this agency.</summary>
[Authorize(Permission.Write)]
public sealed class DeclarationsPage(AgencyDesk desk) : PageModel
{
    public IReadOnlyList<IndexSurvey> Surveys { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Surveys = await desk.ListAsync(ct);
}
