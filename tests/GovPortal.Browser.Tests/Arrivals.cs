using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>Counts what a page asks for and what has come of it.</summary>
internal sealed class Arrivals
{
    private const int Look = 50;

    private readonly IPage page;
    private int asked;
    private int answered;

    public Arrivals(IPage page)
    {
        this.page = page;
        page.Request += (_, _) => Interlocked.Increment(ref asked);
        page.RequestFinished += (_, _) => Interlocked.Increment(ref answered);
        page.RequestFailed += (_, _) => Interlocked.Increment(ref answered);
    }

    /// <summary>Waits until everything that was asked for has come, fonts and pictures too.</summary>
    public async Task AllCameAsync()
    {
        do
        {
            await page.WaitForFunctionAsync("() => document.readyState === 'complete' && document.fonts.status === 'loaded'");
            await Task.Delay(Look);
        }
        while (Volatile.Read(ref asked) != Volatile.Read(ref answered));
    }
}
