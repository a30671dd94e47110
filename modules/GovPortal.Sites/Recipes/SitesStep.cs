using System.Text.Json;
using System.Text.Json.Nodes;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Recipes;
using GovPortal.Storage.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Sites.Recipes;

/// <summary>
/// Opens many sites: <c>{ "do": "sites", "file": "demo/sites.json" }</c>, a list of <see cref="NewSite"/> with the fields of
/// <see cref="TenantSettings"/> beside them. A site that exists already only has its settings brought up to date.
/// </summary>
public sealed class SitesStep(IServiceProvider services, SiteRegister register, TenantDirectory directory, SiteFilesOf filesOf) : IRecipeStep
{
    private static readonly HashSet<string> OfSite = ["name", "title", "titleEn", "recipe", "agencyCode", "oldAgencyCode", "host", "parent", "kind"];

    // Texts of the introduction belong to the pages step, which reads the same file.
    private static readonly HashSet<string> OfPages = ["introduction", "introductionEn"];

    public string Name => "sites";

    public IReadOnlySet<string> Keys { get; } = new HashSet<string> { "file", "pictures" };

    public async Task ApplyAsync(RecipeContext context, JsonElement step, CancellationToken ct)
    {
        // The office runs recipes, so it cannot be asked for while the steps are being made.
        var office = services.GetRequiredService<SiteProvisioning>();
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(context.FileOf(step, "file"), ct));
        var pictures = step.TryGetProperty("pictures", out _) ? context.FileOf(step, "pictures") : null;
        var inAll = json.RootElement.GetArrayLength();
        var done = 0;
        foreach (var entry in json.RootElement.EnumerateArray())
        {
            var site = entry.Deserialize<NewSite>(BodyJson.Options)!;
            context.Progress?.Report(new RecipeProgress(site.Title, done++, inAll));
            if (directory.FindByName(site.Name) is null)
            {
                Insist(site.Name, await office.OpenAsync(site, progress: null, ct));
            }
            else
            {
                await register.RenameAsync(site, ct);
            }

            var settings = await SettingsOfAsync(entry, directory.FindByName(site.Name)!, pictures, ct);
            Insist(site.Name, await register.SetAsync(site.Name, present => SettingsStep.Overlay(present, settings), ct));
        }

        context.Progress?.Report(new RecipeProgress("", inAll, inAll));
    }

    private async Task<JsonElement> SettingsOfAsync(JsonElement entry, Tenant tenant, string? pictures, CancellationToken ct)
    {
        var settings = new JsonObject();
        foreach (var property in entry.EnumerateObject().Where(p => !OfSite.Contains(p.Name) && !OfPages.Contains(p.Name)))
        {
            settings[property.Name] = JsonNode.Parse(property.Value.GetRawText());
        }

        if (pictures is not null && settings["banner"]?.GetValue<string>() is { } banner && !banner.StartsWith('/'))
        {
            settings["banner"] = await RecordsStep.StorePictureAsync(filesOf(tenant), pictures, banner, alt: null, ct);
        }

        return settings.Deserialize<JsonElement>();
    }

    private static void Insist(string site, IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count > 0)
        {
            throw new RecipeException($"site {site}: “{refusals[0].Field}” is “{refusals[0].Value}” ({refusals[0].Code})");
        }
    }
}
