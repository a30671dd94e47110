using GovPortal.Core.Modules;
using GovPortal.Storage.Rows;

namespace GovPortal.Users;

/// <summary>One sign-in of a person on one browser, until they sign out.</summary>
[Carried(Carrying.Nothing)]
public sealed class PersonSession
{
    public Guid Id { get; set; }
    public Guid PersonId { get; set; }
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>A little behind, see <c>SessionRegister</c>.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>Browser and system as far as the browser says, for example “Firefox, Windows”.</summary>
    public required string Device { get; set; }

    /// <summary>Network address it was last seen at.</summary>
    public required string Address { get; set; }
}
