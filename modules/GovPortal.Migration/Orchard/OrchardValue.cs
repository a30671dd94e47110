using System.Text.Json;
using System.Text.RegularExpressions;

namespace GovPortal.Migration.Orchard;

/// <summary>Reads values of a recipe. Those that Orchard would compute (<c>[js: …]</c>, <c>[file: …]</c>) are no values here: nothing of a recipe is run.</summary>
internal static partial class OrchardValue
{
    /// <summary>The element at a path of names; null where a step of it is missing.</summary>
    public static JsonElement? At(JsonElement from, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(name, out from))
            {
                return null;
            }
        }

        return from;
    }

    /// <summary>The text as it stands, an expression too.</summary>
    public static string? Raw(JsonElement from, params ReadOnlySpan<string> path) => At(from, path) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value ? value : null;

    /// <summary>The text; null where an expression stands.</summary>
    public static string? Plain(JsonElement from, params ReadOnlySpan<string> path) => Raw(from, path) is { } text && !Expression().IsMatch(text) ? text : null;

    public static bool IsFalse(JsonElement from, string name) => At(from, name) is { ValueKind: JsonValueKind.False };

    public static IEnumerable<JsonElement> List(JsonElement from, params ReadOnlySpan<string> path) => At(from, path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The first path of a field that holds media.</summary>
    public static string? Media(JsonElement field) => List(field, "Paths").Where(path => path.ValueKind == JsonValueKind.String).Select(path => path.GetString()).FirstOrDefault(path => path is { Length: > 0 } && !Expression().IsMatch(path));

    [GeneratedRegex(@"^\s*\[\s*[a-z]+\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Expression();
}
