using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GovPortal.Core.Text;
using GovPortal.Migration.Reading;
using GovPortal.Publishing.Import;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Migration.WordPress;

/// <summary>Says posts and pages in the fields of our readers.</summary>
internal sealed partial class WxrPieces(WxrSite site, ReservedSegments reserved, Told told)
{
    // Written by WordPress for itself.
    private static readonly HashSet<string> Unwritten = ["auto-draft", "inherit", "trash"];

    private static readonly HashSet<string> Hidden = ["draft", "pending", "private"];

    /// <summary>Null for what is not taken over; that is told once for each kind.</summary>
    public ForeignPiece? Of(WxrItem item)
    {
        if (item.Type is not ("post" or "page"))
        {
            told.Count(item.Type == "attachment" ? "migration.wordpress.attachments" : "migration.wordpress.type", item.Type);
            return null;
        }

        if (Unwritten.Contains(item.Status))
        {
            told.Count("migration.wordpress.status", item.Status);
            return null;
        }

        Tell(item);
        var hasPassword = item["wp:post_password"].Trim().Length > 0;
        var remarks = RemarksOn(item, hasPassword).ToList();
        var isPage = item.Type == "page";
        return new ForeignPiece(item.Line, isPage ? "pages" : "articles", site.KeyOf(item.Id), isPage ? PageOf(item, remarks) : ArticleOf(item))
        {
            IsDraft = hasPassword || Hidden.Contains(item.Status),
            OldAddresses = [.. new[] { item["link"], item["guid"] }.Select(address => address.Trim()).Where(address => address.Length > 0).Distinct()],
            UnderKey = isPage && site.HasPage(item["wp:post_parent"].Trim()) ? site.KeyOf(item["wp:post_parent"].Trim()) : null,
            Base = Uri.TryCreate(item["link"].Trim(), UriKind.Absolute, out var own) && own.Scheme is "http" or "https" ? own : site.Address,
            Remarks = remarks,
        };
    }

    private void Tell(WxrItem item)
    {
        if (item.Comments > 0)
        {
            told.Count("migration.wordpress.comments", many: item.Comments);
        }

        if (item.Tags > 0)
        {
            told.Count("migration.wordpress.tags");
        }
    }

    private static IEnumerable<string> RemarksOn(WxrItem item, bool hasPassword)
    {
        if (hasPassword)
        {
            yield return "stood behind a password: taken in as a draft";
        }

        if (item.Status is "private" or "pending")
        {
            yield return $"was “{item.Status}”: taken in as a draft";
        }

        foreach (var other in item.Categories.Skip(1))
        {
            yield return $"one category is kept; also stood in “{other.Name}”";
        }

        foreach (var block in DynamicBlock().Matches(item["content:encoded"]).Select(block => block.Groups[1].Value).Distinct())
        {
            yield return $"block left out: {block}";
        }
    }

    private JsonObject ArticleOf(WxrItem item)
    {
        var category = item.Categories.FirstOrDefault(one => one.Slug != "uncategorized");
        var fields = new JsonObject
        {
            ["title"] = TitleOf(item),
            ["summary"] = item["excerpt:encoded"],
            ["body"] = WithoutBlocks(item["content:encoded"]),
            ["publishedAt"] = PublishedAt(item),
            ["slug"] = SlugOf(item),
            ["pinned"] = item["wp:is_sticky"].Trim() == "1",
        };
        if (category.Name is { Length: > 0 } name)
        {
            fields["category"] = new JsonObject { ["value"] = VietnameseText.Slug(name), ["label"] = VietnameseText.NormalizeLine(WebUtility.HtmlDecode(name)) };
        }

        if (site.Attachment(item.Meta("_thumbnail_id")) is { Address.Length: > 0 } picture)
        {
            (fields["picture"], fields["pictureAlt"]) = (picture.Address, picture.Words.Length > 0 ? picture.Words : TitleOf(item));
        }

        return fields;
    }

    private JsonObject PageOf(WxrItem item, List<string> remarks)
    {
        var slug = SlugOf(item) is { Length: > 0 } given ? given : VietnameseText.Slug(TitleOf(item));
        if (reserved.Contains(slug))
        {
            remarks.Add($"“/{slug}” means something else here: the page stands at “/trang-{slug}”");
            slug = $"trang-{slug}";
        }

        return new JsonObject { ["title"] = TitleOf(item), ["slug"] = slug, ["summary"] = item["excerpt:encoded"], ["body"] = WithoutBlocks(item["content:encoded"]) };
    }

    private static string TitleOf(WxrItem item) => WebUtility.HtmlDecode(item["title"]).Trim();

    private static string SlugOf(WxrItem item) => VietnameseText.Slug(Uri.UnescapeDataString(item["wp:post_name"].Trim()));

    /// <summary>WordPress writes both its own time, without saying of which zone, and universal time; drafts have neither.</summary>
    private static string? PublishedAt(WxrItem item) =>
        DateTime.TryParseExact(item["wp:post_date_gmt"].Trim(), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var utc) ? utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : item["wp:post_date"].Trim() is { Length: > 0 } local && !local.StartsWith("0000", StringComparison.Ordinal) ? local : null;

    // Marks of the block editor; the text stands between them.
    private static string WithoutBlocks(string html) => BlockMark().Replace(html, "");

    [GeneratedRegex(@"<!--\s+wp:([a-z0-9/-]+)[^>]*/-->", RegexOptions.CultureInvariant)]
    private static partial Regex DynamicBlock();

    [GeneratedRegex(@"<!--\s+/?wp:[^>]*-->", RegexOptions.CultureInvariant)]
    private static partial Regex BlockMark();
}
