using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.OneStop.Legs;

/// <summary>What other agencies have asked this one: see, take, answer.</summary>
public sealed class LegDesk(Tenant tenant, PortalDbFactory databases, LegCourier courier, TimeProvider clock)
{
    private const int MostShown = 200;

    /// <summary>Those that wait first, the next due before the others; then the latest answered.</summary>
    public async Task<IReadOnlyList<LegTask>> ListAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.LegTasks.AsNoTracking().OrderBy(t => t.AnsweredAt != null).ThenBy(t => t.DueAt).Take(MostShown).ToListAsync(ct);
    }

    public async Task<Refusal?> TakeAsync(Guid id, Actor actor, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var taken = await db.LegTasks.Where(t => t.Id == id && t.AnsweredAt == null).ExecuteUpdateAsync(set => set.SetProperty(t => t.AssigneeId, actor.Id).SetProperty(t => t.AssigneeName, actor.Name), ct);
        return taken == 1 ? null : new Refusal("onestop.leg.unknown");
    }

    /// <summary>Answers; the answer and its message are kept together, and the message goes until it was taken.</summary>
    public async Task<Refusal?> AnswerAsync(Guid id, string? answer, Actor actor, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(answer))
        {
            return new Refusal("onestop.leg.answer", "Answer");
        }

        if (answer.Length > DossierRules.NoteLength)
        {
            return new Refusal("check.too-long", "Answer", $"{answer[..40]}… ({answer.Length} > {DossierRules.NoteLength})");
        }

        var now = clock.GetUtcNow();
        await using var db = databases.OpenFor(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var answered = await db.LegTasks.Where(t => t.Id == id && t.AnsweredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.AnsweredAt, now).SetProperty(t => t.Answer, answer.Trim()).SetProperty(t => t.AssigneeId, actor.Id).SetProperty(t => t.AssigneeName, actor.Name), ct);
        if (answered == 0)
        {
            return new Refusal("onestop.leg.unknown");
        }

        var asker = await db.LegTasks.AsNoTracking().Where(t => t.Id == id).Select(t => t.FromTenantId).SingleAsync(ct);
        db.LegMessages.Add(new LegMessage { Id = Guid.CreateVersion7(now), TenantId = tenant.Id, ToTenantId = asker, IsAnswer = true, Body = BodyJson.Write(new LegAnswer(id, answer.Trim(), actor.Name, now)), CreatedAt = now, NextTryAt = now });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        courier.Wake();
        return null;
    }
}
