using System.Text.Json;
using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Web.Themes;

namespace GovPortal.Publishing.Recipes;

/// <summary>Finds recipes and applies them. Every mistake is found before the first step is done.</summary>
public sealed class RecipeRunner(string folder, ModuleList modules, ThemeList themes, IEnumerable<IRecipeStep> steps)
{
    private readonly Dictionary<string, IRecipeStep> byName = steps.ToDictionary(step => step.Name);

    public IReadOnlyList<string> Names => [.. Directory.EnumerateFiles(folder, "*.recipe.json").Select(path => Path.GetFileName(path)[..^".recipe.json".Length]).Order(StringComparer.Ordinal)];

    /// <exception cref="RecipeException">There is no such recipe, or it has mistakes: all of them are named.</exception>
    public Recipe Read(string name)
    {
        if (!Names.Contains(name))
        {
            throw new RecipeException($"There is no recipe “{name}”; there are {string.Join(", ", Names)}.");
        }

        var recipe = Recipe.Read(Path.Combine(folder, name + ".recipe.json"));
        var mistakes = MistakesIn(recipe).ToArray();
        return mistakes.Length == 0 ? recipe : throw new RecipeException($"Recipe “{name}” cannot be applied: {string.Join("; ", mistakes)}.");
    }

    /// <summary>Does the recipe's steps on a site that exists already.</summary>
    public async Task ApplyAsync(Recipe recipe, Tenant tenant, IProgress<RecipeProgress>? progress, CancellationToken ct)
    {
        var context = new RecipeContext(tenant, folder, progress);
        foreach (var (step, number) in recipe.Steps.Select((step, index) => (step, index + 1)))
        {
            try
            {
                await byName[step.GetProperty("do").GetString()!].ApplyAsync(context, step, ct);
            }
            catch (KeyNotFoundException missing)
            {
                throw new RecipeException($"Recipe “{recipe.Name}”, step {number} ({step.GetProperty("do")}): something it needs is missing; it takes {string.Join(", ", byName[step.GetProperty("do").GetString()!].Keys)}.", missing);
            }
            catch (Exception wrong) when (wrong is RecipeException or JsonException)
            {
                throw new RecipeException($"Recipe “{recipe.Name}”, step {number} ({step.GetProperty("do")}): {wrong.Message}", wrong);
            }
        }
    }

    private IEnumerable<string> MistakesIn(Recipe recipe)
    {
        foreach (var module in recipe.Modules.Where(module => !modules.Knows(module)))
        {
            yield return $"unknown module “{module}” (there are {string.Join(", ", modules.All.Select(m => m.Name))})";
        }

        if (recipe.Theme is { } theme && themes.Find(theme) is null)
        {
            yield return $"unknown theme “{theme}” (there are {string.Join(", ", themes.All.Select(known => known.Name))})";
        }

        foreach (var (step, number) in recipe.Steps.Select((step, index) => (step, index + 1)))
        {
            var name = step.ValueKind == JsonValueKind.Object && step.TryGetProperty("do", out var word) ? word.ToString() : null;
            if (name is null || !byName.TryGetValue(name, out var known))
            {
                yield return $"step {number}: unknown step “{name}” (there are {string.Join(", ", byName.Keys.Order(StringComparer.Ordinal))})";
                continue;
            }

            foreach (var key in step.EnumerateObject().Select(p => p.Name).Where(key => key != "do" && !known.Keys.Contains(key)))
            {
                yield return $"step {number} ({name}): unknown key “{key}” (it takes {string.Join(", ", known.Keys)})";
            }
        }
    }
}
