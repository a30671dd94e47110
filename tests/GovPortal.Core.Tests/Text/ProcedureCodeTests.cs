using System.Text;
using GovPortal.Core.Text;

namespace GovPortal.Core.Tests.Text;

public sealed class ProcedureCodeTests
{
    [Theory]
    [InlineData("1.001193", "1.001193")]
    [InlineData("1001193", "1.001193")]
    [InlineData("1,001193", "1.001193")]
    [InlineData(" 1.014325", "1.014325")]
    [InlineData("\u200B2.000547\u00A0", "2.000547")]
    [InlineData("3.000228\t", "3.000228")]
    public void A_code_is_read_in_any_spelling(string text, string code)
    {
        Assert.True(ProcedureCode.TryParse(text.Normalize(NormalizationForm.FormD), out var read));
        Assert.Equal(code, read);
    }

    [Theory]
    [InlineData("1.0133611")]
    [InlineData("1.014955-Xoa")]
    [InlineData("2.009182739")]
    [InlineData("1.00119")]
    [InlineData("10.01193")]
    [InlineData("a.001193")]
    [InlineData("١.٠٠١١٩٣")]
    [InlineData("")]
    [InlineData(null)]
    public void A_malformed_code_is_told_apart(string? text)
    {
        Assert.False(ProcedureCode.TryParse(text, out var read));
        Assert.Empty(read);
        Assert.False(ProcedureCode.IsCanonical(text));
    }

    [Fact]
    public void Only_the_catalogues_own_spelling_is_canonical()
    {
        Assert.True(ProcedureCode.IsCanonical("1.001193"));
        Assert.False(ProcedureCode.IsCanonical("1001193"));
    }
}
