using GovPortal.Core.Content;
using GovPortal.Core.Mail;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Web;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Users;

/// <summary>Writes to people who forgot their password. Who asks learns nothing about which addresses are known.</summary>
public sealed class PasswordLetters(UserManager<Person> people, PasswordLinks passwords, AskingLimits limits, Outbox outbox, LettersLinks links, Texts texts, VisitedSite site, TimeProvider clock)
{
    /// <param name="place">Network address of who asks.</param>
    public async Task<Refusal?> AskAsync(string email, string place, CancellationToken ct)
    {
        var address = email.Trim().ToLowerInvariant();
        if (!EmailAddress.IsOne(address))
        {
            return new Refusal("users.forgotten.no-address", "Email");
        }

        if (!limits.MayAskFrom(place))
        {
            return new Refusal("users.forgotten.too-often", "Email");
        }

        if (limits.MayWriteTo(address) && await people.FindByNameAsync(address) is { Email: { } known } person)
        {
            await outbox.PostAsync(LetterTo(person, known), ct);
        }

        return null;
    }

    private Letter LetterTo(Person person, string address) => new(address, texts.In(person.Language, "users.mail.password.subject"), texts.Filled(person.Language, "users.mail.password.text",
        person.Name, links.To(site.Tenant, $"/dang-nhap/mat-khau-moi/{passwords.Make(person)}", person.Language), site.Tenant.Wall(clock.GetUtcNow() + PasswordLinks.Life)));
}
