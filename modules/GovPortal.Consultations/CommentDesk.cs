using GovPortal.Core.Caching;
using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Consultations;

/// <summary>The desk of a named site, as one makes it for another site than the visited one.</summary>
public delegate CommentDesk CommentDeskOf(Tenant tenant);

/// <summary>Takes opinions in, has them looked at, shows and answers them, on one site.</summary>
public sealed class CommentDesk(Tenant tenant, PortalDbFactory databases, CommentSeals seals, IPageEviction pages, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Opinions a page shows; no draft of a province had more.</summary>
    public const int MostShown = 2_000;

    /// <summary>Takes an opinion. When it returns, it lies on the disk; nobody sees it before the desk has looked.</summary>
    /// <param name="item">Number of the consultation, which is live.</param>
    public async Task<IReadOnlyList<Refusal>> TakeAsync(long item, Consultation consultation, NewComment given, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        ArgumentNullException.ThrowIfNull(given);
        var (tidy, now) = (given.Tidied(), clock.GetUtcNow());
        if (RefuseNow(consultation) is { } closed)
        {
            return [closed];
        }

        if (tidy.SectionId is { } section && consultation.Sections.All(one => one.Id != section))
        {
            return [new Refusal("consultations.section.unknown", "SectionId", section.Length <= 40 ? section : section[..40])];
        }

        if (tidy.Check() is { Count: > 0 } refusals)
        {
            return refusals;
        }

        await using var db = databases.OpenFor(tenant);
        await db.TryAddAsync(new DraftComment
        {
            TenantId = tenant.Id,
            ItemId = item,
            SectionId = tidy.SectionId,
            FormName = tidy.FormName,
            SealedCommenter = seals.Seal(new Commenter(tidy.Name, tidy.Email)),
            ShownName = tidy.ShownName,
            Text = tidy.Text!,
            ReceivedAt = now,
        }, ct);
        return [];
    }

    /// <summary>Why no opinion of it is taken today; null when it is.</summary>
    public Refusal? RefuseNow(Consultation consultation)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        return consultation.StageOn(new TenantClock(tenant, clock).Today) switch
        {
            ConsultationStage.Open => null,
            ConsultationStage.Coming => new Refusal("consultations.not-yet", null, Core.Localization.Days.Text(consultation.OpensOn)),
            _ => new Refusal("consultations.closed", null, Core.Localization.Days.Text(consultation.ClosesOn)),
        };
    }

    /// <summary>Those that everybody may read, in the order they came.</summary>
    public async Task<IReadOnlyList<DraftComment>> ShownAsync(long item, CancellationToken ct)
    {
        PageDependencies.Add(PageTag.Item(item));
        await using var db = databases.OpenFor(tenant);
        return await db.DraftComments.AsNoTracking().Where(c => c.ItemId == item && c.State == CommentState.Shown).OrderBy(c => c.Id).Take(MostShown).ToListAsync(ct);
    }

    /// <summary>All of them, those that wait first.</summary>
    public async Task<IReadOnlyList<DraftComment>> ListAsync(long item, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var all = await db.DraftComments.AsNoTracking().Where(c => c.ItemId == item).OrderBy(c => c.Id).Take(MostShown).ToListAsync(ct);
        return [.. all.OrderBy(comment => comment.State != CommentState.Waiting)];
    }

    /// <summary>Who gave it.</summary>
    public Commenter CommenterOf(DraftComment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return seals.Open<Commenter>(comment.SealedCommenter);
    }

    public Task<Refusal?> ShowAsync(long item, long id, Guid? by, string? byName, CancellationToken ct) => ChangeAsync(item, id, "show", by, comment =>
    {
        (comment.State, comment.HiddenReason, comment.DecidedByName, comment.DecidedAt) = (CommentState.Shown, null, byName, clock.GetUtcNow());
        return null;
    }, ct);

    /// <summary>Keeps it from everybody, with a reason for the desk.</summary>
    public Task<Refusal?> HideAsync(long item, long id, string? reason, Guid? by, string? byName, CancellationToken ct) => ChangeAsync(item, id, "hide", by, comment =>
    {
        if (Mistake(reason, "consultations.hide.reason") is { } mistake)
        {
            return mistake;
        }

        (comment.State, comment.HiddenReason, comment.DecidedByName, comment.DecidedAt) = (CommentState.Hidden, reason!.Trim(), byName, clock.GetUtcNow());
        return null;
    }, ct);

    /// <summary>Says what the agency makes of it.</summary>
    public Task<Refusal?> ReplyAsync(long item, long id, ReplyKind? kind, string? text, Guid? by, CancellationToken ct) => ChangeAsync(item, id, "reply", by, comment =>
    {
        if (kind is not { } known || !Enum.IsDefined(known))
        {
            return new Refusal("consultations.reply.kind", "Kind");
        }

        if (Mistake(text, "consultations.reply.text") is { } mistake)
        {
            return mistake;
        }

        (comment.Reply, comment.ReplyText, comment.RepliedAt) = (known, VietnameseText.Normalize(text!).ReplaceLineEndings("\n").Trim(), clock.GetUtcNow());
        return null;
    }, ct);

    private async Task<Refusal?> ChangeAsync(long item, long id, string act, Guid? by, Func<DraftComment, Refusal?> change, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        if (await db.DraftComments.SingleOrDefaultAsync(c => c.Id == id && c.ItemId == item, ct) is not { } comment)
        {
            return new Refusal("consultations.comment.unknown");
        }

        var before = new { State = comment.State.ToString(), Reply = comment.Reply?.ToString() };
        if (change(comment) is { } refusal)
        {
            return refusal;
        }

        var title = await db.Items.Where(i => i.Id == item).Select(i => i.Title).SingleAsync(ct);
        audit.Note(db, tenant, "consultation." + act, title, by, before, new { State = comment.State.ToString(), Reply = comment.Reply?.ToString() }, item);
        await db.SaveChangesAsync(ct);
        pages.Evict(PageTag.Item(item));
        return null;
    }

    private static Refusal? Mistake(string? text, string missing) =>
        string.IsNullOrWhiteSpace(text) ? new Refusal(missing, "Text")
        : text.Length > DraftComment.NoteLength ? new Refusal("check.too-long", "Text", $"{text[..40]}… ({text.Length} > {DraftComment.NoteLength})")
        : null;
}
