using System.Xml;
using GovPortal.Migration.Reading;

namespace GovPortal.Migration.Crawling;

/// <summary>A page that a sitemap or feed names.</summary>
/// <param name="PublishedAt">What a feed says of it, as it is written; null where it says nothing.</param>
internal sealed record ListedPage(string Address, string? PublishedAt = null);

/// <summary>What a sitemap (sitemaps.org 0.9), an Atom or an RSS feed lists.</summary>
internal sealed record SiteList(IReadOnlyList<ListedPage> Pages, IReadOnlyList<string> Sitemaps)
{
    private static readonly HashSet<string> OfPages = ["url", "item", "entry"];

    /// <returns>Null where it is none of them.</returns>
    /// <exception cref="XmlException">It is damaged.</exception>
    public static SiteList? Read(Stream bytes)
    {
        using var xml = ExportFile.Xml(bytes);
        xml.MoveToContent();
        if (xml.LocalName is not ("urlset" or "sitemapindex" or "feed" or "rss" or "RDF"))
        {
            return null;
        }

        var (pages, sitemaps) = (new List<ListedPage>(), new List<string>());
        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && OfPages.Contains(xml.LocalName))
            {
                pages.AddRange(PageOf(xml) is { } page ? [page] : Array.Empty<ListedPage>());
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "sitemap")
            {
                sitemaps.AddRange(PageOf(xml) is { } other ? [other.Address] : Array.Empty<string>());
            }
            else
            {
                xml.Read();
            }
        }

        return new SiteList(pages, sitemaps);
    }

    private static ListedPage? PageOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return null;
        }

        string? address = null, day = null;
        var depth = xml.Depth;
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            var name = xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1 ? xml.LocalName : "";
            if (name == "link" && xml.GetAttribute("href") is { } href)
            {
                address = xml.GetAttribute("rel") is null or "alternate" ? address ?? href : address;
                xml.Skip();
            }
            else if (name is "loc" or "link")
            {
                address ??= ExportFile.TextOf(xml).Trim();
            }
            else if (name is "published" or "pubDate" or "date")
            {
                day ??= ExportFile.TextOf(xml).Trim();
            }
            else if (name.Length > 0)
            {
                xml.Skip();
            }
            else
            {
                xml.Read();
            }
        }

        return address is { Length: > 0 } found ? new ListedPage(found, day) : null;
    }
}
