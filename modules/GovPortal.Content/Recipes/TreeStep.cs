using System.Text.Json;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Sites;

namespace GovPortal.Content.Recipes;

/// <summary>Puts the site's pages into their tree, by address: <c>{ "do": "tree", "pages": [ { "slug": "gioi-thieu" }, { "slug": "co-cau-to-chuc", "under": "gioi-thieu" } ] }</c>.</summary>
public sealed class TreeStep(PublishedContentOf contentOf, SiteStructureOf structureOf) : IRecipeStep
{
    public string Name => "tree";

    public IReadOnlySet<string> Keys { get; } = new HashSet<string> { "pages" };

    public async Task ApplyAsync(RecipeContext context, JsonElement step, CancellationToken ct)
    {
        var wanted = step.GetProperty("pages").Deserialize<PlacedPage[]>(BodyJson.Options)!;
        var pages = (await contentOf(context.Tenant).ListAsync(new ListQuery(PageType.TypeName, Size: Admin.Structure.PageTreePage.MostPages) { Order = ListOrder.Title, IsCounted = false }, ct)).Items.ToDictionary(page => page.Slug);
        if (wanted.SelectMany(page => new[] { page.Slug, page.Under }).FirstOrDefault(slug => slug is not null && !pages.ContainsKey(slug)) is { } missing)
        {
            throw new RecipeException($"“pages”: there is no page “{missing}”; put it on the site in a step before");
        }

        PagePlace[] places = [.. wanted.Select(page => new PagePlace(pages[page.Slug].Id, page.Under is { } under ? pages[under].Id : null))];
        await structureOf(context.Tenant).ChangeAsync("site.pages", settings => settings.PageTree, seen: null, present => present with { PageTree = places }, by: null, ct, told: tree => PageTree.Told(tree, pages.Values.ToDictionary(page => page.Id, page => page.Title)));
    }

    private sealed record PlacedPage(string Slug, string? Under = null);
}
