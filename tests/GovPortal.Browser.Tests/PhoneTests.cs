namespace GovPortal.Browser.Tests;

/// <summary>How pages come to a phone on a slow line. How long that takes the benchmark <c>phone</c> measures.</summary>
public sealed class PhoneTests(DemoPortal portal) : BrowserTest(portal)
{
    /// <summary>A line of text whose end comes later than its beginning, share of the screen. No block moves so little.</summary>
    private const double GrowingLine = 0.005;

    [Theory]
    [InlineData("/"), InlineData("/so-y-te/"), InlineData("/xa-bao-dai/")]
    [InlineData("/tin-tuc"), InlineData("/so-tu-phap/thu-tuc"), InlineData("/van-ban")]
    [InlineData("/so-tu-phap/thu-tuc/1.001193"), InlineData("/tin-tuc/trung-tam-phuc-vu-hanh-chinh-cong-mo-cua-sang-thu-bay"), InlineData("/van-ban/ke-hoach-137-kh-ubnd")]
    public async Task Nothing_moves_while_a_page_comes(string path)
    {
        // What the server makes once, such as packed files, is not what is asked about.
        await (await OpenAsync()).GoAsync(path);

        var late = await SlowPhone.LoadAsync((await OpenAsync(DemoPortal.Phone)).Page, path, fontsAreLate: true);

        Assert.True(late.Moved < GrowingLine, $"{late.Moved} of the screen moved:\n{late.Movers}");
    }

    [Theory]
    [InlineData("/"), InlineData("/tin-tuc"), InlineData("/so-tu-phap/thu-tuc"), InlineData("/so-tu-phap/thu-tuc/1.001193")]
    public async Task Nothing_moves_while_a_page_trickles_in(string path)
    {
        await using var line = await ThinLine.OpenAsync(Portal.Address);

        var trickled = await SlowPhone.LoadAsync((await OpenAsync(DemoPortal.Phone, at: line.Address)).Page, path);

        Assert.True(trickled.Moved < GrowingLine, $"{trickled.Moved} of the screen moved:\n{trickled.Movers}");
    }
}
