using System.Xml;
using GovPortal.Migration.Reading;

namespace GovPortal.Migration.WordPress;

/// <summary>Reads a WXR file (WordPress eXtended RSS 1.0 to 1.2) forward, an item at a time.</summary>
internal static class WxrFile
{
    // What an item never needs and what may be long.
    private static readonly HashSet<string> Passed = ["description", "dc:creator", "wp:menu_order", "wp:comment_status", "wp:ping_status"];

    /// <param name="ofChannel">Gets the elements that tell of the whole site, such as <c>wp:base_blog_url</c>.</param>
    /// <exception cref="XmlException">The XML is damaged or ends early.</exception>
    /// <exception cref="InvalidDataException">It is larger than any real one.</exception>
    public static IEnumerable<WxrItem> Read(string path, Action<string, string>? ofChannel = null)
    {
        using var xml = ExportFile.Xml(ExportFile.Open(path));
        xml.MoveToContent();
        if (xml.Name != "rss" || !xml.ReadToDescendant("channel"))
        {
            yield break;
        }

        xml.Read();
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
            }
            else if (xml.Name == "item")
            {
                yield return ReadItem(xml);
            }
            else if (xml.Name is "wp:base_blog_url" or "wp:base_site_url" or "link")
            {
                // Read whether or not anybody wants it, else the reader would stand still.
                var (name, text) = (xml.Name, ExportFile.TextOf(xml).Trim());
                ofChannel?.Invoke(name, text);
            }
            else
            {
                xml.Skip();
            }
        }
    }

    private static WxrItem ReadItem(XmlReader xml)
    {
        var item = new WxrItem(((IXmlLineInfo)xml).LineNumber);
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return item;
        }

        var depth = xml.Depth;
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
            }
            else
            {
                ReadElement(xml, item);
            }
        }

        return item;
    }

    private static void ReadElement(XmlReader xml, WxrItem item)
    {
        switch (xml.Name)
        {
            case "category":
                ReadTerm(xml, item);
                break;
            case "wp:comment":
                item.Comments++;
                xml.Skip();
                break;
            case "wp:postmeta":
                ReadMeta(xml, item);
                break;
            case var name when Passed.Contains(name):
                xml.Skip();
                break;
            case var name:
                item[name] = ExportFile.TextOf(xml);
                break;
        }
    }

    private static void ReadTerm(XmlReader xml, WxrItem item)
    {
        var (domain, slug) = (xml.GetAttribute("domain"), xml.GetAttribute("nicename") ?? "");
        var name = ExportFile.TextOf(xml).Trim();
        if (domain is "category")
        {
            item.Categories.Add((slug, name));
        }
        else if (domain is "post_tag")
        {
            item.Tags++;
        }
    }

    private static void ReadMeta(XmlReader xml, WxrItem item)
    {
        var (depth, key, value) = (xml.Depth, "", "");
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Name == "wp:meta_key")
            {
                key = ExportFile.TextOf(xml).Trim();
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.Name == "wp:meta_value")
            {
                value = ExportFile.TextOf(xml);
            }
            else
            {
                xml.Read();
            }
        }

        item.SetMeta(key, value);
    }
}
