using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovPortal.Publishing.Content;

/// <summary>A field whose words were changed here while its source changed them too; what stands here was kept.</summary>
/// <param name="Field">Name of the field in the stored record, for example <c>body</c>.</param>
/// <param name="Ours">What stands here: at most 80 characters from where the two part.</param>
/// <param name="Theirs">What the source says there.</param>
public sealed record KeptField(string Field, string Ours, string Theirs);

/// <summary>What came of a merge.</summary>
/// <param name="Body">The record with the source's words in every field that nobody changed here.</param>
/// <param name="TakesNothing">True when the source changed no field that is its own.</param>
internal sealed record MergedBody(string Body, IReadOnlyList<KeptField> Kept, bool TakesNothing);

/// <summary>
/// Puts together what a source says now with what stands here, field by field, by what the source said last: a field that people
/// changed stays theirs, any other follows the source (decision 0020).
/// </summary>
internal static class FieldMerge
{
    private const int MostShown = 80;

    /// <param name="last">What the source said last; null when that is not known, and then every difference counts as made here.</param>
    /// <param name="groups">Every field, with those that make sense only together.</param>
    public static MergedBody Merge(string? last, string ours, string theirs, IReadOnlyList<IReadOnlyList<string>> groups)
    {
        var (before, here, now) = (last is null ? null : Fields(last), Fields(ours), Fields(theirs));
        var merged = new JsonObject();
        var kept = new List<KeptField>();
        var takesNothing = true;
        foreach (var group in groups)
        {
            bool AllAlike(JsonObject one, JsonObject other) => group.All(field => AreAlike(one[field], other[field]));
            var isTouched = before is null ? !AllAlike(here, now) : !AllAlike(here, before);
            if (isTouched && !AllAlike(here, now) && (before is null || !AllAlike(now, before)))
            {
                kept.AddRange(group.Where(field => !AreAlike(here[field], now[field])).Select(field => KeptOf(field, here[field], now[field])));
            }

            takesNothing &= isTouched || AllAlike(here, now);
            foreach (var field in group)
            {
                if ((isTouched ? here : now)[field] is { } value)
                {
                    merged[field] = value.DeepClone();
                }
            }
        }

        return new MergedBody(merged.ToJsonString(), kept, takesNothing);
    }

    /// <summary>Every field in which the two differ, as kept.</summary>
    public static IReadOnlyList<KeptField> Differences(string ours, string theirs, IReadOnlyList<IReadOnlyList<string>> groups)
    {
        var (here, now) = (Fields(ours), Fields(theirs));
        return [.. groups.SelectMany(group => group).Where(field => !AreAlike(here[field], now[field])).Select(field => KeptOf(field, here[field], now[field]))];
    }

    /// <summary>The fields of a type: those that go together, then each other by itself. What a record computes from others is none.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> GroupsOf(IContentType type)
    {
        var fields = type.BodyType.GetProperties().Where(property => property.CanWrite).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        return [.. type.FieldGroups, .. fields.Where(field => !type.FieldGroups.Any(group => group.Contains(field))).Select(field => new[] { field })];
    }

    private static JsonObject Fields(string body) => JsonNode.Parse(body)!.AsObject();

    /// <summary>Nothing is nothing, however it is written; forms end lines with two letters.</summary>
    private static bool AreAlike(JsonNode? one, JsonNode? other) => JsonNode.DeepEquals(Plain(one), Plain(other));

    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text.Length == 0 ? null : JsonValue.Create(text.ReplaceLineEndings("\n")),
        JsonValue value when value.TryGetValue<bool>(out var flag) && !flag => null,
        JsonArray { Count: 0 } => null,
        _ => node,
    };

    private static KeptField KeptOf(string field, JsonNode? ours, JsonNode? theirs)
    {
        var (here, now) = (TextOf(ours), TextOf(theirs));
        var alike = 0;
        while (alike < here.Length && alike < now.Length && here[alike] == now[alike])
        {
            alike++;
        }

        // A few words before where they part, so that the place is found.
        var start = Math.Max(0, alike - 20);
        return new KeptField(field, Excerpt(here, start), Excerpt(now, start));
    }

    private static string TextOf(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }),
    };

    private static string Excerpt(string text, int start)
    {
        if (start >= text.Length)
        {
            return text.Length <= MostShown ? text : "…" + text[^MostShown..];
        }

        var end = Math.Min(text.Length, start + MostShown);
        return string.Create(CultureInfo.InvariantCulture, $"{(start > 0 ? "…" : "")}{text[start..end]}{(end < text.Length ? "…" : "")}");
    }
}
