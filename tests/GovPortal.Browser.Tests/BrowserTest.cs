using GovPortal.Core.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Browser.Tests;

/// <summary>A journey through the demo province. Ends by seeing that neither browser nor server complained.</summary>
public abstract class BrowserTest(DemoPortal portal) : IAsyncLifetime
{
    private readonly List<Window> windows = [];
    private int mark;

    protected DemoPortal Portal => portal;

    public ValueTask InitializeAsync()
    {
        mark = portal.Log.Mark;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var faults = windows.SelectMany(window => window.Faults).ToArray();
        foreach (var window in windows)
        {
            await window.DisposeAsync();
        }

        Assert.Empty(faults);
        Assert.Empty(portal.Log.Since(mark, [.. portal.Services.GetRequiredService<TenantDirectory>().All.Select(t => t.Name)]));
    }

    protected async Task<Window> OpenAsync(int width = DemoPortal.Desk, bool javaScript = true, Uri? at = null)
    {
        var window = await portal.OpenAsync(width, javaScript, at);
        windows.Add(window);
        return window;
    }
}
