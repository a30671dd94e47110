namespace GovPortal.Rankings.Computing;

/// <summary>Which values a formula takes.</summary>
public static class ValueRule
{
    /// <summary>The code of the sentence that says why a value is refused; null when it is taken.</summary>
    public static string? Broken(Formula formula, double? value) => (formula, value) switch
    {
        (Formula.Ratio, < 0 or > 1) => "rankings.value.no-ratio",
        (Formula.ShareOfGreatest, < 0) => "rankings.value.negative",
        _ => null,
    };
}
