using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Editing.Forms;

/// <summary>Keeps what people type until they save it, each for themselves.</summary>
public sealed class Autosaves(Tenant tenant, PortalDbFactory databases, TimeProvider clock)
{
    /// <summary>What nobody has come back to for this long is thrown away.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    // A form that was cut off while it was being saved may be sent again after this.
    private static readonly TimeSpan LongestSave = TimeSpan.FromMinutes(1);

    /// <returns>Null when kept, or when its form has been saved properly meanwhile.</returns>
    public async Task<Refusal?> KeepAsync(Guid person, WrittenForm form, CancellationToken ct)
    {
        var fields = BodyJson.Write(form.Fields);
        if (fields.Length > Checks.LongestText)
        {
            return new Refusal("writing.autosave.too-long");
        }

        await using var db = databases.OpenFor(tenant);
        if (form.ItemId is { } id && !await db.Items.AnyAsync(i => i.Id == id && i.Type == form.Form, ct))
        {
            return new Refusal("content.save.gone");
        }

        var now = clock.GetUtcNow();
        await db.Autosaves.Where(a => a.At < now - KeptFor).ExecuteDeleteAsync(ct);
        var mine = db.Autosaves.Where(a => a.PersonId == person && a.Key == form.Key);
        var kept = await mine.Where(a => a.SentAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Fields, fields).SetProperty(a => a.Revision, form.Revision).SetProperty(a => a.At, now), ct);
        if (kept == 0 && !await mine.AnyAsync(ct))
        {
            await db.TryAddAsync(New(person, form, fields, now), ct);
        }

        return null;
    }

    /// <summary>The text of this person that was typed into the form of an item, or of a new one, and not saved: the wanted one, else the newest; null when there is none.</summary>
    public async Task<Autosave?> OfferAsync(Guid person, string form, long? itemId, long? wanted, CancellationToken ct)
    {
        var oldest = clock.GetUtcNow() - KeptFor;
        await using var db = databases.OpenFor(tenant);
        return await db.Autosaves.AsNoTracking().Where(a => a.PersonId == person && a.Form == form && a.ItemId == itemId && a.SentAt == null && a.At >= oldest)
            .OrderByDescending(a => a.Id == wanted).ThenByDescending(a => a.At).ThenByDescending(a => a.Id).FirstOrDefaultAsync(ct);
    }

    /// <returns>False when this person has no such text.</returns>
    public async Task<bool> ThrowAwayAsync(Guid person, long id, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        return await db.Autosaves.Where(a => a.Id == id && a.PersonId == person && a.SentAt == null).ExecuteDeleteAsync(ct) > 0;
    }

    /// <summary>The person wants nothing of what they typed into this form.</summary>
    public async Task ThrowAwayAsync(Guid person, string key, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        await db.Autosaves.Where(a => a.Key == key && a.PersonId == person && a.SentAt == null).ExecuteDeleteAsync(ct);
    }

    /// <summary>The text of an item was saved properly.</summary>
    public async Task ForgetAsync(Guid person, long itemId, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        await db.Autosaves.Where(a => a.PersonId == person && a.ItemId == itemId && a.SentAt == null).ExecuteDeleteAsync(ct);
    }

    /// <summary>Begins to save a new item. Of two sendings of one form only the first may; the other learns what became of it.</summary>
    public async Task<Sending> SendAsync(Guid person, WrittenForm form, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var now = clock.GetUtcNow();
        var mine = db.Autosaves.Where(a => a.PersonId == person && a.Key == form.Key);
        var begun = await mine.Where(a => a.ItemId == null && (a.SentAt == null || a.SentAt < now - LongestSave)).ExecuteUpdateAsync(set => set.SetProperty(a => a.SentAt, now), ct);
        if (begun > 0)
        {
            return new Sending(IsFirst: true, null);
        }

        if (!await mine.AnyAsync(ct))
        {
            var autosave = New(person, form, BodyJson.Write(form.Fields), now);
            autosave.SentAt = now;
            if (await db.TryAddAsync(autosave, ct))
            {
                return new Sending(IsFirst: true, null);
            }
        }

        return new Sending(IsFirst: false, await mine.Select(a => a.ItemId).SingleOrDefaultAsync(ct));
    }

    /// <param name="savedAs">The item it became; null when saving was refused and the editor goes on writing.</param>
    public async Task EndSendingAsync(Guid person, string key, long? savedAs, CancellationToken ct)
    {
        await using var db = databases.OpenFor(tenant);
        var mine = db.Autosaves.Where(a => a.PersonId == person && a.Key == key);
        await (savedAs is null
            ? mine.ExecuteUpdateAsync(set => set.SetProperty(a => a.SentAt, (DateTimeOffset?)null), ct)
            : mine.ExecuteUpdateAsync(set => set.SetProperty(a => a.ItemId, savedAs).SetProperty(a => a.Fields, "{}"), ct));
    }

    private Autosave New(Guid person, WrittenForm form, string fields, DateTimeOffset now) =>
        new() { TenantId = tenant.Id, PersonId = person, Key = form.Key, Form = form.Form, ItemId = form.ItemId, Fields = fields, Revision = form.Revision, At = now };
}

/// <param name="Key">Number of the item, or the name a new form was given when it was opened.</param>
/// <param name="Form">Name of the content type it writes.</param>
public sealed record WrittenForm(string Form, string Key, long? ItemId, int? Revision, IReadOnlyDictionary<string, string> Fields);

/// <param name="SavedAs">The item an earlier sending became; null while that is still being saved.</param>
public sealed record Sending(bool IsFirst, long? SavedAs);
