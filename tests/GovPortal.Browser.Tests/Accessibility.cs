using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace GovPortal.Browser.Tests;

/// <summary>Asks axe (deque.com) what a page makes hard for people who hear it, or see little of it.</summary>
internal static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Within the page alone: the package's own way opens a second page for every question and waits until the network rests.
    private const string Ask = """
        async tags => (await axe.run(document, { resultTypes: ['violations'], iframes: false, ...(tags.length ? { runOnly: tags } : {}) })).violations
            .map(v => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`)
        """;

    // What is framed need not be a whole page, with a heading and one main part.
    private static readonly string[] Framed = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

    /// <summary>What it has to say against a page and what is to be seen framed in it.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var found = new List<string>();
        foreach (var frame in page.Frames)
        {
            try
            {
                var isFramed = frame != page.MainFrame;
                if (!isFramed || await (await frame.FrameElementAsync()).IsVisibleAsync())
                {
                    await frame.EvaluateAsync(Axe);
                    found.AddRange(await frame.EvaluateAsync<string[]>(Ask, isFramed ? Framed : []));
                }
            }
            catch (PlaywrightException) when (frame.IsDetached)
            {
                // What was framed has been replaced meanwhile.
            }
        }

        return found;
    }
}
