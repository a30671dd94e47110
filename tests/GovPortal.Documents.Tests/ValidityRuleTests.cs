namespace GovPortal.Documents.Tests;

public sealed class ValidityRuleTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Theory]
    [InlineData(null, null, null, Validity.Unknown)]
    [InlineData(0, null, null, Validity.InForce)]
    [InlineData(-1, null, null, Validity.InForce)]
    [InlineData(1, null, null, Validity.NotYet)]
    [InlineData(-9, 1, null, Validity.InForce)]
    [InlineData(-9, 0, null, Validity.Expired)]
    [InlineData(-9, -1, null, Validity.Expired)]
    [InlineData(null, 0, null, Validity.Expired)]
    [InlineData(null, null, Validity.InForce, Validity.InForce)]
    [InlineData(null, null, Validity.NotYet, Validity.NotYet)]
    [InlineData(null, null, Validity.Expired, Validity.Expired)]
    [InlineData(-9, null, Validity.Expired, Validity.Expired)]
    [InlineData(-9, null, Validity.PartlyExpired, Validity.PartlyExpired)]
    [InlineData(-9, null, Validity.NotYet, Validity.InForce)]
    [InlineData(1, null, Validity.InForce, Validity.NotYet)]
    [InlineData(1, null, Validity.PartlyExpired, Validity.NotYet)]
    [InlineData(1, null, Validity.Expired, Validity.NotYet)]
    [InlineData(-9, 0, Validity.InForce, Validity.Expired)]
    public void The_days_decide_and_a_known_end_stands_where_they_are_silent(int? effective, int? expires, Validity? stated, Validity validity) =>
        Assert.Equal(validity, ValidityRule.On(Day, Shifted(effective), Shifted(expires), stated));

    private static DateOnly? Shifted(int? days) => days is { } by ? Day.AddDays(by) : null;
}
