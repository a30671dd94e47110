using GovPortal.Rankings.Computing;

namespace GovPortal.Rankings.Publishing;

/// <summary>
/// The index of a year as it is published: method, weights and raw numbers. Scores and ranks are not kept beside them, they are
/// computed from them, so that what is shown is always what anyone can compute again.
/// </summary>
public sealed record PublishedIndex
{
    public required int Year { get; init; }

    public required string Title { get; init; }

    /// <summary>What it rests on: the decision, the survey, the council. Plain text.</summary>
    public string? Basis { get; init; }

    /// <summary>True for figures that were made up to show the product; every page of them says so.</summary>
    public bool IsSample { get; init; }

    public required UnitIndex Index { get; init; }

    /// <summary>What each agency should have, by the indicator that tells it.</summary>
    public IReadOnlyList<CoverageFact> Coverage { get; init; } = [];
}

/// <summary>One thing every agency should have.</summary>
/// <param name="Key">One of <see cref="Keys"/>.</param>
/// <param name="Indicator">Name of the indicator whose value says it: yes, or a number above 0.</param>
public sealed record CoverageFact(string Key, string Indicator)
{
    /// <summary>A site, a local network, the dedicated data network of state agencies, IT officers, one-stop software, digital signatures in use, online services.</summary>
    public static readonly IReadOnlyList<string> Keys = ["site", "local-network", "dedicated-network", "officers", "one-stop", "signatures", "online-services"];
}
