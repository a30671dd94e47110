using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Mail;
using GovPortal.Storage;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Users;

/// <summary>Writes to people who forgot their password. Who asks learns nothing about which addresses are known.</summary>
public sealed class PasswordLetters(UserManager<Person> people, PasswordLinks passwords, AskingLimits limits, Outbox outbox, LettersLinks links, Texts texts, VisitedSite site, TimeProvider clock)
{
    /// <summary>Code of the refusal of who must wait.</summary>
    public const string TooOften = "users.forgotten.too-often";

    /// <summary>Why nobody is written to, whether or not the address is known; null when a known one may be.</summary>
    /// <param name="network">Where it is asked from, see <see cref="ClientNetwork"/>.</param>
    public Refusal? Refuse(string email, string network) =>
        !EmailAddress.IsOne(AddressIn(email)) ? new Refusal("users.forgotten.no-address", "Email")
        : limits.MayAskFrom(network) ? null
        : new Refusal(TooOften, "Email");

    /// <summary>Writes to an address if somebody here has it.</summary>
    public async Task WriteAsync(string email, CancellationToken ct)
    {
        var address = AddressIn(email);
        if (limits.MayWriteTo(address) && await people.FindByNameAsync(address) is { Email: { } known } person)
        {
            await outbox.PostAsync(LetterTo(person, known), ct);
        }
    }

    private static string AddressIn(string typed) => typed.Trim().ToLowerInvariant();

    private Letter LetterTo(Person person, string address) => new(address, texts.In(person.Language, "users.mail.password.subject"), texts.Filled(person.Language, "users.mail.password.text",
        person.Name, links.To(site.Tenant, $"/dang-nhap/mat-khau-moi/{passwords.Make(person)}", person.Language), site.Tenant.Wall(clock.GetUtcNow() + PasswordLinks.Life)));
}
