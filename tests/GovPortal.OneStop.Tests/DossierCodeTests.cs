using GovPortal.Core.Security;

namespace GovPortal.OneStop.Tests;

/// <summary>Codes of dossiers in both styles.</summary>
public sealed class DossierCodeTests
{
    [Theory]
    [InlineData("H57.132-260804-0583", "H57.132", "2026-08-04", 583)]
    [InlineData("000.00.19.H47-260105-0001", "000.00.19.H47", "2026-01-05", 1)]
    [InlineData(" h05.21-261129-0001 ", "H05.21", "2026-11-29", 1)]
    [InlineData("G09.20-261129-10000", "G09.20", "2026-11-29", 10000)]
    public void Both_styles_are_read_and_written_again(string text, string agency, string day, int number)
    {
        var code = DossierCode.Parse(text);

        Assert.Equal(new DossierCode(agency, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), number), code);
        Assert.Equal(text.Trim().ToUpperInvariant(), code!.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("H05.21-261329-0001")]
    [InlineData("H05.21-261129-001")]
    [InlineData("H05.21-261129-0001'; DROP")]
    [InlineData("X05.21-261129-0001")]
    [InlineData("H05.21/261129/0001")]
    public void What_is_no_code_is_none(string? text) => Assert.Null(DossierCode.Parse(text));

    [Fact]
    public void Names_are_masked_but_for_the_family_name() => Assert.Equal("Nguyễn T. Á.", MaskedName.Of("Nguyễn Thị Ánh"));

    [Fact]
    public void Numbers_are_masked_but_for_their_end() => Assert.Equal("•••••••••678", PersonalData.Masked("027012345678"));
}
