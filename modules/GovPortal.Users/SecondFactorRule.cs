using System.Security.Claims;
using GovPortal.Core.Security;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace GovPortal.Users;

/// <summary>Roles whose holders must sign in with a second factor, anywhere in the installation.</summary>
public sealed record SecondFactorRule(IReadOnlyList<Role> RequiredFor)
{
    private const string Setting = "GovPortal:TwoFactor:RequiredFor";

    /// <exception cref="InvalidOperationException">A word is no role; the message names every one.</exception>
    public static SecondFactorRule From(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var words = (settings[Setting] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var unknown = words.Where(word => !Enum.GetNames<Role>().Contains(word, StringComparer.OrdinalIgnoreCase)).ToArray();
        return unknown.Length == 0
            ? new SecondFactorRule([.. words.Select(word => Enum.Parse<Role>(word, ignoreCase: true)).Distinct()])
            : throw new InvalidOperationException($"{Setting} names what is no role: {string.Join(", ", unknown)}. Roles are {string.Join(", ", Enum.GetNames<Role>())}.");
    }

    /// <summary>Whether somebody must set a second factor up before they go on. A passkey they came by is one, as long as they have any.</summary>
    public async Task<bool> IsOwedByAsync(ClaimsPrincipal user, PortalDbFactory databases, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(databases);
        if (RequiredFor.Count == 0 || user.PersonId() is not { } person)
        {
            return false;
        }

        var byPasskey = user.CameByPasskey();
        await using var db = databases.OpenInstallation();
        return await db.Users.AnyAsync(p => p.Id == person && !p.TwoFactorEnabled && !(byPasskey && db.UserPasskeys.Any(k => k.UserId == person)) && db.Set<Membership>().Any(m => m.PersonId == person && RequiredFor.Contains(m.Role)), ct);
    }
}
