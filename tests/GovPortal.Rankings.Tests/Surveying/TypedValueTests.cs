using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Surveying;

namespace GovPortal.Rankings.Tests.Surveying;

/// <summary>Numbers as people type them: a comma or a point, and never two meanings.</summary>
public sealed class TypedValueTests
{
    [Theory]
    [InlineData(Formula.MinMax, "12", 12.0)]
    [InlineData(Formula.MinMax, " 0,85 ", 0.85)]
    [InlineData(Formula.MinMax, "0.886", 0.886)]
    [InlineData(Formula.MinMax, "-3,5", -3.5)]
    [InlineData(Formula.MinMax, "1,2340", 1.234)]
    [InlineData(Formula.MinMax, "1234", 1234.0)]
    [InlineData(Formula.YesNo, "yes", 1.0)]
    [InlineData(Formula.YesNo, "no", 0.0)]
    [InlineData(Formula.Ratio, "", null)]
    public void What_is_clear_is_read(Formula formula, string typed, double? value) => Assert.Equal((value, null), TypedValue.Read(Of(formula), typed));

    [Theory]
    [InlineData(Formula.MinMax, "1.234", "rankings.typed.ambiguous")]
    [InlineData(Formula.MinMax, "12,345,678", "rankings.typed.ambiguous")]
    [InlineData(Formula.MinMax, "nhiều", "rankings.typed.no-number")]
    [InlineData(Formula.MinMax, "NaN", "rankings.typed.no-number")]
    [InlineData(Formula.MinMax, "∞", "rankings.typed.no-number")]
    [InlineData(Formula.MinMax, "99999999999999999999", "rankings.typed.no-number")]
    [InlineData(Formula.MinMax, "1e3", "rankings.typed.no-number")]
    [InlineData(Formula.YesNo, "1", "rankings.typed.yes-no")]
    [InlineData(Formula.Ratio, "85", "rankings.value.no-ratio")]
    [InlineData(Formula.ShareOfGreatest, "-1", "rankings.value.negative")]
    public void What_is_not_is_refused(Formula formula, string typed, string code) => Assert.Equal(code, TypedValue.Read(Of(formula), typed).Refusal?.Code);

    [Theory]
    [InlineData(1.234)]
    [InlineData(0.1)]
    [InlineData(123456.0)]
    [InlineData(-2.345)]
    public void What_is_shown_is_read_as_the_same(double value) => Assert.Equal(value, TypedValue.Read(Of(Formula.MinMax), TypedValue.Write(Of(Formula.MinMax), value)).Value);

    private static Indicator Of(Formula formula) => new("Chỉ tiêu", formula, 1, 1, []);
}
