using System.Security.Claims;
using GovPortal.Core.Web;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Core.Security;

/// <summary>Someone who signs in. One person for the whole installation; what they may do where stands in memberships.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public required string Name { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Whether they are told by letter what waits for them at the desk.</summary>
    public bool WantsLetters { get; set; } = true;

    /// <summary>Language their desk opens in and they are written to in: <c>vi</c> or <c>en</c>.</summary>
    public string Language { get; set; } = Texts.Vietnamese;

    /// <summary>Time step of the last code of their authenticator that was taken: an earlier one, or the same, is good no more.</summary>
    public long LastCodeStep { get; set; }
}

/// <summary>A person's role on one site.</summary>
public sealed class Membership
{
    public Guid PersonId { get; set; }
    public int TenantId { get; set; }
    public Role Role { get; set; }
}

/// <summary>What a person is on a site. A portal administrator's rights reach every site.</summary>
public enum Role
{
    Author,
    Reviewer,
    Publisher,
    SiteAdministrator,
    PortalAdministrator,
    Auditor,
}

/// <summary>What a session's cookie says of the person besides their number.</summary>
public static class PersonClaims
{
    public const string Name = "govportal.name";
    public const string Language = "govportal.language";
    public const string Session = "govportal.session";

    /// <summary>The person's name as colleagues write it.</summary>
    public static string PersonName(this ClaimsPrincipal user) => user.FindFirstValue(Name) ?? user.Identity?.Name ?? "";

    /// <summary>The language the person works in.</summary>
    public static string PersonLanguage(this ClaimsPrincipal user) => user.FindFirstValue(Language) ?? Texts.Vietnamese;

    /// <summary>The sign-in the request belongs to; null for a visitor.</summary>
    public static Guid? SessionId(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Session), out var id) ? id : null;
}
