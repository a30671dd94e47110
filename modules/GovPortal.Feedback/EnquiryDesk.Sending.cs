using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Feedback;

/// <content>What leaves the desk: to another agency, or to everybody.</content>
public sealed partial class EnquiryDesk
{
    /// <summary>Whether an agency can be sent something.</summary>
    public bool CanSendTo([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] Tenant? agency) => agency is { IsEnabled: true } && agency.Id != tenant.Id && agency.Modules.Contains(FeedbackModule.Named);

    /// <summary>
    /// Sends an enquiry on: the other agency gets it under the same code and secret, with its own time; this one keeps what it knew and works on it no more.
    /// The other's copy is written first: what stops in between leaves it with both, never with none, and sending again makes no second copy.
    /// </summary>
    public async Task<Refusal?> SendOnAsync(long id, int revision, Tenant? agency, string? note, Actor doer, CancellationToken ct)
    {
        if (!CanSendTo(agency))
        {
            return new Refusal("feedback.forward.to", "ForwardTo", agency?.Title);
        }

        var request = new EnquiryRequest(EnquiryAct.Forward) { Note = string.IsNullOrWhiteSpace(note) ? agency.Title : $"{agency.Title}: {note}" };
        var (enquiry, refusal) = await ReadyToGoAsync(id, revision, request, ct);
        if (enquiry is null)
        {
            return refusal;
        }

        var there = sending(agency);
        if (!await there.TryTakeCopyAsync(enquiry, tenant, ct))
        {
            return new Refusal("feedback.forward.back", "ForwardTo", agency.Title);
        }

        refusal = await ChangeAsync(id, revision, (own, now) =>
        {
            own.ForwardedTo = agency.Id;
            return Mistake(own, request, now);
        }, request, doer, ct);
        if (refusal is not null)
        {
            await there.DropCopyAsync(enquiry.Code, ct);
        }

        return refusal;
    }

    /// <summary>Sends on at once what somebody addressed to another agency; nothing happens where that was done before.</summary>
    public async Task SendOnAsReceivedAsync(string code, Tenant agency, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var found = await db.Enquiries.AsNoTracking().Where(e => e.Code == code && e.State == EnquiryState.Received).Select(e => new { e.Id, e.Revision }).SingleOrDefaultAsync(ct);
        if (found is not null)
        {
            await SendOnAsync(found.Id, found.Revision, agency, null, new Actor(null, null), ct);
        }
    }

    private async Task<(Enquiry? Enquiry, Refusal? Refusal)> ReadyToGoAsync(long id, int revision, EnquiryRequest request, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.Enquiries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } enquiry ? (null, new Refusal("feedback.unknown"))
            : enquiry.Revision != revision ? (null, new Refusal("feedback.stale"))
            : Mistake(enquiry, request, clock.GetUtcNow()) is { } mistake ? (null, mistake)
            : (enquiry, null);
    }

    /// <summary>Writes question and answer down as a draft, the name masked; everything else about it is the way of all content.</summary>
    /// <returns>The draft's number, or why there is none.</returns>
    public async Task<(long? Item, Refusal? Refusal)> DraftAsync(long id, Actor doer, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        if (await db.Enquiries.SingleOrDefaultAsync(e => e.Id == id, ct) is not { } enquiry)
        {
            return (null, new Refusal("feedback.unknown"));
        }

        if (enquiry.State != EnquiryState.Answered || enquiry.Kind == EnquiryKind.Information)
        {
            return (null, new Refusal("feedback.publish.not-now"));
        }

        if (enquiry.ItemId is { } known && await db.Items.AnyAsync(i => i.Id == known && i.State != ContentState.Deleted, ct))
        {
            return (known, null);
        }

        var saved = await publishing(tenant).SaveDraftAsync(null, Question.Of(enquiry, seals.Open<EnquiryContact>(enquiry.SealedContact), tenant), null, null, doer.Id, ct);
        if (!saved.IsSaved)
        {
            return (null, saved.Refusals[0]);
        }

        enquiry.ItemId = saved.Id;
        audit.Note(db, tenant, "enquiry.draft", $"{enquiry.Code} {enquiry.Subject}", doer.Id, itemId: saved.Id);
        await db.SaveChangesAsync(ct);
        return (saved.Id, null);
    }

    /// <returns>False where this agency had it and sent it on: each would send it to the other for ever.</returns>
    private async Task<bool> TryTakeCopyAsync(Enquiry from, Tenant sender, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        if (await db.Enquiries.AsNoTracking().SingleOrDefaultAsync(e => e.Code == from.Code, ct) is { } present)
        {
            return present.State != EnquiryState.Forwarded;
        }

        var copy = CopyOf(from, sender);
        await deadlines.PromiseAsync(tenant, copy, ct);
        await AddAsync(db, copy, ct);
        return true;
    }

    /// <summary>Takes a copy away that nobody has worked on: whoever sent it has it still.</summary>
    private async Task DropCopyAsync(string code, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        await db.Enquiries.Where(e => e.Code == code && e.State == EnquiryState.Received && e.Revision == 1).ExecuteDeleteAsync(ct);
    }

    private Enquiry CopyOf(Enquiry from, Tenant sender) => new()
    {
        TenantId = tenant.Id,
        Code = from.Code,
        FormName = from.FormName,
        Kind = from.Kind,
        SealedContact = from.SealedContact,
        SealedSecret = from.SealedSecret,
        ConsentVersion = from.ConsentVersion,
        Language = from.Language,
        Subject = from.Subject,
        Text = from.Text,
        Field = from.Field,
        FromName = sender.Title,
        ReceivedAt = clock.GetUtcNow(),
        Revision = 1,
    };
}
