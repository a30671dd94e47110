using System.Text.Encodings.Web;
using System.Text.Json;
using GovPortal.Rankings.Computing;

namespace GovPortal.Rankings.Reading;

/// <summary>Writes an index as the file that <see cref="IndexReader"/> and <c>rankings compute</c> read, so that readers may compute it again.</summary>
public static class IndexFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = false };

    public static string Write(UnitIndex index) => JsonSerializer.Serialize(Of(index), Options);

    public static IndexFileShape Of(UnitIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return new IndexFileShape(
            new MethodShape(MethodWords.Of(index.Method.Weights), MethodWords.Of(index.Method.Missing), index.Method.Decimals),
            [.. index.Groups.Select(group => new GroupShape(group.Name, group.Weight, [.. group.Indicators.Select(Of)]))],
            [.. index.Units.Select(unit => new UnitShape(unit.Name, unit.Block, ValuesOf(index, unit)))]);
    }

    /// <summary>The values of a unit by indicator, as the file has them: numbers, true and false, null.</summary>
    public static IReadOnlyDictionary<string, object?> ValuesOf(UnitIndex index, RankedUnit unit) =>
        index.Indicators.Select((indicator, i) => (indicator, Value: unit.Values[i])).ToDictionary(its => its.indicator.Name, its => its.Value is not { } value ? null : its.indicator.Formula == Formula.YesNo ? value != 0 : (object?)value);

    private static IndicatorShape Of(Indicator indicator) => new(
        indicator.Name, MethodWords.Of(indicator.Formula), indicator.Formula == Formula.ZScore ? null : indicator.Max, indicator.Weight,
        indicator.Formula == Formula.Tiers ? indicator.Tiers : null);
}

/// <summary>An index file.</summary>
public sealed record IndexFileShape(MethodShape Method, IReadOnlyList<GroupShape> Groups, IReadOnlyList<UnitShape> Units);

/// <summary>The method in the words of files.</summary>
public sealed record MethodShape(string Weights, string Missing, int Decimals);

/// <summary>A group in an index file.</summary>
public sealed record GroupShape(string Name, double Weight, IReadOnlyList<IndicatorShape> Indicators);

/// <summary>An indicator in an index file.</summary>
public sealed record IndicatorShape(string Name, string Formula, double? Max, double Weight, IReadOnlyList<Tier>? Tiers);

/// <summary>A unit in an index file.</summary>
public sealed record UnitShape(string Name, string Block, IReadOnlyDictionary<string, object?> Values);
