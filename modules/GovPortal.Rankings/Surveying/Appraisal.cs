using System.Globalization;
using GovPortal.Core.Checking;

namespace GovPortal.Rankings.Surveying;

/// <summary>What the council makes of a declaration.</summary>
internal static class Appraisal
{
    private const int LongestReason = 1_000;

    /// <param name="values">By name of the indicator: the value that shall count, and why.</param>
    /// <param name="note">Told of every change: indicator, from, to, reason.</param>
    public static (Dictionary<string, DeclaredValue> Values, IReadOnlyList<Refusal> Refusals) Of(
        IReadOnlyDictionary<string, DeclaredValue> declared, IReadOnlyDictionary<string, (double? Value, string? Reason)> values, Action<string, string?, string?, string?> note)
    {
        var (result, refusals) = (declared.ToDictionary(), new List<Refusal>());
        foreach (var (indicator, (value, reason)) in values)
        {
            var its = declared.GetValueOrDefault(indicator) ?? new DeclaredValue();
            var given = its.Measured ?? its.Declared;
            var isAdjusted = value != given;
            if (isAdjusted && (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason))
            {
                refusals.Add(new Refusal("rankings.appraisal.reason", indicator, indicator));
                continue;
            }

            var appraised = its with { IsAdjusted = isAdjusted, Adjusted = isAdjusted ? value : null, Reason = isAdjusted ? reason!.Trim() : null };
            if (appraised != its)
            {
                note(indicator, Written(its.Counted), Written(appraised.Counted), appraised.Reason);
                result[indicator] = appraised;
            }
        }

        return (result, refusals);
    }

    private static string? Written(double? value) => value?.ToString(CultureInfo.InvariantCulture);
}
