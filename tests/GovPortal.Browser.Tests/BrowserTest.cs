using GovPortal.Core.Security;
using GovPortal.Storage.Tenancy;
using GovPortal.Testing;
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

    /// <summary>A window of the administrator, who signed in once for all of them.</summary>
    protected async Task<Window> OpenSignedInAsync(int width = DemoPortal.Desk)
    {
        var window = await portal.OpenSignedInAsync(width);
        windows.Add(window);
        return window;
    }

    /// <summary>Somebody new who took up an invitation, at the desk.</summary>
    protected async Task<Window> JoinAsync(string root, Role role, string name)
    {
        var email = $"{Guid.NewGuid():n}@example.vn";
        var administrator = await OpenAsync();
        await administrator.SignInAsync(root);
        await administrator.GoAsync(root + "/quan-tri/nguoi-dung/moi");
        await administrator.Page.FillAsync("[name=Email]", email);
        await administrator.Page.CheckAsync($"[name='Roles[{role}]']");
        await administrator.Page.Locator("main form button").ClickAsync();
        await administrator.Page.Locator("[role=status].gp-notice--ok").WaitForAsync();

        var window = await OpenAsync();
        await window.GoAsync(PostBag.LinkIn(await Portal.Post.AwaitAsync(email)));
        await window.Page.FillAsync("[name=Name]", name);
        await window.Page.FillAsync("[name=Password]", "mot-mat-khau-dai");
        await window.Page.Locator("main form button").ClickAsync();
        await window.Page.WaitForURLAsync("**/quan-tri");
        return window;
    }
}
