using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Mail;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Events.Delegates;

/// <summary>Takes registrations: each has a place of its own, and the letter with its code is posted with it or not at all.</summary>
public sealed class Registrations(Tenant tenant, PortalDbFactory databases, DelegateSeals seals, RegistrationTurn turn, Outbox outbox, LettersLinks links, Texts texts, TenantClock clock)
{
    // As many may ask for the same place at once.
    private const int MostTries = 8;

    /// <summary>Places that are left; null where there is room for all.</summary>
    public async Task<int?> LeftAsync(long itemId, EventRegistration registration, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(registration);
        if (registration.Capacity is not { } capacity)
        {
            return null;
        }

        await using var db = databases.OpenFor(tenant);
        return Math.Max(0, capacity - await db.EventDelegates.CountAsync(d => d.ItemId == itemId, ct));
    }

    /// <param name="formKey">Of the form that was sent; the same form registers once.</param>
    /// <returns>The code, or why there is none.</returns>
    public async Task<(string? Code, Refusal? Refusal)> RegisterAsync(ContentItem item, PublicEvent body, DelegateData data, Guid formKey, string language, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(body);
        if (body.Registration?.IsOpenOn(clock.Today, body) != true)
        {
            return (null, new Refusal("events.register.closed"));
        }

        return await turn.TakeAsync(() => TakePlaceAsync(item, body, data, formKey, language, ct), ct);
    }

    private async Task<(string? Code, Refusal? Refusal)> TakePlaceAsync(ContentItem item, PublicEvent body, DelegateData data, Guid formKey, string language, CancellationToken ct)
    {
        var registration = body.Registration!;
        for (var tried = 0; tried < MostTries; tried++)
        {
            await using var db = databases.OpenFor(tenant);
            if (await db.EventDelegates.AsNoTracking().SingleOrDefaultAsync(d => d.ItemId == item.Id && d.FormKey == formKey, ct) is { } known)
            {
                return (known.Code, null);
            }

            if (await PlaceAsync(db, item.Id, registration.Capacity, ct) is not { } place)
            {
                return (null, new Refusal("events.register.full"));
            }

            var code = DelegateSeals.NewCode();
            db.EventDelegates.Add(new EventDelegate { TenantId = tenant.Id, ItemId = item.Id, Number = place, Code = code, FormKey = formKey, SealedData = seals.Seal(data), Consent = registration.Consent, RegisteredAt = clock.Now });
            outbox.Add(db, LetterOf(item, body, data, code, language));
            if (await TrySaveAsync(db, ct))
            {
                outbox.Wake();
                return (code, null);
            }
        }

        return (null, new Refusal("events.register.busy"));
    }

    // Places of those who were taken off the list are given away again.
    private static async Task<int?> PlaceAsync(PortalDb db, long itemId, int? capacity, CancellationToken ct)
    {
        var taken = (await db.EventDelegates.Where(d => d.ItemId == itemId).Select(d => d.Number).ToListAsync(ct)).ToHashSet();
        var most = capacity ?? EventRegistration.MostPlaces;
        return taken.Count >= most ? null : Enumerable.Range(1, most).First(place => !taken.Contains(place));
    }

    // Somebody else took the place at the same moment.
    private static async Task<bool> TrySaveAsync(PortalDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException fault) when (!StorageFault.Is(fault))
        {
            return false;
        }
    }

    private Letter LetterOf(ContentItem item, PublicEvent body, DelegateData data, string code, string language) => new(data.Email,
        texts.Filled(language, "events.mail.subject", item.Title),
        texts.Filled(language, "events.mail.text", data.Name, item.Title, PublicEventType.Written(body.StartsAt), body.Place ?? "–", DelegateSeals.Written(code), tenant.TitleIn(language), links.To(tenant, $"/su-kien/{item.Slug}", language)));
}
