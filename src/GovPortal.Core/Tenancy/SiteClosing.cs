namespace GovPortal.Core.Tenancy;

/// <summary>The end of an agency. Its pages stay for readers, and say so.</summary>
/// <param name="On">First day on which it works no more.</param>
/// <param name="Successors">Names of the sites of the agencies that took over its duties, the first one most of them; empty where nobody did.</param>
public sealed record SiteClosing(DateOnly On, IReadOnlyList<string> Successors)
{
    /// <summary>True leads readers on to the first successor instead of showing them pages that have no place there.</summary>
    public bool LeadsOn { get; init; }

    /// <summary>The decision by which it ended, as readers see it; null where none is named.</summary>
    public string? Decision { get; init; }

    public bool IsOver(DateOnly today) => today >= On;
}
