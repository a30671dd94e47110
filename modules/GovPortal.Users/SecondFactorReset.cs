using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Mail;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Storage.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Users;

/// <summary>
/// Takes the second factor off somebody who lost their telephone and their recovery codes. It reaches every site they work on, so whoever
/// does it must look after all of those. They are told by letter, in case it was not they who asked.
/// </summary>
public sealed class SecondFactorReset(UserManager<Person> people, PortalDbFactory databases, TenantDirectory directory, SessionRegister sessions, Outbox outbox, LettersLinks links, AuditTrail audit, Texts texts, TimeProvider clock)
{
    /// <summary>Whether one person may do it for another.</summary>
    public async Task<bool> MayAsync(Guid actor, Guid person, CancellationToken ct)
    {
        // Their own they set up anew with their password.
        if (actor == person)
        {
            return false;
        }

        var portal = directory.Portal?.Id;
        await using var db = databases.OpenInstallation();
        var own = await db.Memberships.AsNoTracking().Where(m => m.PersonId == actor).ToListAsync(ct);
        if (own.Any(m => m.TenantId == portal && m.Role == Role.PortalAdministrator))
        {
            return true;
        }

        var theirs = await db.Memberships.AsNoTracking().Where(m => m.PersonId == person).ToListAsync(ct);
        return theirs.Count > 0 && theirs.All(m => m.Role != Role.PortalAdministrator && own.Any(o => o.TenantId == m.TenantId && o.Role == Role.SiteAdministrator));
    }

    /// <param name="site">Where it is done, and written down.</param>
    public async Task<Refusal?> ResetAsync(Guid actor, Guid person, Tenant site, CancellationToken ct)
    {
        if (!await MayAsync(actor, person, ct) || await people.FindByIdAsync(person.ToString()) is not { } known)
        {
            return new Refusal("users.factor.reset.above-you");
        }

        return await ResetAsync(known, site, actor, ct);
    }

    /// <summary>The same by a command, whose user may do everything.</summary>
    public async Task<Refusal?> ResetAsync(string signInName, CancellationToken ct) =>
        await people.FindByNameAsync(signInName) is { } known ? await ResetAsync(known, directory.Portal!, by: null, ct)
        : new Refusal("users.factor.reset.unknown", "NAME", signInName);

    private async Task<Refusal?> ResetAsync(Person person, Tenant site, Guid? by, CancellationToken ct)
    {
        if (!person.TwoFactorEnabled)
        {
            return new Refusal("users.factor.reset.none", Value: person.UserName);
        }

        person.LastCodeStep = 0;
        await people.SetTwoFactorEnabledAsync(person, false);
        await people.ResetAuthenticatorKeyAsync(person);
        await sessions.EndAllAsync(person.Id, but: null, ct);
        await using var db = databases.OpenFor(site);
        audit.Note(db, site, "people.second-factor-reset", person.UserName!, by);
        if (person.Email is { } address)
        {
            var (language, title) = (person.Language, site.TitleIn(person.Language));
            var who = by is null ? null : await db.Users.Where(p => p.Id == by).Select(p => p.Name).SingleOrDefaultAsync(ct);
            outbox.Add(db, new Letter(address, texts.In(language, "users.mail.factor-reset.subject"), texts.Filled(language, "users.mail.factor-reset.text",
                person.Name, who ?? title, title, site.Wall(clock.GetUtcNow()), links.To(site, "/tai-khoan/xac-thuc", language))));
        }

        await db.SaveChangesAsync(ct);
        outbox.Wake();
        return null;
    }
}
