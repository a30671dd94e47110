using System.Text.Json;
using System.Text.Json.Nodes;
using GovPortal.Core.Text;
using GovPortal.Migration.Reading;
using GovPortal.Publishing.Import;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Migration.Orchard;

/// <summary>Says content items in the fields of our readers.</summary>
internal sealed class OrchardPieces
{
    private readonly IReadOnlyDictionary<string, string> kinds;
    private readonly ReservedSegments reserved;
    private readonly Told told;
    private readonly Uri? site;
    private readonly Dictionary<string, string> blogs = new(StringComparer.Ordinal);

    public OrchardPieces(IEnumerable<JsonElement> items, IReadOnlyDictionary<string, string> kinds, ReservedSegments reserved, Told told, Uri? site)
    {
        (this.kinds, this.reserved, this.told, this.site) = (kinds, reserved, told, site);
        foreach (var blog in items.Where(item => OrchardValue.Plain(item, "ContentType") == "Blog"))
        {
            if (OrchardValue.Raw(blog, "ContentItemId") is { } id && TitleOf(blog) is { } title)
            {
                blogs.TryAdd(id, title);
            }
        }
    }

    /// <param name="number">Of the content item in its file, from 1.</param>
    /// <returns>Null for what is not taken over; that is told once for each type.</returns>
    public ForeignPiece? Of(JsonElement item, int number)
    {
        var type = OrchardValue.Plain(item, "ContentType") ?? "?";
        if (type == "Blog")
        {
            // It lives on as the category of its posts.
            return null;
        }

        if (!kinds.TryGetValue(type, out var kind) || OrchardValue.IsFalse(item, "Latest"))
        {
            told.Count(OrchardValue.IsFalse(item, "Latest") ? "migration.orchard.version" : "migration.orchard.type", type);
            return null;
        }

        var remarks = new List<string>();
        var title = TitleOf(item) ?? "";
        var path = OrchardValue.Plain(item, "AutoroutePart", "Path")?.Trim('/');
        var slug = VietnameseText.Slug(path?.Split('/')[^1] ?? OrchardValue.Plain(item, "AliasPart", "Alias") ?? title);
        var fields = new JsonObject { ["title"] = title, ["slug"] = slug, ["summary"] = OrchardValue.Plain(item, type, "Subtitle", "Text"), ["body"] = new OrchardBody(remarks).Of(item, type) };
        if (kind == "articles")
        {
            AddArticle(fields, item, type);
        }
        else if (reserved.Contains(slug))
        {
            remarks.Add($"“/{slug}” means something else here: the page stands at “/trang-{slug}”");
            fields["slug"] = $"trang-{slug}";
        }

        return new ForeignPiece(number, kind, KeyOf(item, type, slug), fields)
        {
            IsDraft = OrchardValue.IsFalse(item, "Published"),
            OldAddresses = path is { Length: > 0 } ? [site is null ? $"/{path}" : new Uri(site, path).AbsoluteUri] : [],
            Base = site,
            Remarks = remarks,
        };
    }

    private void AddArticle(JsonObject fields, JsonElement item, string type)
    {
        fields["publishedAt"] = OrchardValue.Plain(item, "PublishedUtc") ?? OrchardValue.Plain(item, "CreatedUtc");
        if (OrchardValue.Raw(item, "ContainedPart", "ListContentItemId") is { } blog && blogs.TryGetValue(blog, out var name))
        {
            fields["category"] = new JsonObject { ["value"] = VietnameseText.Slug(name), ["label"] = VietnameseText.NormalizeLine(name) };
        }

        if (OrchardValue.At(item, type, "Image") is { } image && OrchardValue.Media(image) is { } media)
        {
            (fields["picture"], fields["pictureAlt"]) = (OrchardMedia.Root + media.TrimStart('/'), fields["title"]!.GetValue<string>());
        }
    }

    private static string? TitleOf(JsonElement item) => OrchardValue.Plain(item, "TitlePart", "Title") ?? OrchardValue.Plain(item, "DisplayText");

    // Ids of recipes are made when they are run; an item is known again by its address then.
    private static string KeyOf(JsonElement item, string type, string slug) =>
        OrchardValue.Plain(item, "ContentItemId") is { } id ? $"orchard:{id}" : slug.Length > 0 ? $"orchard:{type}:{slug}" : "";
}
