using System.Text.Json;
using System.Text.Json.Serialization;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;

namespace GovPortal.Publishing.Recipes;

/// <summary>How a site starts: which modules and theme it has, and what is put on it. It chooses and fills; it defines no types.</summary>
public sealed record Recipe
{
    private static readonly string[] Keys = ["name", "describes", "modules", "theme", "kind", "steps"];

    public required string Name { get; init; }
    public required string Describes { get; init; }
    public IReadOnlyList<string> Modules { get; init; } = [];

    /// <summary>Name of the theme the site begins with; null begins with the installation's first.</summary>
    public string? Theme { get; init; }

    public SiteKind Kind { get; init; } = SiteKind.Unit;
    public IReadOnlyList<JsonElement> Steps { get; init; } = [];

    /// <summary>True for a recipe that sets up a whole installation: it opens sites besides its own.</summary>
    [JsonIgnore]
    public bool OpensSites => Steps.Any(step => step.ValueKind == JsonValueKind.Object && step.TryGetProperty("do", out var word) && word.ValueEquals("sites"));

    /// <exception cref="RecipeException">The file is no recipe; the message says what is wrong.</exception>
    public static Recipe Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new RecipeException($"{Path.GetFileName(path)}: a recipe is one JSON object.");
            }

            var unknown = json.RootElement.EnumerateObject().Select(p => p.Name).Except(Keys).ToArray();
            if (unknown.Length > 0)
            {
                throw new RecipeException($"{Path.GetFileName(path)}: unknown key “{string.Join("”, “", unknown)}”; a recipe has {string.Join(", ", Keys)}.");
            }

            return json.RootElement.Deserialize<Recipe>(BodyJson.Options)!;
        }
        catch (JsonException broken)
        {
            throw new RecipeException($"{Path.GetFileName(path)}: {broken.Message}", broken);
        }
    }
}
