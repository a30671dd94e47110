using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.WorkingTime;
using GovPortal.OneStop.Legs;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.OneStop;

/// <summary>Questions to other agencies: written with the step that asks, taken back with the step that ends the wait.</summary>
public sealed partial class DossierDesk
{
    /// <summary>Asks another agency of the installation; the dossier waits for all that were asked.</summary>
    /// <param name="days">Working days the other agency has, by its own calendar.</param>
    public async Task<Refusal?> SendLegAsync(long id, int revision, Tenant? to, string? question, int? days, Actor actor, CancellationToken ct)
    {
        if (to is null || to.Id == tenant.Id || !to.IsEnabled || !to.Modules.Contains(OneStopModule.Named))
        {
            return new Refusal("onestop.leg.closed", "LegTo", to?.Title);
        }

        if (string.IsNullOrWhiteSpace(question))
        {
            return new Refusal("onestop.leg.question", "Note");
        }

        if (days is not (>= 1 and <= 365))
        {
            return new Refusal("onestop.leg.days", "LegDays", $"{days}");
        }

        var due = DueTime.Of(await calendars.OfAsync(to, ct), WallAt(clock.GetUtcNow()), TimeLimit.OfDays(days.Value), []);
        return due.Refusal ?? await ChangeAsync(id, revision, async (db, dossier, steps) =>
        {
            var refusal = await StepAsync(db, dossier, steps[^1], new ActRequest(DossierAct.SendLeg) { Note = $"{to.Title}: {question}" }, actor, ct);
            if (refusal is null)
            {
                var now = clock.GetUtcNow();
                var leg = new Leg { Id = Guid.CreateVersion7(now), TenantId = tenant.Id, DossierId = dossier.Id, ToTenantId = to.Id, ToName = to.Title, Question = question.Trim(), DueAt = tenant.InstantOf(due.At!.Value), SentAt = now };
                db.Legs.Add(leg);
                db.LegMessages.Add(MessageTo(to.Id, isAnswer: false, BodyJson.Write(new LegRequest(leg.Id, tenant.Title, dossier.Code!, dossier.ServiceName, leg.Question, leg.DueAt)), now));
            }

            return refusal;
        }, ct);
    }

    /// <summary>Takes an answer in; once only, however often it comes. The last one that was waited for puts the dossier back to work.</summary>
    public async Task TakeLegAnswerAsync(LegAnswer answer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(answer);
        await using var db = databases.OpenFor(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var of = await db.Legs.Where(l => l.Id == answer.LegId).Select(l => (long?)l.DossierId).SingleOrDefaultAsync(ct);

        // Two answers at once must not each think the other is still waited for.
        if (of is not { } id || !await IsLockedAsync(db, id, revision: null, ct) || await db.Legs.SingleAsync(l => l.Id == answer.LegId, ct) is not { AnsweredAt: null } leg)
        {
            return;
        }

        (leg.AnsweredAt, leg.Answer, leg.AnsweredBy) = (answer.AnsweredAt, answer.Answer, answer.AnsweredBy);
        var dossier = await db.Dossiers.SingleAsync(d => d.Id == leg.DossierId, ct);
        var isLast = !await db.Legs.AnyAsync(l => l.DossierId == leg.DossierId && l.Id != leg.Id && l.AnsweredAt == null, ct);
        if (isLast && dossier.Local == LocalState.Interoperating)
        {
            var last = await db.DossierSteps.AsNoTracking().Where(s => s.DossierId == dossier.Id).OrderByDescending(s => s.Number).FirstAsync(ct);
            var other = new Actor(null, leg.ToName, new HashSet<Role> { Role.Officer });
            if (await StepAsync(db, dossier, last, new ActRequest(DossierAct.TakeLegAnswer) { Note = $"{leg.ToName}: {answer.Answer}" }, other, ct) is { } refusal)
            {
                throw new InvalidOperationException($"The answer of leg {leg.Id} cannot be taken: {refusal.Code}");
            }
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>What was asked of other agencies for a dossier, in order.</summary>
    public async Task<IReadOnlyList<Leg>> LegsOfAsync(long id, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.Legs.AsNoTracking().Where(l => l.DossierId == id).OrderBy(l => l.SentAt).ToListAsync(ct);
    }

    private LegMessage MessageTo(int site, bool isAnswer, string body, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), TenantId = tenant.Id, ToTenantId = site, IsAnswer = isAnswer, Body = body, CreatedAt = now, NextTryAt = now };
}
