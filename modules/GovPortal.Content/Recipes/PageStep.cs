using System.Text.Json;
using System.Text.Json.Nodes;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Import;
using GovPortal.Publishing.Recipes;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Content.Recipes;

/// <summary>Puts one page on the site: <c>{ "do": "page", "slug": "gioi-thieu", "title": "Giới thiệu", "body": "…" }</c>.</summary>
public sealed class PageStep(PageReader reader, IntakeOf intakeOf) : IRecipeStep
{
    public string Name => "page";

    public IReadOnlySet<string> Keys { get; } = new HashSet<string> { "slug", "title", "titleEn", "summary", "body", "bodyEn" };

    public async Task ApplyAsync(RecipeContext context, JsonElement step, CancellationToken ct)
    {
        var read = reader.Read(step);
        if (read.Body is null)
        {
            throw new RecipeException($"a page needs “{read.Refusals[0].Field}”");
        }

        await intakeOf(context.Tenant).TakeInAsync([new IncomingItem(read.Key, read.Body, null, read.Slug)], isDryRun: false, ct);
    }
}

/// <summary>Puts the introductions of a list of sites on their sites: <c>{ "do": "introductions", "file": "demo/sites.json" }</c>.</summary>
public sealed class IntroductionsStep(PageReader reader, IntakeOf intakeOf, TenantDirectory directory) : IRecipeStep
{
    public string Name => "introductions";

    public IReadOnlySet<string> Keys { get; } = new HashSet<string> { "file" };

    public async Task ApplyAsync(RecipeContext context, JsonElement step, CancellationToken ct)
    {
        using var sites = JsonDocument.Parse(await File.ReadAllTextAsync(context.FileOf(step, "file"), ct));
        foreach (var site in sites.RootElement.EnumerateArray().Where(s => s.TryGetProperty("introduction", out _)))
        {
            var name = site.GetProperty("name").GetString()!;
            var tenant = directory.FindByName(name) ?? throw new RecipeException($"there is no site “{name}”");
            var page = new JsonObject
            {
                ["slug"] = "gioi-thieu",
                ["title"] = "Giới thiệu",
                ["titleEn"] = "About",
                ["body"] = site.GetProperty("introduction").GetString(),
                ["bodyEn"] = site.TryGetProperty("introductionEn", out var english) ? english.GetString() : null,
            };
            var read = reader.Read(page.Deserialize<JsonElement>());
            await intakeOf(tenant).TakeInAsync([new IncomingItem(read.Key, read.Body!, null, read.Slug)], isDryRun: false, ct);
        }
    }
}
