using System.Globalization;

namespace GovPortal.Browser.Tests;

/// <summary>
/// How pages come to a phone on a slow line. How long that takes is printed, not judged: the machine decides it too. It is measured when
/// <c>GOVPORTAL_PHONE_LOADS</c> says how often, on the demo portal at <c>GOVPORTAL_PHONE_AT</c>, else on the one inside this process.
/// </summary>
public sealed class PhoneTests(DemoPortal portal) : BrowserTest(portal)
{
    /// <summary>A line of text whose end comes later than its beginning, share of the screen. No block moves so little.</summary>
    private const double GrowingLine = 0.005;

    private static readonly Uri? Elsewhere = Environment.GetEnvironmentVariable("GOVPORTAL_PHONE_AT") is { Length: > 0 } address ? new Uri(address) : null;

    private static readonly int Loads = int.Parse(Environment.GetEnvironmentVariable("GOVPORTAL_PHONE_LOADS") ?? "0", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("/"), InlineData("/so-y-te/"), InlineData("/xa-bao-dai/")]
    [InlineData("/tin-tuc"), InlineData("/so-tu-phap/thu-tuc"), InlineData("/van-ban")]
    [InlineData("/so-tu-phap/thu-tuc/1.001193"), InlineData("/tin-tuc/trung-tam-phuc-vu-hanh-chinh-cong-mo-cua-sang-thu-bay"), InlineData("/van-ban/ke-hoach-137-kh-ubnd")]
    public async Task Nothing_moves_while_a_page_comes(string path)
    {
        // What the server makes once, such as packed files, is not what is asked about.
        await (await OpenAsync()).GoAsync(path);

        var late = await PhoneLoads.LoadAsync(await OpenAsync(DemoPortal.Phone), path, fontsAreLate: true);
        Assert.True(late.Moved < GrowingLine, $"{late.Moved} of the screen moved:\n{late.Movers}");
        await MeasureAsync(path);
    }

    [Theory]
    [InlineData("/"), InlineData("/tin-tuc"), InlineData("/so-tu-phap/thu-tuc"), InlineData("/so-tu-phap/thu-tuc/1.001193")]
    public async Task Nothing_moves_while_a_page_trickles_in(string path)
    {
        await using var line = await ThinLine.OpenAsync(Portal.Address);

        var trickled = await PhoneLoads.LoadAsync(await OpenAsync(DemoPortal.Phone, at: line.Address), path);

        Assert.True(trickled.Moved < GrowingLine, $"{trickled.Moved} of the screen moved:\n{trickled.Movers}");
    }

    private async Task MeasureAsync(string path)
    {
        var loads = new List<PhoneLoad>();
        for (var i = 0; i < Loads; i++)
        {
            loads.Add(await PhoneLoads.LoadAsync(await OpenAsync(DemoPortal.Phone, at: Elsewhere), path));
        }

        if (loads.Count > 0)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{path}: first {Median(load => load.First):F0} ms, largest {Median(load => load.Largest):F0} ms, moved {loads.Max(load => load.Moved):F4}, blocked {Median(load => load.Blocked):F0} ms"));
        }

        double Median(Func<PhoneLoad, double> figure) => loads.Select(figure).Order().ElementAt(loads.Count / 2);
    }
}
