using System.Text.Json;
using GovPortal.Migration.Reading;
using GovPortal.Publishing.Import;

namespace GovPortal.Migration.Orchard;

/// <summary>The media of a recipe: entries of its package, or bytes that stand in it.</summary>
/// <param name="packed">The package; null for a recipe alone.</param>
internal sealed class OrchardMedia(PackedFiles? packed) : IPackedFiles, IDisposable
{
    /// <summary>Where Orchard shows its media.</summary>
    public const string Root = "/media/";

    // Of what stands in a recipe as Base64 no more is kept; larger ones come in packages.
    private const int MostInRecipe = 200;

    private readonly Dictionary<string, string> inRecipe = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Learns where the files of a media step are.</summary>
    public void Learn(JsonElement step)
    {
        foreach (var file in OrchardValue.List(step, "Files"))
        {
            if (OrchardValue.Plain(file, "TargetPath") is not { } target)
            {
                continue;
            }

            if (OrchardValue.Plain(file, "SourcePath") is { } source)
            {
                packed?.Alias(Root + target.TrimStart('/'), source);
            }
            else if (OrchardValue.Raw(file, "Base64") is { } bytes && inRecipe.Count < MostInRecipe)
            {
                inRecipe[Root + target.TrimStart('/')] = bytes;
            }
        }
    }

    public async Task<byte[]?> FindAsync(string path, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (inRecipe.TryGetValue(path, out var text))
        {
            var bytes = new byte[text.Length];
            return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
        }

        return packed is null ? null : await packed.FindAsync(path, ct) ?? (path.StartsWith(Root, StringComparison.OrdinalIgnoreCase) ? await packed.FindAsync(path[Root.Length..], ct) : null);
    }

    public Stream? OpenRecipe()
    {
        var name = packed?.Names.Where(name => name.EndsWith("recipe.json", StringComparison.OrdinalIgnoreCase)).MinBy(name => name.Length);
        return name is null ? null : packed!.Open(name);
    }

    public void Dispose() => packed?.Dispose();
}
