using GovPortal.Core.Tenancy;

namespace GovPortal.Core.Tests.Tenancy;

public sealed class ContrastTests
{
    [Theory]
    [InlineData("#000000", 21.0)]
    [InlineData("#ffffff", 1.0)]
    [InlineData("#767676", 4.54)]
    [InlineData("#777777", 4.48)]
    [InlineData("#FF0000", 4.00)]
    public void The_ratio_is_that_of_the_guidelines(string colour, double ratio) => Assert.Equal(ratio, Contrast.ToWhite(colour)!.Value, 2);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#fff")]
    [InlineData("#12345g")]
    [InlineData("#+12345")]
    [InlineData("# 12345")]
    [InlineData("#1234567")]
    [InlineData("#000;}*{")]
    public void What_is_no_colour_has_no_ratio(string? colour) => Assert.Null(Contrast.ToWhite(colour));
}
