using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace GovPortal.Storage;

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
public sealed class Membership : ISiteRow
{
    public Guid PersonId { get; set; }
    public int TenantId { get; set; }
    public Role Role { get; set; }
}
