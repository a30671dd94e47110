using System.Security.Claims;
using GovPortal.Core.Localization;

namespace GovPortal.Core.Security;

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
