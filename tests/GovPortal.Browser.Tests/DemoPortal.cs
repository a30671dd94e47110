using GovPortal.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(GovPortal.Browser.Tests.DemoPortal))]

namespace GovPortal.Browser.Tests;

/// <summary>The demo province in this process and one Chromium to look at it.</summary>
public sealed class DemoPortal() : PortalFixture(new SqliteDatabase()), IAsyncLifetime
{
    public const int Desk = 1280;
    public const int Phone = 360;

    private IPlaywright? playwright;
    private IBrowser? browser;

    protected override string Recipe => "demo";

    public async ValueTask InitializeAsync()
    {
        await StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A browser window with a fresh session.</summary>
    /// <param name="at">Where the portal is asked, when not at its own address.</param>
    public async Task<Window> OpenAsync(int width = Desk, bool javaScript = true, Uri? at = null)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = (at ?? Address).ToString(),
            ViewportSize = new() { Width = width, Height = width == Phone ? 740 : 900 },
            JavaScriptEnabled = javaScript,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
        });
        return new Window(context, await context.NewPageAsync());
    }

    public new async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await base.DisposeAsync();
    }
}
