namespace GovPortal.Rankings.Computing;

/// <summary>The one rule of rounding: halves away from zero.</summary>
internal static class Rounding
{
    // Sums of binary fractions miss a half by far less than this, and nothing else comes so near to one.
    private const double Noise = 1e-12;

    // At many decimals the allowance must stay small beside the last digit.
    private const double PartOfLastDigit = 1e-3;

    /// <param name="decimals">0 to 12.</param>
    public static double Round(double score, int decimals)
    {
        var unit = Math.Pow(10, decimals);
        var digits = Math.Floor((Math.Abs(score) * unit) + 0.5 + Math.Min(Noise * unit, PartOfLastDigit));
        return digits == 0 ? 0 : Math.CopySign(digits / unit, score);
    }
}
