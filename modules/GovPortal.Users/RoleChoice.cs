using GovPortal.Core.Security;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Users;

/// <summary>Roles to tick in a form, as the partial <c>Users/Admin/_Roles</c> shows them.</summary>
public sealed record RoleChoice(IReadOnlyList<Role> Offered, IReadOnlySet<Role> Chosen)
{
    /// <summary>Name of a role's box in the form.</summary>
    public static string NameOf(Role role) => $"Roles[{role}]";

    /// <summary>What a sent form ticked; nothing where no form was sent.</summary>
    public static HashSet<Role> Ticked(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.HasFormContentType ? [.. Enum.GetValues<Role>().Where(role => request.Form[NameOf(role)] == "true")] : [];
    }
}
