using GovPortal.Core.Tenancy;
using GovPortal.Storage;

namespace GovPortal.Content.Links;

/// <summary>A live item of a site leads to an address on the web, or, where the address begins with a slash, to something of this portal.</summary>
public sealed class OutsideLink : ISiteRow
{
    /// <summary>Longer addresses are not looked after.</summary>
    public const int LongestAddress = 1_000;

    public int TenantId { get; set; }
    public long ItemId { get; set; }
    public required string Address { get; set; }
}

/// <summary>What an address outside answered when it was last asked; one row for all sites that lead there.</summary>
public sealed class OutsideAddress
{
    /// <summary>How often in a row an address may fail before it counts as broken, where its server does not say that the page is gone.</summary>
    public const int Patience = 3;

    public const int NotFound = 404;
    public const int Gone = 410;

    public required string Address { get; set; }

    /// <summary>HTTP status; 0 when no server answered, null before the first time.</summary>
    public int? Status { get; set; }

    /// <summary>How many times in a row it failed.</summary>
    public int Failures { get; set; }
    public DateTimeOffset? FailingSince { get; set; }
    public DateTimeOffset? CheckedAt { get; set; }
    public DateTimeOffset NextCheckAt { get; set; }
}
