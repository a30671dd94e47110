using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Feedback;

/// <summary>Which enquiries of the site a list shows.</summary>
public enum EnquiryList
{
    /// <summary>Whatever is not ended.</summary>
    Open,

    /// <summary>Those of the person who asks.</summary>
    Mine,

    /// <summary>Nobody's yet.</summary>
    New,

    /// <summary>Past their time (danh sách đỏ).</summary>
    Late,

    /// <summary>Answered, and neither published nor drafted.</summary>
    ToPublish,
    All,
}

/// <summary>A line of a list; nothing of who asked is in it.</summary>
public sealed record EnquiryLine(long Id, string Code, EnquiryKind Kind, string Subject, string? Field, EnquiryState State, string? AssigneeName, string? FromName, DateTimeOffset ReceivedAt, DateTimeOffset? DueAt, DateTimeOffset? PausedAt, DateTimeOffset? EndedAt, DateTimeOffset? PublishBy);

/// <summary>Finds enquiries of a site, for those who work there.</summary>
public sealed class EnquiryRegister(Tenant tenant, PortalDbFactory databases, EnquiryDeadlines deadlines, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Those due first stand first; what has ended comes after all that has not, the newest first.</summary>
    /// <param name="words">A code, or words of the subject; empty asks for all.</param>
    public async Task<(int Total, IReadOnlyList<EnquiryLine> Lines)> ListAsync(EnquiryList list, EnquiryKind? kind, Guid? person, string? words, int page, int size, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        await PromiseAsync(db, ct);
        var found = Of(db.Enquiries.AsNoTracking(), list, kind, person, words);
        var lines = await found.OrderBy(e => e.EndedAt != null).ThenByDescending(e => e.EndedAt).ThenBy(e => e.DueAt == null).ThenBy(e => e.DueAt).ThenBy(e => e.Id).Skip((page - 1) * size).Take(size)
            .Select(e => new EnquiryLine(e.Id, e.Code, e.Kind, e.Subject, e.Field, e.State, e.AssigneeName, e.FromName, e.ReceivedAt, e.DueAt, e.PausedAt, e.EndedAt, e.PublishBy)).ToListAsync(ct);
        return (await found.CountAsync(ct), lines);
    }

    /// <summary>Everything of a kind that came in a period, in the order it came: the register that is kept of requests for information.</summary>
    public async Task<IReadOnlyList<EnquiryLine>> PeriodAsync(EnquiryKind? kind, DateTimeOffset from, DateTimeOffset until, int most, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.Enquiries.AsNoTracking().Where(e => e.ReceivedAt >= from && e.ReceivedAt < until && (kind == null || e.Kind == kind)).OrderBy(e => e.ReceivedAt).ThenBy(e => e.Id).Take(most)
            .Select(e => new EnquiryLine(e.Id, e.Code, e.Kind, e.Subject, e.Field, e.State, e.AssigneeName, e.FromName, e.ReceivedAt, e.DueAt, e.PausedAt, e.EndedAt, e.PublishBy)).ToListAsync(ct);
    }

    /// <summary>How many there are of each list; lists that a person has nothing to do with count too.</summary>
    public async Task<int> CountAsync(EnquiryList list, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await Of(db.Enquiries.AsNoTracking(), list, null, null, null).CountAsync(ct);
    }

    /// <summary>An enquiry with its steps in order; null when the site has none of this number.</summary>
    public async Task<(Enquiry Enquiry, IReadOnlyList<EnquiryStep> Steps)?> FindAsync(long id, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.Enquiries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is { } enquiry
            ? (enquiry, await db.EnquirySteps.AsNoTracking().Where(s => s.EnquiryId == id).OrderBy(s => s.Number).ToListAsync(ct))
            : null;
    }

    /// <summary>Writes down that somebody has seen who asked.</summary>
    public Task NoteReadAsync(Enquiry enquiry, Guid? by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(enquiry);
        return audit.WriteAsync(tenant, "enquiry.read", $"{enquiry.Code} {enquiry.Subject}", by, ct);
    }

    private IQueryable<Enquiry> Of(IQueryable<Enquiry> all, EnquiryList list, EnquiryKind? kind, Guid? person, string? words)
    {
        var now = clock.GetUtcNow();
        var found = list switch
        {
            EnquiryList.Open => all.Where(e => e.EndedAt == null),
            EnquiryList.Mine => all.Where(e => e.EndedAt == null && e.AssigneeId == person),
            EnquiryList.New => all.Where(e => e.State == EnquiryState.Received),
            EnquiryList.Late => all.Where(e => e.EndedAt == null && e.PausedAt == null && e.DueAt < now),
            EnquiryList.ToPublish => all.Where(e => e.State == EnquiryState.Answered && e.ItemId == null && e.PublishBy != null),
            _ => all,
        };
        found = kind is null ? found : found.Where(e => e.Kind == kind);
        if (string.IsNullOrWhiteSpace(words))
        {
            return found;
        }

        var (code, part) = (EnquiryCode.Parse(words), words.Trim());
        return code is not null ? found.Where(e => e.Code == code) : found.Where(e => e.Subject.Contains(part) || e.Text.Contains(part));
    }

    /// <summary>Makes promises that could not be made when an enquiry came, because the calendar of a year was not announced.</summary>
    private async Task PromiseAsync(PortalDb db, CancellationToken ct)
    {
        var owed = await db.Enquiries.Where(e => e.EndedAt == null && e.DueAt == null && e.DueCitation != null).OrderBy(e => e.Id).Take(100).ToListAsync(ct);
        foreach (var enquiry in owed)
        {
            await deadlines.PromiseAsync(tenant, enquiry, ct);
        }

        if (owed.Any(enquiry => enquiry.DueAt is not null))
        {
            await db.SaveChangesAsync(ct);
        }
    }
}
