using System.Security.Cryptography;
using System.Text;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Mail;
using GovPortal.Storage;
using GovPortal.Storage.People;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Users;

/// <summary>Asks people by letter to work on the visited site, and lets in who comes with the link.</summary>
public sealed class Invitations(PortalDbFactory databases, Tenant site, RolesOnSite rolesOnSite, Outbox outbox, LettersLinks links, AuditTrail audit, Texts texts, TimeProvider clock)
{
    private const int LinkBytes = 32;

    public static IReadOnlyList<Role> RolesOf(Invitation invitation) => [.. invitation.Roles.Split(' ').Select(Enum.Parse<Role>)];

    /// <summary>Invitations that wait for an answer, or have waited too long, the latest first.</summary>
    public async Task<IReadOnlyList<Invitation>> PendingAsync(CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        return await db.Invitations.AsNoTracking().OrderByDescending(i => i.SentAt).ToListAsync(ct);
    }

    public bool HasEnded(Invitation invitation) => invitation.Until <= clock.GetUtcNow();

    public async Task<Refusal?> InviteAsync(Guid actor, string email, IReadOnlySet<Role> roles, CancellationToken ct)
    {
        var address = email.Trim().ToLowerInvariant();
        if (!EmailAddress.IsOne(address))
        {
            return new Refusal("users.create.bad-name", "Email", address);
        }

        if (roles.Count == 0)
        {
            return new Refusal("users.invite.no-role");
        }

        if (roles.Except(await GivableByAsync(actor, ct)).Any())
        {
            return new Refusal("users.members.above-you");
        }

        await using var db = databases.OpenFor(site);
        var name = address.ToUpperInvariant();
        if (await db.Memberships.AnyAsync(m => m.TenantId == site.Id && db.Users.Any(p => p.Id == m.PersonId && p.NormalizedUserName == name), ct))
        {
            return new Refusal("users.invite.member-already", "Email", address);
        }

        if (await db.Invitations.AnyAsync(i => i.Email == address, ct))
        {
            return new Refusal("users.invite.invited-already", "Email", address);
        }

        var invitation = new Invitation { TenantId = site.Id, Email = address, Roles = string.Join(' ', roles.Order()), LinkHash = "", InvitedBy = actor };
        db.Invitations.Add(invitation);
        audit.Note(db, site, "people.invite", address, actor, after: new { invitation.Roles });
        await SendAsync(db, invitation, ct);
        return null;
    }

    /// <summary>Sends a new letter; the link of the old one ends.</summary>
    public Task<Refusal?> ResendAsync(Guid actor, long id, CancellationToken ct) => WithAsync(actor, id, async (db, invitation) =>
    {
        invitation.InvitedBy = actor;
        audit.Note(db, site, "people.invite-again", invitation.Email, actor, after: new { invitation.Roles });
        await SendAsync(db, invitation, ct);
    }, ct);

    public Task<Refusal?> WithdrawAsync(Guid actor, long id, CancellationToken ct) => WithAsync(actor, id, async (db, invitation) =>
    {
        db.Invitations.Remove(invitation);
        audit.Note(db, site, "people.invite-withdraw", invitation.Email, actor, before: new { invitation.Roles });
        await db.SaveChangesAsync(ct);
    }, ct);

    /// <summary>What a link invites to; null when it has ended, was used or withdrawn, or its sender may no longer invite so.</summary>
    public async Task<Invitation?> FindAsync(string link, CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        var hash = HashOf(link);
        var found = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.LinkHash == hash, ct);
        return found is null || HasEnded(found) || RolesOf(found).Except(await GivableByAsync(found.InvitedBy, ct)).Any() ? null : found;
    }

    /// <summary>Gives the roles to who came with the link, once.</summary>
    /// <returns>False when somebody was faster.</returns>
    public async Task<bool> AcceptAsync(Invitation invitation, Guid person, CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Invitations.Where(i => i.Id == invitation.Id && i.LinkHash == invitation.LinkHash).ExecuteDeleteAsync(ct) == 0)
        {
            return false;
        }

        var present = await db.Memberships.Where(m => m.PersonId == person && m.TenantId == site.Id).Select(m => m.Role).ToListAsync(ct);
        db.Memberships.AddRange(RolesOf(invitation).Except(present).Select(role => new Membership { PersonId = person, TenantId = site.Id, Role = role }));
        audit.Note(db, site, "people.join", invitation.Email, person, after: new { invitation.Roles });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task<Refusal?> WithAsync(Guid actor, long id, Func<PortalDb, Invitation, Task> act, CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } invitation)
        {
            return new Refusal("users.invite.gone");
        }

        if (RolesOf(invitation).Except(await GivableByAsync(actor, ct)).Any())
        {
            return new Refusal("users.members.above-you");
        }

        await act(db, invitation);
        return null;
    }

    private async Task SendAsync(PortalDb db, Invitation invitation, CancellationToken ct)
    {
        var link = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(LinkBytes));
        invitation.LinkHash = HashOf(link);
        invitation.SentAt = clock.GetUtcNow();
        invitation.Until = invitation.SentAt + Invitation.Life;
        var inviter = await db.Users.Where(p => p.Id == invitation.InvitedBy).Select(p => p.Name).SingleAsync(ct);

        // The language of somebody who has not come yet is not known.
        var name = invitation.Email.ToUpperInvariant();
        var language = await db.Users.Where(p => p.NormalizedUserName == name).Select(p => p.Language).SingleOrDefaultAsync(ct) ?? Texts.Vietnamese;
        var (title, roles) = (site.TitleIn(language), string.Join(", ", RolesOf(invitation).Select(role => texts.In(language, "users.role." + role))));
        outbox.Add(db, new Letter(invitation.Email, texts.Filled(language, "users.mail.invite.subject", title),
            texts.Filled(language, "users.mail.invite.text", inviter, title, roles, links.To(site, $"/moi/{link}", language), site.Wall(invitation.Until))));
        await db.SaveChangesAsync(ct);
        outbox.Wake();
    }

    private async Task<IReadOnlyList<Role>> GivableByAsync(Guid actor, CancellationToken ct) => GrantableRoles.GivableBy(await rolesOnSite.OfAsync(actor, site, ct), site);

    private static string HashOf(string link) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link)));
}
