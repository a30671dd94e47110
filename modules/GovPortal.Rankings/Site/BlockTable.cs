using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Publishing;

namespace GovPortal.Rankings.Site;

/// <summary>One block of a published index as its table shows it.</summary>
/// <param name="Before">The index of the year before; null where there is none.</param>
public sealed record BlockTable(IndexOfYear Year, IndexOfYear? Before, string Block, IReadOnlyList<UnitScore> Units)
{
    public int Decimals => Year.Body!.Index.Method.Decimals;

    /// <summary>What a bar of full length stands for: 100, or the greatest score where z-scores go beyond.</summary>
    public double Full { get; } = Math.Max(100, Units.Max(unit => unit.Score ?? 0));

    public static double? ScoreOf(UnitScore unit, string group) => unit.Groups.FirstOrDefault(its => its.Name == group)?.Score;

    public int? RankBefore(UnitScore unit) => Before?.Find(Block, unit.Name)?.Rank;
}
