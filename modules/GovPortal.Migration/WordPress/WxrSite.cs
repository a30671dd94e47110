namespace GovPortal.Migration.WordPress;

/// <summary>What must be known of a whole WXR file before its first item: where the site stood, its pictures, and which of its pages exist.</summary>
internal sealed class WxrSite(Uri? stood)
{
    private readonly Dictionary<string, WxrAttachment> attachments = new(StringComparer.Ordinal);
    private readonly HashSet<string> pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);

    /// <summary>Address of the old site; null where the file does not say it.</summary>
    public Uri? Address => stood ?? AddressIn("wp:base_blog_url") ?? AddressIn("link") ?? AddressIn("wp:base_site_url");

    /// <summary>Key of one of its posts: the same however often the site is exported.</summary>
    public string KeyOf(string id) => $"wordpress:{Address?.Host}{Address?.AbsolutePath.TrimEnd('/')}:{id}";

    public bool HasPage(string id) => pages.Contains(id);

    public WxrAttachment? Attachment(string id) => attachments.GetValueOrDefault(id.Trim());

    public void Learn(string element, string text) => addresses.TryAdd(element, text);

    public void Learn(WxrItem item)
    {
        if (item.Type == "attachment")
        {
            var alt = item.Meta("_wp_attachment_image_alt").Trim();
            attachments.TryAdd(item.Id, new WxrAttachment(item["wp:attachment_url"].Trim(), alt.Length > 0 ? alt : item["title"].Trim()));
        }
        else if (item.Type == "page" && item.Status != "trash")
        {
            pages.Add(item.Id);
        }
    }

    private Uri? AddressIn(string element) => addresses.TryGetValue(element, out var text) && Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}

/// <param name="Words">What the picture shows, in words.</param>
internal sealed record WxrAttachment(string Address, string Words);
