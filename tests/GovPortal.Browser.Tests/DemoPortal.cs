using GovPortal.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(GovPortal.Browser.Tests.DemoPortal))]

namespace GovPortal.Browser.Tests;

/// <summary>The demo province in this process and one Chromium to look at it.</summary>
public sealed class DemoPortal : PortalFixture, IAsyncLifetime
{
    public const int Desk = 1280;
    public const int Phone = 360;

    // Milliseconds. Far more than any page needs, so that a busy machine never makes a test fail.
    private const float Patience = 300_000;

    private readonly Lazy<Task<string>> session;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public DemoPortal() : base(new SqliteDatabase())
    {
        Clock.Set(TestClock.AfterRealData);
        session = new(SignInAsync);
    }

    protected override string Recipe => "demo";

    public async ValueTask InitializeAsync()
    {
        await StartAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A browser window with a fresh session.</summary>
    /// <param name="at">Where the portal is asked, when not at its own address.</param>
    public Task<Window> OpenAsync(int width = Desk, bool javaScript = true, Uri? at = null) => OpenAsync(width, javaScript, at, session: null);

    /// <summary>A window of the administrator, who signs in once for all of them.</summary>
    public async Task<Window> OpenSignedInAsync(int width) => await OpenAsync(width, javaScript: true, at: null, await session.Value);

    private async Task<string> SignInAsync()
    {
        await using var window = await OpenAsync();
        await window.SignInAsync();
        return await window.SessionAsync();
    }

    private async Task<Window> OpenAsync(int width, bool javaScript, Uri? at, string? session)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = (at ?? Address).ToString(),
            ViewportSize = new() { Width = width, Height = width == Phone ? 740 : 900 },
            JavaScriptEnabled = javaScript,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            StorageState = session,
        });
        context.SetDefaultTimeout(Patience);
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
