using System.Collections.Frozen;

namespace GovPortal.Rankings.Computing;

/// <summary>Where the weights of an index come from.</summary>
public enum Weighting
{
    /// <summary>From the index itself.</summary>
    Fixed,

    /// <summary>From the first eigenvector of the correlation matrix: |v| ÷ Σ|v|.</summary>
    Pca,

    /// <summary>From the same eigenvector: v² ÷ Σv².</summary>
    PcaSquared,
}

/// <summary>What stands in for a value that is not known.</summary>
public enum MissingRule
{
    /// <summary>The indicator counts for that unit neither above nor below the line.</summary>
    Exclude,

    /// <summary>No points.</summary>
    Zero,

    /// <summary>The median of the block's known values, before the formula.</summary>
    Median,
}

/// <summary>How the value of an indicator becomes points.</summary>
public enum Formula
{
    YesNo,
    Ratio,
    Tiers,
    ShareOfGreatest,
    MinMax,
    ZScore,
}

/// <summary>What the province chose for a whole index.</summary>
/// <param name="Decimals">Of every published score, 0 to 12; halves are rounded away from zero.</param>
public sealed record IndexMethod(Weighting Weights, MissingRule Missing, int Decimals = IndexMethod.UsualDecimals)
{
    public const int UsualDecimals = 2;
    public const int MostDecimals = 12;
}

/// <summary>The words of files and addresses for the choices of an index.</summary>
public static class MethodWords
{
    public static readonly FrozenDictionary<string, Weighting> Weights =
        new Dictionary<string, Weighting> { ["fixed"] = Weighting.Fixed, ["pca"] = Weighting.Pca, ["pca2"] = Weighting.PcaSquared }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, MissingRule> Missing =
        new Dictionary<string, MissingRule> { ["exclude"] = MissingRule.Exclude, ["zero"] = MissingRule.Zero, ["median"] = MissingRule.Median }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Formula> Formulas = new Dictionary<string, Formula>
    {
        ["yes-no"] = Formula.YesNo,
        ["ratio"] = Formula.Ratio,
        ["tiers"] = Formula.Tiers,
        ["value/max"] = Formula.ShareOfGreatest,
        ["min-max"] = Formula.MinMax,
        ["z-score"] = Formula.ZScore,
    }.ToFrozenDictionary();

    public static string Of(Weighting weights) => Weights.Single(word => word.Value == weights).Key;

    public static string Of(MissingRule missing) => Missing.Single(word => word.Value == missing).Key;

    public static string Of(Formula formula) => Formulas.Single(word => word.Value == formula).Key;
}
