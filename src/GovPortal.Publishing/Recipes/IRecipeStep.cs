using System.Text.Json;
using GovPortal.Core.Tenancy;

namespace GovPortal.Publishing.Recipes;

/// <summary>One thing a recipe may ask of a module. Doing it twice leaves the site as doing it once.</summary>
public interface IRecipeStep
{
    /// <summary>The word behind <c>"do"</c>.</summary>
    string Name { get; }

    /// <summary>The keys the step understands besides <c>do</c>; any other is a mistake.</summary>
    IReadOnlySet<string> Keys { get; }

    /// <exception cref="RecipeException">What is wrong with the step's values, in words for the recipe's author.</exception>
    Task ApplyAsync(RecipeContext context, JsonElement step, CancellationToken ct);
}

/// <summary>Where a recipe is being applied.</summary>
/// <param name="Folder">The recipe's folder; files it names lie below.</param>
public sealed record RecipeContext(Tenant Tenant, string Folder, IProgress<RecipeProgress>? Progress)
{
    /// <summary>The file a step names.</summary>
    /// <exception cref="RecipeException">It is missing or lies outside the recipe's folder.</exception>
    public string FileOf(JsonElement step, string key)
    {
        var name = step.GetProperty(key).GetString() ?? "";
        var path = Path.GetFullPath(Path.Combine(Folder, name));
        if (!path.StartsWith(Path.GetFullPath(Folder), StringComparison.Ordinal) || !(File.Exists(path) || Directory.Exists(path)))
        {
            throw new RecipeException($"“{key}”: “{name}” is not there; put it into {Folder} or correct the name.");
        }

        return path;
    }
}

/// <summary>How far a recipe is.</summary>
/// <param name="What">What is being done, for people.</param>
public sealed record RecipeProgress(string What, int Done, int InAll);

/// <summary>A recipe cannot be applied; the message says which, where and why.</summary>
public sealed class RecipeException : Exception
{
    public RecipeException()
    {
    }

    public RecipeException(string message) : base(message)
    {
    }

    public RecipeException(string message, Exception inner) : base(message, inner)
    {
    }
}
