using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GovPortal.Core.Text;

namespace GovPortal.Migration.Crawling;

/// <summary>What a page says, without what stands around it on every page.</summary>
/// <param name="Html">Not clean yet.</param>
/// <param name="PublishedAt">As the page writes it; null where it does not say.</param>
/// <param name="IsArticle">It says that it is one, or of which day it is.</param>
internal sealed record MainText(string Title, string Html, string? Summary, string? PublishedAt, string? Picture, bool IsArticle)
{
    // In the order in which they say most exactly where the text is.
    private static readonly string[] Places = ["main article", "article", "main", "[role=main]"];

    private const string Around = "nav, aside, header, footer, form, script, style, noscript, template, button, dialog, [role=navigation], [role=complementary], [aria-hidden=true], .breadcrumb, .breadcrumbs, .share, .social, .related, .comments";

    /// <returns>Null where the page does not say where its text is, or has no title.</returns>
    public static MainText? Of(IHtmlDocument page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var main = Places.Select(place => page.QuerySelectorAll(place).MaxBy(found => found.TextContent.Length)).FirstOrDefault(found => found is not null && found.TextContent.Trim().Length > 0);
        var heading = main?.QuerySelector("h1") ?? page.QuerySelector("h1");
        var title = VietnameseText.NormalizeLine(heading?.TextContent is { } words && words.Trim().Length > 0 ? words : Meta(page, "og:title") ?? page.Title ?? "");
        if (main is null || title.Length == 0)
        {
            return null;
        }

        var day = Meta(page, "article:published_time") ?? main.QuerySelector("time[datetime]")?.GetAttribute("datetime");
        heading?.Remove();
        foreach (var around in main.QuerySelectorAll(Around).ToArray())
        {
            around.Remove();
        }

        return new MainText(title, main.InnerHtml, Meta(page, "og:description") ?? Meta(page, "description"), day, Meta(page, "og:image"), day is not null || Meta(page, "og:type") == "article");
    }

    private static string? Meta(IHtmlDocument page, string name) =>
        page.QuerySelectorAll("meta").FirstOrDefault(meta => (meta.GetAttribute("property") ?? meta.GetAttribute("name")) == name)?.GetAttribute("content") is { } content && content.Trim().Length > 0 ? content.Trim() : null;
}
