using GovPortal.Core.Checking;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Desk;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Feedback;

/// <summary>Who does something at the desk.</summary>
/// <param name="Id">Null for the portal itself, and for whoever asked.</param>
public sealed record Actor(Guid? Id, string? Name);

/// <summary>What is wished for.</summary>
public sealed record EnquiryRequest(EnquiryAct Act)
{
    /// <summary>The answer, a reason, or what is still to be said.</summary>
    public string? Note { get; init; }

    /// <summary>Whose it is now; for <see cref="EnquiryAct.Assign"/>.</summary>
    public Actor? Assignee { get; init; }

    /// <summary>For <see cref="EnquiryAct.Extend"/>.</summary>
    public DateTimeOffset? NewDueAt { get; init; }
}

/// <summary>Takes in what citizens write to one site, and does what is done to it. Every step is written together with what it changes, its letter and its trace in the audit log, or not at all.</summary>
public sealed partial class EnquiryDesk(Tenant tenant, PortalDbFactory databases, EnquiryDeadlines deadlines, EnquirySeals seals, EnquiryLetters letters, PublishingDeskOf publishing, EnquiryDeskOf sending, AuditTrail audit, TimeProvider clock)
{
    public const int NoteLength = 10_000;

    /// <summary>Takes in what somebody wrote. When it returns, it lies on the disk.</summary>
    public async Task<TakenEnquiry> ReceiveAsync(NewEnquiry given, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(given);
        var tidy = given.Tidied();
        if (tidy.Check() is { Count: > 0 } refusals)
        {
            return TakenEnquiry.Refused(refusals);
        }

        await using var db = databases.OpenFor(tenant);
        if (await FindByFormAsync(db, tidy.FormName, ct) is { } before)
        {
            return Taken(before);
        }

        var enquiry = await NewAsync(tidy, ct);
        try
        {
            await AddAsync(db, enquiry, ct);
        }
        catch (DbUpdateException)
        {
            // The same form, sent at the same moment, was first.
            await using var again = databases.OpenFor(tenant);
            if (await FindByFormAsync(again, tidy.FormName, ct) is { } first)
            {
                return Taken(first);
            }

            throw;
        }

        letters.Wake();
        return Taken(enquiry);
    }

    /// <summary>Does one thing to an enquiry.</summary>
    /// <param name="revision">Of the enquiry as the person saw it; null for whoever asked.</param>
    /// <returns>Why it was not done; null when it was.</returns>
    public async Task<Refusal?> ActAsync(long id, int? revision, EnquiryRequest request, Actor doer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Act is EnquiryAct.Receive or EnquiryAct.Forward)
        {
            return new Refusal("feedback.act.not-now");
        }

        return await ChangeAsync(id, revision, (enquiry, now) => Mistake(enquiry, request, now), request, doer, ct);
    }

    private async Task<Refusal?> ChangeAsync(long id, int? revision, Func<Enquiry, DateTimeOffset, Refusal?> check, EnquiryRequest request, Actor doer, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Writing the row, though nothing in it changes, keeps everybody else from it on both databases.
        if (await db.Enquiries.Where(e => e.Id == id && (revision == null || e.Revision == revision)).ExecuteUpdateAsync(set => set.SetProperty(e => e.Revision, e => e.Revision), ct) != 1)
        {
            return new Refusal(await db.Enquiries.AnyAsync(e => e.Id == id, ct) ? "feedback.stale" : "feedback.unknown");
        }

        var (enquiry, now) = (await db.Enquiries.SingleAsync(e => e.Id == id, ct), clock.GetUtcNow());
        if (check(enquiry, now) is { } refusal)
        {
            return refusal;
        }

        var before = new { State = enquiry.State.ToString(), Assignee = enquiry.AssigneeName };
        await ApplyAsync(enquiry, request, now, ct);
        var step = StepOf(enquiry, await db.EnquirySteps.CountAsync(s => s.EnquiryId == id, ct) + 1, request, doer, now);
        db.EnquirySteps.Add(step);
        letters.Add(db, tenant, enquiry, step);
        audit.Note(db, tenant, "enquiry." + request.Act.ToString().ToLowerInvariant(), $"{enquiry.Code} {enquiry.Subject}", doer.Id, before, new { State = enquiry.State.ToString(), Assignee = enquiry.AssigneeName });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        letters.Wake();
        return null;
    }

    /// <summary>Why an act is not possible; null when it is.</summary>
    private static Refusal? Mistake(Enquiry enquiry, EnquiryRequest request, DateTimeOffset now) =>
        EnquiryTransitions.Find(request.Act, enquiry.State) is not { } line ? new Refusal("feedback.act.not-now")
        : line.NeedsNote && string.IsNullOrWhiteSpace(request.Note) ? new Refusal($"feedback.act.{request.Act}.note", "Note")
        : request.Note?.Length > NoteLength ? new Refusal("check.too-long", "Note", $"{request.Note[..40]}… ({request.Note.Length} > {NoteLength})")
        : request.Act == EnquiryAct.Assign && request.Assignee is null ? new Refusal("feedback.assign.nobody", "AssigneeId")
        : request.Act == EnquiryAct.Extend && (request.NewDueAt is not { } due || due <= now || due <= enquiry.DueAt) ? new Refusal("feedback.extend.due", "NewDue")
        : request.Act == EnquiryAct.Extend && enquiry.DueAt < now ? new Refusal("feedback.extend.late", "NewDue")
        : null;

    private async Task ApplyAsync(Enquiry enquiry, EnquiryRequest request, DateTimeOffset now, CancellationToken ct)
    {
        enquiry.Revision++;
        enquiry.State = EnquiryTransitions.Find(request.Act, enquiry.State)!.To ?? enquiry.State;
        if (request.Act is EnquiryAct.SayMore or EnquiryAct.Answer or EnquiryAct.Refuse && enquiry is { PausedAt: { } since })
        {
            enquiry.DueAt = enquiry.DueAt is { } due ? await deadlines.AfterPauseAsync(tenant, due, since, now, ct) : null;
            enquiry.PausedAt = null;
        }

        switch (request.Act)
        {
            case EnquiryAct.Assign:
                (enquiry.AssigneeId, enquiry.AssigneeName) = (request.Assignee!.Id, request.Assignee.Name);
                break;
            case EnquiryAct.AskMore:
                enquiry.PausedAt = now;
                break;
            case EnquiryAct.SayMore:
                enquiry.Text += $"\n\n{Given(request.Note)}";
                break;
            case EnquiryAct.Extend:
                enquiry.DueAt = request.NewDueAt;
                break;
            case EnquiryAct.Answer:
                (enquiry.Answer, enquiry.EndedAt) = (Given(request.Note), now);
                (enquiry.PublishBy, _) = await deadlines.OfAsync(tenant, enquiry.Kind, "publish", now, ct);
                break;
            case EnquiryAct.Refuse or EnquiryAct.Forward:
                enquiry.EndedAt = now;
                break;
        }
    }

    private async Task<Enquiry> NewAsync(NewEnquiry given, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var enquiry = new Enquiry
        {
            TenantId = tenant.Id,
            Code = EnquiryCode.New(given.Kind, new TenantClock(tenant, clock).DayOf(now)),
            FormName = given.FormName,
            Kind = given.Kind,
            SealedContact = seals.Seal(given.Contact),
            SealedSecret = seals.SealText(Seals.NewSecret()),
            ConsentVersion = given.Consent!,
            Language = given.Language,
            Subject = given.Subject,
            Text = given.Text,
            Field = given.Field,
            ReceivedAt = now,
            Revision = 1,
        };
        await deadlines.PromiseAsync(tenant, enquiry, ct);
        return enquiry;
    }

    private async Task AddAsync(PortalDb db, Enquiry enquiry, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Enquiries.Add(enquiry);
        await db.SaveChangesAsync(ct);
        var step = StepOf(enquiry, 1, new EnquiryRequest(EnquiryAct.Receive) { Note = enquiry.FromName }, new Actor(null, null), enquiry.ReceivedAt);
        db.EnquirySteps.Add(step);
        letters.Add(db, tenant, enquiry, step);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static EnquiryStep StepOf(Enquiry enquiry, int number, EnquiryRequest request, Actor doer, DateTimeOffset at) => new()
    {
        TenantId = enquiry.TenantId,
        EnquiryId = enquiry.Id,
        Number = number,
        Act = request.Act,
        ActorId = doer.Id,
        ActorName = doer.Name,
        At = at,
        DueAt = enquiry.DueAt,
        Note = request.Act == EnquiryAct.Assign ? request.Assignee!.Name : Given(request.Note),
    };

    private TakenEnquiry Taken(Enquiry enquiry) => new(enquiry.Code, seals.OpenText(enquiry.SealedSecret), enquiry.DueAt, []);

    private static Task<Enquiry?> FindByFormAsync(PortalDb db, string form, CancellationToken ct) => db.Enquiries.AsNoTracking().SingleOrDefaultAsync(e => e.FormName == form, ct);

    private static string? Given(string? note) => string.IsNullOrWhiteSpace(note) ? null : VietnameseText.Normalize(note).ReplaceLineEndings("\n").Trim();
}
