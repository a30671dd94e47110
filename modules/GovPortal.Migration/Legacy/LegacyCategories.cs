using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovPortal.Core.Text;
using GovPortal.Publishing.Import;

namespace GovPortal.Migration.Legacy;

/// <summary>Which category each article of the old portal stood in. It had several; here an article has one.</summary>
internal sealed class LegacyCategories
{
    private readonly Dictionary<string, JsonElement> categories;
    private readonly ILookup<string, string> ofArticle;

    public LegacyCategories(LegacyTables tables)
    {
        categories = tables.ByKey("t_ps_category", "PK_CATEGORY");
        ofArticle = tables.Read("t_ps_category_article").Select(row => new RecordFields(row.Row))
            .Select(row => (Article: row.Text("FK_ARTICLE") ?? "", Category: row.Text("FK_CATEGORY") ?? "")).ToLookup(pair => pair.Article, pair => pair.Category);
    }

    /// <param name="chosen">The category its editor put first; null where none was.</param>
    /// <param name="remarks">Gets the names of the others.</param>
    public JsonObject? Of(string article, string? chosen, List<string> remarks)
    {
        var all = new[] { chosen }.Concat(ofArticle[article]).Select(id => id is not null && categories.TryGetValue(id, out var row) ? NameOf(row) : null).OfType<string>().Distinct().ToArray();
        remarks.AddRange(all.Skip(1).Select(name => $"one category is kept; also stood in “{name}”"));
        return all is [var first, ..] ? new JsonObject { ["value"] = VietnameseText.Slug(first), ["label"] = first } : null;
    }

    private static string? NameOf(JsonElement row) => new RecordFields(row).Text("C_NAME") is { } name ? VietnameseText.NormalizeLine(WebUtility.HtmlDecode(name)) : null;
}
