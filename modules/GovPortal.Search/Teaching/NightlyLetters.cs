using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Mail;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace GovPortal.Search.Teaching;

/// <summary>Tells a site's publishers of questions that were answered the night before and are not any more. Off, unless <c>GovPortal:Search:NightlyLetters</c> is true.</summary>
public sealed class NightlyLetters(PortalDbFactory databases, Outbox outbox, LettersLinks links, Texts texts, IConfiguration settings)
{
    public const string Setting = "GovPortal:Search:NightlyLetters";

    private readonly bool isOn = settings.GetValue(Setting, false);

    /// <param name="before">The night before; null where there was none.</param>
    public async Task TellAsync(Tenant site, NightlyCheck check, NightlyCheck? before, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(check);
        var known = (before?.ReadUnanswered() ?? []).Select(line => line.Question).ToHashSet();
        var lost = check.ReadUnanswered().Where(line => !known.Contains(line.Question)).ToList();
        if (!isOn || lost.Count == 0)
        {
            return;
        }

        await using var db = databases.OpenInstallation();
        var roles = Permission.Roles[Permission.Publish].Where(role => role != Role.PortalAdministrator).ToArray();
        var addresses = await (from membership in db.Memberships
                               where membership.TenantId == site.Id && roles.Contains(membership.Role)
                               join person in db.Users on membership.PersonId equals person.Id
                               where person.Email != null
                               select person.Email!).Distinct().ToListAsync(ct);
        var list = string.Join('\n', lost.Select(line => "– " + line.Question));
        foreach (var address in addresses)
        {
            outbox.Add(db, new Letter(address, texts.Filled(Texts.Vietnamese, "search.nightly.mail.subject", site.TitleIn(Texts.Vietnamese), lost.Count),
                texts.Filled(Texts.Vietnamese, "search.nightly.mail.text", site.TitleIn(Texts.Vietnamese), list, links.To(site, "/quan-tri/tu-tim-kiem", Texts.Vietnamese))));
        }

        await db.SaveChangesAsync(ct);
        outbox.Wake();
    }
}
