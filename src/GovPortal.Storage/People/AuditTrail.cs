using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Storage.People;

/// <summary>One act of one person on one site. Never changed or removed once written; the law asks for twelve months, they are kept for good.</summary>
public sealed class AuditEntry : ISiteRow
{
    public long Id { get; set; }
    public int TenantId { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>Null when the portal acted by itself, or a command did.</summary>
    public Guid? ById { get; set; }

    /// <summary>What they signed in with at that time.</summary>
    public string? ByName { get; set; }

    /// <summary>Network address it came from; null for commands and the portal itself.</summary>
    public string? From { get; set; }

    /// <summary>For example <c>content.publish</c>; shown through the text <c>audit.act.…</c>.</summary>
    public required string Act { get; set; }

    /// <summary>The item it was about; null for others.</summary>
    public long? ItemId { get; set; }

    /// <summary>What it was about, readable without looking it up: a title, a name.</summary>
    public required string Subject { get; set; }

    /// <summary>The subject in small letters without diacritics, to be found by.</summary>
    public string Words { get; set; } = "";

    /// <summary>How it stood before and after, as JSON; null where there is nothing to say.</summary>
    public string? Before { get; set; }
    public string? After { get; set; }
}

/// <summary>Writes down who did what, when and from where.</summary>
public sealed class AuditTrail(PortalDbFactory databases, IHttpContextAccessor http, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Adds an entry to what the caller is about to save: the act and its trace stand or fall together.</summary>
    /// <param name="db">Opened for the site.</param>
    public void Note(PortalDb db, Tenant tenant, string act, string subject, Guid? by, object? before = null, object? after = null, long? itemId = null) =>
        db.Audit.Add(EntryOf(tenant, act, subject, by, before, after, itemId));

    /// <summary>Writes an entry for an act that is not saved in a site's own tables, such as a sign-in.</summary>
    public async Task WriteAsync(Tenant tenant, string act, string subject, Guid? by, CancellationToken ct, object? before = null, object? after = null)
    {
        await using var db = databases.OpenFor(tenant);
        Note(db, tenant, act, subject, by, before, after);
        await db.SaveChangesAsync(ct);
    }

    private AuditEntry EntryOf(Tenant tenant, string act, string subject, Guid? by, object? before, object? after, long? itemId) => new()
    {
        TenantId = tenant.Id,
        At = clock.GetUtcNow(),
        ById = by,
        ByName = by is not null && http.HttpContext?.User is { } user && user.PersonId() == by ? user.Identity?.Name : null,
        From = http.HttpContext?.Connection.RemoteIpAddress?.ToString(),
        Act = act,
        ItemId = itemId,
        Subject = subject,
        Words = VietnameseText.Fold(subject),
        Before = before is null ? null : JsonSerializer.Serialize(before, Readable),
        After = after is null ? null : JsonSerializer.Serialize(after, Readable),
    };
}
