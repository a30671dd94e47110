using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.OneStop;

/// <summary>A dossier as whoever holds its receipt sees it.</summary>
public sealed record TrackedDossier(Dossier Dossier, IReadOnlyList<DossierStep> Steps, DossierVote? Vote, Tenant Owner);

/// <summary>Finds a dossier by the code and the secret on its receipt, and takes the citizen's rating of it.</summary>
public sealed class DossierTracking(PortalDbFactory databases, TenantDirectory directory, DossierSeals seals, TimeProvider clock)
{
    public const int RemarkLength = 1000;

    /// <summary>Null alike for a code that is not there and for a secret that is wrong; both cost the same time.</summary>
    public async Task<TrackedDossier?> FindAsync(string? code, string? secret, CancellationToken ct)
    {
        var parsed = DossierCode.Parse(code);
        var owner = parsed is null ? null : directory.FindByAgencyCode(parsed.Agency);
        if (owner is null || parsed is null)
        {
            seals.IsSecret(null, secret);
            return null;
        }

        var written = parsed.ToString();
        await using var db = databases.OpenFor(owner);
        var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Code == written, ct);
        if (!seals.IsSecret(dossier?.SealedSecret, secret) || dossier is null)
        {
            return null;
        }

        var steps = await db.DossierSteps.AsNoTracking().Where(s => s.DossierId == dossier.Id).OrderBy(s => s.Number).ToListAsync(ct);
        return new TrackedDossier(dossier, steps, await db.DossierVotes.AsNoTracking().SingleOrDefaultAsync(v => v.DossierId == dossier.Id, ct), owner);
    }

    /// <summary>Takes a rating, once, after the result.</summary>
    public async Task<Refusal?> RateAsync(TrackedDossier tracked, int stars, string? remark, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(tracked);
        if (tracked.Dossier.Status is not (NationalStatus.Done or NationalStatus.Returned))
        {
            return new Refusal("onestop.rate.early");
        }

        if (stars is < 1 or > 5)
        {
            return new Refusal("onestop.rate.stars", "Stars");
        }

        if (remark?.Length > RemarkLength)
        {
            return new Refusal("check.too-long", "Remark", $"{remark[..40]}… ({remark.Length} > {RemarkLength})");
        }

        if (tracked.Vote is not null)
        {
            return new Refusal("onestop.rate.once");
        }

        await using var db = databases.OpenFor(tracked.Owner);
        db.DossierVotes.Add(new DossierVote { DossierId = tracked.Dossier.Id, TenantId = tracked.Owner.Id, Stars = stars, Remark = string.IsNullOrWhiteSpace(remark) ? null : remark.Trim(), At = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            await using var again = databases.OpenFor(tracked.Owner);
            if (await again.DossierVotes.AnyAsync(v => v.DossierId == tracked.Dossier.Id, ct))
            {
                return new Refusal("onestop.rate.once");
            }

            throw;
        }
    }
}
