using GovPortal.Rankings.Computing;

namespace GovPortal.Rankings.Tests.Computing;

/// <summary>The rules one by one, against results that can be written down without computing.</summary>
public sealed class RulesOfComputingTests
{
    private const string Zero = """{"weights":"fixed","missing":"zero"}""";
    private const string Ratio = """{"name":"C","formula":"ratio","max":5}""";

    [Theory]
    [InlineData("""{"name":"C","formula":"yes-no","max":7}""", "true", "false", 100, 0)]
    [InlineData("""{"name":"C","formula":"ratio","max":7}""", "0.25", "1", 25, 100)]
    [InlineData("""{"name":"C","formula":"value/max","max":7}""", "30", "120", 25, 100)]
    [InlineData("""{"name":"C","formula":"value/max","max":7}""", "0", "0", 0, 0)]
    [InlineData("""{"name":"C","formula":"min-max","max":7}""", "-10", "30", 0, 100)]
    [InlineData("""{"name":"C","formula":"min-max","max":7}""", "30", "30", 0, 0)]
    [InlineData("""{"name":"C","formula":"z-score"}""", "10", "30", -100, 100)]
    [InlineData("""{"name":"C","formula":"z-score"}""", "0.1", "0.1", 0, 0)]
    [InlineData("""{"name":"C","formula":"tiers","max":4,"tiers":[{"from":0.8,"points":4},{"from":0.5,"points":1}]}""", "0.5", "0.8", 25, 100)]
    [InlineData("""{"name":"C","formula":"tiers","max":4,"tiers":[{"from":0.8,"points":4},{"from":0.5,"points":1}]}""", "0.49", "9", 0, 100)]
    public void Each_formula_gives_its_points(string indicator, string first, string second, double firstScore, double secondScore)
    {
        var units = IndexOf.Compute(Zero, indicator, $$"""{"C":{{first}}}""", $$"""{"C":{{second}}}""").Units.OrderBy(unit => unit.Name);

        Assert.Equal([firstScore, secondScore], units.Select(unit => unit.Score!.Value));
    }

    [Fact]
    public void Equal_scores_share_a_rank_and_the_next_is_skipped()
    {
        var units = IndexOf.Compute(Zero, Ratio, """{"C":0.5}""", """{"C":0.9}""", """{"C":0.50001}""", """{"C":0.1}""").Units;

        Assert.Equal([("B", 1), ("A", 2), ("C", 2), ("D", 4)], units.Select(unit => (unit.Name, unit.Rank!.Value)));
    }

    [Theory]
    [InlineData(12.345, 2, 12.35)]
    [InlineData(-12.345, 2, -12.35)]
    [InlineData(0.285, 2, 0.29)]
    [InlineData(1.005, 2, 1.01)]
    [InlineData(12.34499999, 2, 12.34)]
    [InlineData(2.5, 0, 3)]
    [InlineData(-0.0001, 2, 0)]
    [InlineData(33.333333333333336, 12, 33.333333333333)]
    public void Halves_are_rounded_away_from_zero(double score, int decimals, double rounded) => Assert.Equal(rounded, Rounding.Round(score, decimals));

    [Fact]
    public void What_is_excluded_counts_neither_above_nor_below()
    {
        const string Two = """{"name":"C","formula":"ratio","max":5},{"name":"D","formula":"ratio","max":95}""";

        var units = IndexOf.Compute("""{"weights":"fixed","missing":"exclude"}""", Two, """{"C":0.5}""", """{"C":1,"D":0}""", "{}").Units;

        Assert.Equal([("A", 50, 1), ("B", 5, 2), ("C", null, null)], units.Select(unit => (unit.Name, unit.Score, unit.Rank)));
        Assert.Empty(units[2].Groups);
    }

    [Fact]
    public void The_median_takes_the_place_of_what_is_missing_before_the_formula()
    {
        const string Standard = """{"name":"C","formula":"z-score"}""";

        var units = IndexOf.Compute("""{"weights":"fixed","missing":"median"}""", Standard, """{"C":2}""", """{"C":4}""", """{"C":null}""").Units;

        // 2, 4 and their median 3: deviation √(2/3).
        Assert.Equal([122.47, 0, -122.47], units.Select(unit => unit.Score!.Value));
    }

    [Theory]
    [InlineData("true", "false", 0)]
    [InlineData("true", "true", 100)]
    public void The_median_of_yes_and_no_is_yes_where_more_than_half_say_so(string first, string second, double third)
    {
        var units = IndexOf.Compute("""{"weights":"fixed","missing":"median"}""", """{"name":"C","formula":"yes-no"}""", $$"""{"C":{{first}}}""", $$"""{"C":{{second}}}""", "{}").Units;

        Assert.Equal(third, units.Single(unit => unit.Name == "C").Score);
    }

    [Fact]
    public void Two_indicators_weigh_the_same_by_principal_components()
    {
        const string Two = """{"name":"C","formula":"ratio"},{"name":"D","formula":"min-max"}""";

        var result = IndexOf.Compute("""{"weights":"pca2","missing":"zero"}""", Two, """{"C":0,"D":1}""", """{"C":0.5,"D":9}""", """{"C":1,"D":2}""");

        Assert.All(result.Weights, weight => Assert.Equal(0.5, weight.Weight, 1e-12));
    }

    [Fact]
    public void Opposite_indicators_leave_nothing_between_units()
    {
        const string Two = """{"name":"C","formula":"ratio"},{"name":"D","formula":"ratio"}""";

        var units = IndexOf.Compute("""{"weights":"pca","missing":"zero"}""", Two, """{"C":0.1,"D":0.7}""", """{"C":0.3,"D":0.5}""", """{"C":0.7,"D":0.1}""").Units;

        Assert.All(units, unit => Assert.Equal((0, 1), (unit.Score, unit.Rank)));
    }

    [Fact]
    public void What_is_equal_for_all_has_no_weight_and_that_is_said()
    {
        const string Two = """{"name":"C","formula":"ratio"},{"name":"D","formula":"z-score"}""";

        var result = IndexOf.Compute("""{"weights":"pca","missing":"zero"}""", Two, """{"C":0.1,"D":0.7}""", """{"C":0.3,"D":0.7}""");

        Assert.Equal([1, 0], result.Weights.Select(weight => weight.Weight));
        Assert.Equal("D", Assert.Single(result.Remarks, remark => remark.Code == "rankings.remark.all-equal").Field);
    }

    [Fact]
    public void Weights_that_would_be_chance_are_refused()
    {
        const string Two = """{"name":"C","formula":"yes-no"},{"name":"D","formula":"yes-no"}""";

        var result = IndexOf.Compute("""{"weights":"pca","missing":"zero"}""", Two, """{"C":true,"D":true}""", """{"C":true,"D":false}""", """{"C":false,"D":true}""", """{"C":false,"D":false}""");

        Assert.Equal("rankings.pca.undecided", result.Refusal?.Code);
        Assert.Empty(result.Units);
    }
}
