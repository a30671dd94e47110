using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;

namespace GovPortal.Events.Delegates;

/// <summary>Somebody who registered for an event. Sealed with the installation's keys, so a site's export leaves it behind.</summary>
[Carried(Carrying.Backup)]
public sealed class EventDelegate : ISiteRow
{
    public long Id { get; set; }
    public int TenantId { get; set; }

    /// <summary>The event.</summary>
    public long ItemId { get; set; }

    /// <summary>The place taken, from 1: no two have the same, so no event takes more than it has room for.</summary>
    public int Number { get; set; }

    /// <summary>What stands on the badge and in the letter, for example <c>K7M42XQP</c>.</summary>
    public required string Code { get; set; }

    /// <summary>Name of the form that was sent, so that sending it twice registers once.</summary>
    public Guid FormKey { get; set; }

    /// <summary><see cref="DelegateData"/>, sealed.</summary>
    public required string SealedData { get; set; }

    /// <summary>What was agreed to, word for word.</summary>
    public required string Consent { get; set; }
    public DateTimeOffset RegisteredAt { get; set; }

    /// <summary>When they came; null until they do.</summary>
    public DateTimeOffset? CheckedInAt { get; set; }
    public Guid? CheckedInById { get; set; }
}

/// <summary>What people say of themselves when they register.</summary>
public sealed record DelegateData(string Name, string? Office, string Email, string? Phone);
