using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.Rows;

namespace GovPortal.Users;

/// <summary>Somebody is asked by letter to work on a site. Gone once accepted or withdrawn.</summary>
[Carried(Carrying.Backup)]
public sealed class Invitation : ISiteRow
{
    /// <summary>How long the link in the letter lets in.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public long Id { get; set; }
    public int TenantId { get; set; }

    /// <summary>In small letters.</summary>
    public required string Email { get; set; }

    /// <summary>Names of the roles offered, with a space between.</summary>
    public required string Roles { get; set; }

    /// <summary>Hash of what the link holds; the link itself stands in the letter alone.</summary>
    public required string LinkHash { get; set; }

    public Guid InvitedBy { get; set; }
    public DateTimeOffset SentAt { get; set; }
    public DateTimeOffset Until { get; set; }
}
