using System.Security.Claims;

namespace GovPortal.Core.Security;

/// <summary>Who a request speaks for.</summary>
public static class PersonOfRequest
{
    /// <summary>Number of the person who is signed in; null for a visitor.</summary>
    public static Guid? PersonId(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;
}
