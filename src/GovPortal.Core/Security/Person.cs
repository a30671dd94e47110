using Microsoft.AspNetCore.Identity;

namespace GovPortal.Core.Security;

/// <summary>Someone who signs in. One person for the whole installation; what they may do where stands in memberships.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public required string Name { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
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
