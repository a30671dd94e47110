using System.Text.Json;
using GovPortal.Core.Files;
using GovPortal.Core.Text;
using GovPortal.Publishing.Moves;
using GovPortal.Publishing.Recipes;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Sites.Recipes;

/// <summary>
/// Makes agencies part of another, as happened before: <c>{ "do": "merge", "from": [ "so-a" ], "into": "so-b", "on": "2025-03-01", "decision": "Nghị quyết …" }</c>.
/// Those that have ended already stay as they are.
/// </summary>
public sealed class MergeStep(SiteMerging merging, TenantDirectory directory) : IRecipeStep
{
    public string Name => "merge";

    public IReadOnlySet<string> Keys { get; } = new HashSet<string> { "from", "into", "on", "decision" };

    public async Task ApplyAsync(RecipeContext context, JsonElement step, CancellationToken ct)
    {
        var wanted = step.Deserialize<Merger>(BodyJson.Options)!;
        if (!WrittenDay.TryParse(wanted.On, out var on))
        {
            throw new RecipeException($"“on” is “{wanted.On}”, which is no day");
        }

        string[] from = [.. wanted.From.Where(name => directory.FindByName(name) is not { Settings.Closing: not null })];
        if (from.Length > 0 && (await merging.MergeAsync(new MergeOrder(from, wanted.Into, on) { Decision = wanted.Decision }, by: null, ct)).Refusals is [var refusal, ..])
        {
            throw new RecipeException($"“{refusal.Field}” is “{refusal.Value}” ({refusal.Code})");
        }
    }

    private sealed record Merger(IReadOnlyList<string> From, string Into, string On, string? Decision = null);
}
