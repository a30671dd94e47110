namespace GovPortal.Browser.Tests;

/// <summary>The second theme keeps the laws of every page.</summary>
public sealed class LotusTests(DemoPortal portal) : BrowserTest(portal)
{
    private const string Site = "/so-dan-toc-va-ton-giao";

    [Fact]
    public async Task Its_pages_are_accessible_and_fit()
    {
        var administrator = await OpenSignedInAsync(DemoPortal.Desk);
        await administrator.GoAsync(Site + "/quan-tri/giao-dien");
        await administrator.Page.Locator("input[value=Lotus]").CheckAsync();
        await administrator.Page.Locator("#bo-cuc .gp-arrange__end button").ClickAsync();
        await administrator.Page.Locator(".gp-notice--ok").WaitForAsync();

        foreach (var width in new[] { DemoPortal.Desk, DemoPortal.Phone })
        {
            var window = await OpenAsync(width);
            foreach (var path in new[] { "/", "/tin-tuc", "/thu-tuc", "/van-ban", "/tim-kiem?q=khai+sinh", "/lien-he", "/dang-nhap" })
            {
                await window.GoAsync(Site + path);
                Assert.Equal(1, await window.Page.Locator("link[href*='Theme.Lotus/site.css']").CountAsync());
                await window.SeeAsync();
            }
        }
    }
}
