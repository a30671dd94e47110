using System.Text.Json;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Recipes;

namespace GovPortal.Sites.Recipes;

/// <summary>Sets what a site is told about its agency: <c>{ "do": "settings", "settings": { "address": … } }</c>. Keys left out keep their values.</summary>
public sealed class SettingsStep(SiteRegister register) : IRecipeStep
{
    public string Name => "settings";

    public IReadOnlySet<string> Keys { get; } = new HashSet<string> { "settings" };

    public async Task ApplyAsync(RecipeContext context, JsonElement step, CancellationToken ct)
    {
        var refusals = await register.SetAsync(context.Tenant.Name, present => Overlay(present, step.GetProperty("settings")), ct);
        if (refusals.Count > 0)
        {
            throw new RecipeException($"“{refusals[0].Field}” is “{refusals[0].Value}”: {refusals[0].Code}");
        }
    }

    /// <summary>The present settings with the given keys replaced.</summary>
    public static TenantSettings Overlay(TenantSettings present, JsonElement given)
    {
        var merged = JsonSerializer.SerializeToNode(present, BodyJson.Options)!.AsObject();
        foreach (var property in given.EnumerateObject())
        {
            if (!typeof(TenantSettings).GetProperties().Any(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name) == property.Name))
            {
                throw new RecipeException($"unknown setting “{property.Name}”");
            }

            merged[property.Name] = System.Text.Json.Nodes.JsonNode.Parse(property.Value.GetRawText());
        }

        return merged.Deserialize<TenantSettings>(BodyJson.Options)!;
    }
}

/// <summary>Sets a site's menu: <c>{ "do": "menu", "items": [ { "label": "Tin tức", "labelEn": "News", "url": "/tin-tuc" } ] }</c>.</summary>
public sealed class MenuStep(SiteRegister register) : IRecipeStep
{
    public string Name => "menu";

    public IReadOnlySet<string> Keys { get; } = new HashSet<string> { "items" };

    public async Task ApplyAsync(RecipeContext context, JsonElement step, CancellationToken ct)
    {
        var items = step.GetProperty("items").Deserialize<MenuEntry[]>(BodyJson.Options)!;
        await register.SetAsync(context.Tenant.Name, present => present with { Menu = items }, ct);
    }
}
