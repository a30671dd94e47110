using System.Text.Json.Serialization;

namespace GovPortal.Rankings.Computing;

/// <summary>All that an index is computed from: the method, what is asked, and what each unit has.</summary>
public sealed record UnitIndex(IndexMethod Method, IReadOnlyList<IndicatorGroup> Groups, IReadOnlyList<RankedUnit> Units)
{
    /// <summary>Every indicator in the order of the groups; the values of units stand in this order.</summary>
    [JsonIgnore]
    public IReadOnlyList<Indicator> Indicators { get; } = [.. Groups.SelectMany(group => group.Indicators)];
}

/// <param name="Weight">Its part in the score, among the weights of all groups; used with fixed weights only.</param>
public sealed record IndicatorGroup(string Name, double Weight, IReadOnlyList<Indicator> Indicators);

/// <param name="Name">Once in the whole index.</param>
/// <param name="Max">The most points it gives; 1 and without meaning for <see cref="Formula.ZScore"/>.</param>
/// <param name="Weight">Its part in its group; used with fixed weights only.</param>
/// <param name="Tiers">Of <see cref="Formula.Tiers"/>, by rising <see cref="Tier.From"/>; otherwise empty.</param>
public sealed record Indicator(string Name, Formula Formula, double Max, double Weight, IReadOnlyList<Tier> Tiers);

/// <summary>From this value on an indicator gives these points.</summary>
public sealed record Tier(double From, double Points);

/// <param name="Block">Units are compared within it alone.</param>
/// <param name="Values">By position of <see cref="UnitIndex.Indicators"/>; yes is 1 and no 0; null where not known.</param>
public sealed record RankedUnit(string Name, string Block, IReadOnlyList<double?> Values);

/// <summary>What came out for a unit.</summary>
/// <param name="Position">Of the unit in <see cref="UnitIndex.Units"/>.</param>
/// <param name="Groups">Rounded scores, 0 to 100 without z-scores; without groups of which nothing is known.</param>
/// <param name="Score">Rounded; null where nothing is known of the unit.</param>
/// <param name="Rank">Within the block, from 1; equal scores share a rank and the next is skipped. Null without a score.</param>
public sealed record UnitScore(int Position, string Name, string Block, IReadOnlyList<GroupScore> Groups, double? Score, int? Rank);

/// <param name="Name">Of the group.</param>
/// <param name="Score">Rounded by the rule of the index.</param>
public sealed record GroupScore(string Name, double Score);

/// <summary>The weight an indicator had in a block; of the whole with weights by PCA, else as given.</summary>
public sealed record WeightUsed(string Block, string Indicator, double Weight);
