using System.ComponentModel.DataAnnotations;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.OneStop.Admin;

/// <summary>The register of dossiers on paper (Mẫu 06 of TT 01/2018/TT-VPCP), for the days that are asked.</summary>
[Authorize(Permission.ReadDossiers)]
public sealed class RegisterPage(PortalDbFactory databases, Tenant tenant, TenantClock clock) : PageModel
{
    /// <summary>More lines than these are a book for several days.</summary>
    public const int MostLines = 1000;

    [BindProperty(SupportsGet = true, Name = "tu"), Display(Name = "onestop.from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den"), Display(Name = "onestop.until")]
    public DateOnly? Until { get; set; }

    public IReadOnlyList<Dossier> Dossiers { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(CancellationToken ct)
    {
        (From, Until) = (From ?? clock.Today, Until ?? clock.Today);
        var (start, end) = (clock.StartOf(From.Value), clock.StartOf(Until.Value.AddDays(1)));
        await using var db = databases.OpenFor(tenant);
        Dossiers = await db.Dossiers.AsNoTracking().Where(d => d.AcceptedAt >= start && d.AcceptedAt < end).OrderBy(d => d.AcceptedAt).ThenBy(d => d.Id).Take(MostLines).ToListAsync(ct);
    }
}
