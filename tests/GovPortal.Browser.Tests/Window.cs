using GovPortal.Testing;
using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>One visitor's window. Notes every fault the browser reports: a blocked script or style, a missing file, an exception.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> faults = [];
    private readonly Arrivals arrivals;

    public Window(IBrowserContext context, IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        this.context = context;
        Page = page;
        arrivals = new(page);
        page.Console += (_, message) => Note(message.Type == "error" && !IsAnsweredStatus(message.Text), message.Text);
        page.PageError += (_, fault) => Note(true, fault);
        page.Request += (_, request) => Note(new Uri(request.Url).Host is not ("127.0.0.1" or "localhost" or ""), "asked another host: " + request.Url);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Faults => faults;

    public async Task<IResponse> GoAsync(string path) =>
        await Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load }) ?? throw new InvalidOperationException($"{path} answered nothing.");

    public Task<string> HeadingAsync() => Page.Locator("h1").InnerTextAsync();

    public async Task SignInAsync(string root = "")
    {
        await GoAsync(root + "/dang-nhap");
        await Page.FillAsync("[name=SignInName]", "admin");
        await Page.FillAsync("[name=Password]", PortalFixture.AdminPassword);
        await Page.Locator("main form button").ClickAsync();
        await Page.WaitForURLAsync("**/quan-tri");
    }

    /// <summary>Where the text of an item is written; ready once the editor has started.</summary>
    public async Task<ILocator> EditorAsync()
    {
        await Page.Locator(".gp-is-ready").WaitForAsync();
        return Page.Locator(".gp-writing__text");
    }

    /// <summary>Replaces what stands in the editor by these paragraphs, typed.</summary>
    public async Task WriteAsync(params string[] paragraphs)
    {
        await (await EditorAsync()).ClickAsync();
        await Page.Keyboard.PressAsync("Control+A");
        await Page.Keyboard.PressAsync("Delete");
        for (var n = 0; n < paragraphs.Length; n++)
        {
            if (n > 0)
            {
                await Page.Keyboard.PressAsync("Enter");
            }

            await Page.Keyboard.TypeAsync(paragraphs[n]);
        }
    }

    /// <summary>Goes from the text to a tool by keyboard alone.</summary>
    public async Task ReachAsync(string tool)
    {
        await Page.Keyboard.PressAsync("Alt+F10");
        await Page.Keyboard.PressAsync("Home");
        for (var n = 0; n < 60 && await Page.EvaluateAsync<string?>("document.activeElement.dataset.gpTool") != tool; n++)
        {
            await Page.Keyboard.PressAsync("ArrowRight");
        }

        Assert.Equal(tool, await Page.EvaluateAsync<string?>("document.activeElement.dataset.gpTool"));
    }

    /// <summary>Waits until the text that will be sent is or holds this.</summary>
    public async Task ExpectTextAsync(string html) =>
        await Page.WaitForFunctionAsync("html => document.querySelector('[name=Body]').value.includes(html)", html);

    /// <summary>Pastes this as the clipboard's HTML into the editor.</summary>
    public async Task PasteAsync(string html)
    {
        await Page.EvaluateAsync("html => document.addEventListener('copy', e => { e.preventDefault(); e.clipboardData.setData('text/html', html); e.clipboardData.setData('text/plain', 'x'); }, { once: true, capture: true })", html);
        await Page.Locator("h1").ClickAsync();
        await Page.Keyboard.PressAsync("Control+C");
        await (await EditorAsync()).ClickAsync();
        await Page.Keyboard.PressAsync("Control+V");
    }

    /// <summary>Insists that the page, as it stands, is accessible and within the screen.</summary>
    public async Task SeeAsync()
    {
        Assert.Empty((await Accessibility.ViolationsAsync(Page)).Select(violation => $"{new Uri(Page.Url).PathAndQuery}: {violation}"));
        Assert.Equal(0, await Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }

    /// <summary>Waits until everything that the page asked for has come.</summary>
    public Task RestsAsync() => arrivals.AllCameAsync();

    /// <summary>What a session needs to be taken up in another window.</summary>
    public Task<string> SessionAsync() => context.StorageStateAsync();

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    // A page that is meant to answer 404 is reported as an error too, and so are a session that has ended a form or a file that is refused; the tests look at what is said themselves.
    private static bool IsAnsweredStatus(string text) =>
        new[] { "400", "401", "404", "422" }.Any(status => text.StartsWith($"Failed to load resource: the server responded with a status of {status}", StringComparison.Ordinal));

    private void Note(bool isFault, string text)
    {
        if (isFault)
        {
            faults.Add(text);
        }
    }
}
