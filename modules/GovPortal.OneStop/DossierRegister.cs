using System.Globalization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.OneStop;

/// <summary>Which dossiers of the site a list shows.</summary>
public enum WorkList
{
    /// <summary>Taken by the person who asks.</summary>
    Mine,

    /// <summary>Wait for somebody to take them.</summary>
    Waiting,

    /// <summary>Whatever is not ended.</summary>
    Open,
    Late,

    /// <summary>Wait for a signature's result to be handed out.</summary>
    ToReturn,
    All,
}

/// <summary>A line of a list; nothing personal in it but the name.</summary>
public sealed record DossierLine(long Id, string? Code, string ServiceName, string ApplicantName, LocalState Local, string Unit, string? AssigneeName, DateTimeOffset EnteredAt, DateTimeOffset? DueAt, DateTimeOffset? PausedAt);

/// <summary>Finds dossiers of a site, for those who work there.</summary>
public sealed class DossierRegister(Tenant tenant, PortalDbFactory databases, DossierSeals seals, TimeProvider clock)
{
    private static readonly NationalStatus[] Ended = [NationalStatus.Declined, NationalStatus.Stopped, NationalStatus.Done, NationalStatus.Returned];

    /// <summary>Those due first stand first; what has no due date comes last.</summary>
    /// <param name="words">Code, name, identity or telephone number; empty asks for all.</param>
    public async Task<(int Total, IReadOnlyList<DossierLine> Lines)> ListAsync(WorkList list, Guid? person, string? words, int page, int size, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var now = clock.GetUtcNow();
        var dossiers = db.Dossiers.AsNoTracking();
        dossiers = list switch
        {
            WorkList.Mine => dossiers.Where(d => d.AssigneeId == person && !Ended.Contains(d.Status)),
            WorkList.Waiting => dossiers.Where(d => d.Local == LocalState.Accepted || d.Local == LocalState.InUnit || d.Local == LocalState.Entered),
            WorkList.Open => dossiers.Where(d => !Ended.Contains(d.Status)),
            WorkList.Late => dossiers.Where(d => !Ended.Contains(d.Status) && d.PausedAt == null && d.DueAt < now),
            WorkList.ToReturn => dossiers.Where(d => d.Status == NationalStatus.Done),
            _ => dossiers,
        };
        dossiers = Named(dossiers, words);
        var total = await dossiers.CountAsync(ct);
        var lines = await dossiers.OrderBy(d => d.DueAt == null).ThenBy(d => d.DueAt).ThenBy(d => d.Id).Skip((page - 1) * size).Take(size)
            .Select(d => new DossierLine(d.Id, d.Code, d.ServiceName, d.ApplicantName, d.Local, d.Unit, d.AssigneeName, d.EnteredAt, d.DueAt, d.PausedAt)).ToListAsync(ct);
        return (total, lines);
    }

    /// <summary>A dossier with its steps in order; null when the site has none of this number.</summary>
    /// <param name="reader">Who opens it: a step that somebody else has seen cannot be taken back.</param>
    public async Task<(Dossier Dossier, IReadOnlyList<DossierStep> Steps)?> OpenAsync(long id, Guid? reader, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        if (await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } dossier)
        {
            return null;
        }

        var steps = await db.DossierSteps.AsNoTracking().Where(s => s.DossierId == id).OrderBy(s => s.Number).ToListAsync(ct);
        if (!dossier.IsSeenSince && steps[^1].ActorId != reader)
        {
            // Said of this state alone: whoever acts in the same moment is not disturbed.
            await db.Dossiers.Where(d => d.Id == id && d.Revision == dossier.Revision).ExecuteUpdateAsync(set => set.SetProperty(d => d.IsSeenSince, true), ct);
        }

        return (dossier, steps);
    }

    public async Task<Service?> ServiceAsync(long id, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.Services.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
    }

    private IQueryable<Dossier> Named(IQueryable<Dossier> dossiers, string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return dossiers;
        }

        if (DossierCode.Parse(words)?.ToString() is { } code)
        {
            return dossiers.Where(d => d.Code == code);
        }

        var print = words.Count(char.IsAsciiDigit) >= 8 ? seals.PrintOf(words) : null;
        var folded = VietnameseText.Fold(VietnameseText.NormalizeLine(words));
        var service = words.Trim().ToUpper(CultureInfo.InvariantCulture);
        return print is not null ? dossiers.Where(d => d.IdentityPrint == print || d.PhonePrint == print) : dossiers.Where(d => d.ApplicantWords.Contains(folded) || d.ServiceCode == service);
    }
}
