using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>Asks axe (deque.com) what a page makes hard for people who hear it, or see little of it.</summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Within the page alone: the package's own way opens a second page for every question and waits until the network rests.
    private const string Ask = """
        async () => (await axe.run(document, { resultTypes: ['violations'], iframes: false })).violations
            .map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`)
        """;

    /// <summary>What it has to say against a page and what is framed in it.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var found = new List<string>();
        foreach (var frame in page.Frames.Where(frame => frame == page.MainFrame || frame.Url != "about:blank"))
        {
            try
            {
                await frame.EvaluateAsync(Axe);
                found.AddRange(await frame.EvaluateAsync<string[]>(Ask));
            }
            catch (PlaywrightException) when (frame.IsDetached)
            {
                // What was framed has been replaced meanwhile.
            }
        }

        return found;
    }
}
