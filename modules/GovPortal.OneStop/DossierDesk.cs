using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Core.WorkingTime;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.WorkingTime;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.OneStop;

/// <summary>A dossier as a clerk takes it in.</summary>
public sealed record NewDossier(long ServiceId, ApplicantKind Kind, string ApplicantName, PersonalData Personal, Channel Channel, IReadOnlyList<string> Papers, decimal Fee, string ConsentVersion);

/// <summary>What became of a dossier that was entered.</summary>
/// <param name="Id">Null when refused.</param>
public sealed record Entered(long? Id, IReadOnlyList<Refusal> Refusals);

/// <summary>Takes dossiers in and does what is done to them, on one site. Every step is written together with what it changes, or not at all.</summary>
public sealed partial class DossierDesk(Tenant tenant, PortalDbFactory databases, WorkingCalendars calendars, DossierSeals seals, DossierLetters letters, TimeProvider clock)
{
    public const int NameLength = 200;

    /// <summary>Enters a dossier and accepts, declines or asks for a supplement at once, as is done at a counter.</summary>
    public async Task<Entered> EnterAsync(NewDossier given, ActRequest first, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(given);
        var name = VietnameseText.NormalizeLine(given.ApplicantName ?? "");
        Refusal[] odd = [.. Checks.Required(name, "ApplicantName"), .. Checks.NotLonger(name, NameLength, "ApplicantName"), .. string.IsNullOrEmpty(given.ConsentVersion) ? new[] { new Refusal("onestop.consent.missing", "Consent") } : [], .. Checks.Required(given.Personal.Identity, "Identity")];
        if (odd.Length > 0)
        {
            return new Entered(null, odd);
        }

        return await WriteNewAsync(given with { ApplicantName = name }, first, actor, ct);
    }

    /// <summary>Does one thing to a dossier.</summary>
    /// <param name="revision">Of the dossier as the person saw it.</param>
    /// <returns>Why it was not done; null when it was.</returns>
    public Task<Refusal?> ActAsync(long id, int revision, ActRequest request, Actor actor, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ChangeAsync(id, revision, (db, dossier, steps) => request.Act switch
        {
            // Both come with a leg, see SendLegAsync.
            DossierAct.SendLeg or DossierAct.TakeLegAnswer => Task.FromResult<Refusal?>(new Refusal("onestop.act.not-now")),
            DossierAct.RollBack => Task.FromResult(RollBack(db, dossier, steps, request, actor)),
            _ => StepAsync(db, dossier, steps[^1], request, actor, ct),
        }, ct);
    }

    private async Task<Refusal?> ChangeAsync(long id, int revision, Func<PortalDb, Dossier, List<DossierStep>, Task<Refusal?>> change, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await IsLockedAsync(db, id, revision, ct))
        {
            return new Refusal(await db.Dossiers.AnyAsync(d => d.Id == id, ct) ? "onestop.stale" : "onestop.unknown");
        }

        var dossier = await db.Dossiers.SingleAsync(d => d.Id == id, ct);
        var steps = await db.DossierSteps.AsNoTracking().Where(s => s.DossierId == id).OrderBy(s => s.Number).ToListAsync(ct);
        if (await change(db, dossier, steps) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        letters.Wake();
        return null;
    }

    /// <summary>Keeps everybody else from the dossier until the transaction ends: writing its row, though nothing in it changes, locks it on both databases.</summary>
    /// <returns>False when there is none of this revision.</returns>
    private static async Task<bool> IsLockedAsync(PortalDb db, long id, int? revision, CancellationToken ct) =>
        await db.Dossiers.Where(d => d.Id == id && (revision == null || d.Revision == revision)).ExecuteUpdateAsync(set => set.SetProperty(d => d.Revision, d => d.Revision), ct) == 1;

    private async Task<Entered> WriteNewAsync(NewDossier given, ActRequest first, Actor actor, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Services.AsNoTracking().SingleOrDefaultAsync(s => s.Id == given.ServiceId && s.IsCurrent, ct) is not { } service)
        {
            return new Entered(null, [new Refusal("onestop.service.unknown", "ServiceId")]);
        }

        var now = clock.GetUtcNow();
        var dossier = new Dossier
        {
            TenantId = tenant.Id,
            ServiceId = service.Id,
            ServiceCode = service.Code,
            ServiceName = service.Name,
            Field = service.Field,
            Kind = given.Kind,
            ApplicantName = given.ApplicantName,
            ApplicantWords = VietnameseText.Fold(given.ApplicantName),
            SealedPersonal = seals.Seal(given.Personal),
            IdentityPrint = seals.PrintOf(given.Personal.Identity),
            PhonePrint = seals.PrintOf(given.Personal.Phone),
            SealedSecret = seals.SealText(Seals.NewSecret()),
            ConsentVersion = given.ConsentVersion,
            Channel = given.Channel,
            Papers = string.Join('\n', given.Papers),
            Fee = given.Fee,
            EnteredAt = now,
        };
        db.Dossiers.Add(dossier);
        await db.SaveChangesAsync(ct);
        var entry = StepOf(dossier, 1, DossierAct.Enter, LocalState.Entered, actor, now);
        db.DossierSteps.Add(entry);
        dossier.Revision = 1;
        if (await StepAsync(db, dossier, entry, first, actor, ct) is { } refusal)
        {
            return new Entered(null, [refusal]);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        letters.Wake();
        return new Entered(dossier.Id, []);
    }

    private async Task<Refusal?> StepAsync(PortalDb db, Dossier dossier, DossierStep last, ActRequest request, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var state = dossier.State;
        var terms = (await db.Services.AsNoTracking().SingleAsync(s => s.Id == dossier.ServiceId, ct)).Terms;
        if (DossierRules.Check(state, request, actor, terms.Units, last.At, now) is { } refusal)
        {
            return refusal;
        }

        var (due, unknown) = await DueAfterAsync(state, request, terms, now, ct);
        if (unknown is not null)
        {
            return unknown;
        }

        if (request.Act == DossierAct.Accept)
        {
            if (DossierCode.AgencyOf(tenant) is not { } agency)
            {
                return new Refusal("onestop.no-agency-code");
            }

            dossier.Code = new DossierCode(agency, TodayAt(now), await NextNumberAsync(db, TodayAt(now), ct)).ToString();
        }

        var step = StepOf(dossier, last.Number + 1, request.Act, state.Local, actor, now, request, due);
        Write(db, dossier, step);
        letters.Add(db, tenant, dossier, step);
        return null;
    }

    private static Refusal? RollBack(PortalDb db, Dossier dossier, List<DossierStep> steps, ActRequest request, Actor actor)
    {
        var last = steps[^1];
        if (DossierRules.CheckRollBack(dossier, last, actor) is { } refusal)
        {
            return refusal;
        }

        var before = DossierState.Of(steps.SkipLast(1).Select(step => step.Facts));
        var step = StepOf(dossier, last.Number + 1, DossierAct.RollBack, dossier.Local, actor, last.At, request, before.DueAt);
        (step.To, step.ToUnit, step.AssigneeId, step.AssigneeName) = (before.Local, before.Unit, before.AssigneeId, before.AssigneeName);
        db.DossierSteps.Add(step);
        (dossier.State, dossier.IsSeenSince, dossier.Revision) = (before, false, dossier.Revision + 1);
        return null;
    }

    private static void Write(PortalDb db, Dossier dossier, DossierStep step)
    {
        var after = dossier.State.After(step.Facts);
        step.To = after.Local;
        db.DossierSteps.Add(step);
        (dossier.State, dossier.IsSeenSince, dossier.Revision) = (after, false, dossier.Revision + 1);
    }

    private static DossierStep StepOf(Dossier dossier, int number, DossierAct act, LocalState from, Actor actor, DateTimeOffset at, ActRequest? request = null, DateTimeOffset? due = null) => new()
    {
        TenantId = dossier.TenantId,
        DossierId = dossier.Id,
        Number = number,
        Act = act,
        From = from,
        To = from,
        ActorId = actor.Id,
        ActorName = actor.Name,
        FromUnit = dossier.Unit,
        ToUnit = act == DossierAct.Forward ? request!.ToUnit! : dossier.Unit,
        AssigneeId = act switch { DossierAct.Take => actor.Id, DossierAct.Forward => null, _ => dossier.AssigneeId },
        AssigneeName = act switch { DossierAct.Take => actor.Name, DossierAct.Forward => null, _ => dossier.AssigneeName },
        At = at,
        DueAt = due,
        Note = string.IsNullOrWhiteSpace(request?.Note) ? null : VietnameseText.Normalize(request.Note).Trim(),
    };

    /// <summary>What is promised after the act: made at acceptance, moved by a pause that ends and by an extension, untouched by all else.</summary>
    private async Task<(DateTimeOffset? Due, Refusal? Refusal)> DueAfterAsync(DossierState state, ActRequest request, ServiceTerms terms, DateTimeOffset now, CancellationToken ct)
    {
        var clockOf = Transitions.Find(request.Act, state.Local)!.Clock;
        if (request.Act == DossierAct.Accept && terms.Limit is { } limit)
        {
            return Promise(DueTime.Of(await calendars.OfAsync(tenant, ct), WallAt(now), limit, []));
        }

        if (clockOf == Clock.Resumes && state is { DueAt: { } due, PausedAt: { } since })
        {
            return Promise(DueTime.After(await calendars.OfAsync(tenant, ct), WallAt(due), new Pause(WallAt(since), WallAt(now))));
        }

        return (request.Act == DossierAct.Extend ? request.NewDueAt : state.DueAt, null);
    }

    private (DateTimeOffset?, Refusal?) Promise(DueMoment moment) => moment.At is { } at ? (tenant.InstantOf(at), null) : (null, moment.Refusal);

    /// <summary>The next number of the day. Its row is locked until the dossier is written, so that none is given twice or left out.</summary>
    private async Task<int> NextNumberAsync(PortalDb db, DateOnly day, CancellationToken ct)
    {
        if (!await CountUpAsync())
        {
            await db.TryAddAsync(new DossierNumber { TenantId = tenant.Id, Day = day }, ct);
            await CountUpAsync();
        }

        return await db.DossierNumbers.AsNoTracking().Where(n => n.Day == day).Select(n => n.Last).SingleAsync(ct);

        async Task<bool> CountUpAsync() => await db.DossierNumbers.Where(n => n.Day == day).ExecuteUpdateAsync(set => set.SetProperty(n => n.Last, n => n.Last + 1), ct) == 1;
    }

    private DateTime WallAt(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, tenant.TimeZone).DateTime;

    private DateOnly TodayAt(DateTimeOffset instant) => DateOnly.FromDateTime(WallAt(instant));
}
