using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovPortal.Core.Localization;
using GovPortal.Storage.People;

namespace GovPortal.Content.Admin;

/// <summary>One thing that an act changed, in words.</summary>
/// <param name="Old">Null where there was nothing.</param>
/// <param name="New">Null where there is nothing any more.</param>
public sealed record AuditChange(string Label, string? Old, string? New)
{
    /// <summary>Whether the act changed something that was there, rather than saying what began or ended.</summary>
    public required bool IsChange { get; init; }
}

/// <summary>Tells what an entry of the audit log says of before and after as people read it.</summary>
public sealed class AuditWords(Texts texts, VisitedSite site)
{
    private const string Label = "audit.field.";
    private const string Value = "audit.value.";

    // A list of lines has no name of its own: it is what the act was about.
    private const string Lines = "lines";

    public IReadOnlyList<AuditChange> Of(AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var area = entry.Act.Split('.')[0];
        var (before, after) = (FieldsOf(entry.Before), FieldsOf(entry.After));
        return [.. before.Keys.Union(after.Keys).Select(field => (Field: field, Said: Differing(field, before.GetValueOrDefault(field), after.GetValueOrDefault(field))))
            .Where(change => change.Said.Old != change.Said.New)
            .Select(change => new AuditChange(LabelOf(area, change.Field), change.Said.Old, change.Said.New) { IsChange = entry.Before is not null && entry.After is not null })];
    }

    /// <summary>Name of a field, as the form that fills it calls it.</summary>
    private string LabelOf(string area, string field)
    {
        var names = new[] { $"{Label}{area}.{field}", Label + field, $"sites.settings.{char.ToUpperInvariant(field[0])}{field[1..]}" };
        return names.FirstOrDefault(texts.Has) is { } key ? texts.In(site.Language, key) : field;
    }

    private static Dictionary<string, JsonNode?> FieldsOf(string? json) => json is null ? [] : JsonNode.Parse(json) switch
    {
        JsonObject fields => fields.ToDictionary(f => f.Key, f => f.Value),
        var lines => new Dictionary<string, JsonNode?> { [Lines] = lines },
    };

    /// <summary>Both sides in words; of two lists only the lines that came or went, or all of them where only their order changed.</summary>
    private (string? Old, string? New) Differing(string field, JsonNode? before, JsonNode? after)
    {
        if (before is not JsonArray old || after is not JsonArray now)
        {
            return (Said(field, before), Said(field, after));
        }

        var (gone, come) = (LinesOf(field, old), LinesOf(field, now));
        var isOrder = gone.ToHashSet().SetEquals(come);
        return isOrder ? (Joined(gone), Joined(come)) : (Joined(gone.Except(come)), Joined(come.Except(gone)));
    }

    private static string? Joined(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } said ? said : null;

    private string? Said(string field, JsonNode? value) => value switch
    {
        null => null,
        JsonArray lines => Joined(LinesOf(field, lines)),
        JsonObject pairs => string.Join('\n', pairs.Select(pair => $"{Word(field, pair.Key)}: {Said(pair.Key, pair.Value)}")),
        _ => value.GetValueKind() switch
        {
            JsonValueKind.True => texts.In(site.Language, Value + "yes"),
            JsonValueKind.False => texts.In(site.Language, Value + "no"),
            JsonValueKind.String => value.GetValue<string>() is { Length: > 0 } text ? Word(field, text) : null,
            _ => value.ToJsonString(),
        },
    };

    private List<string> LinesOf(string field, JsonArray lines) => [.. lines.SelectMany(line => LinesOf(field, line))];

    // A line of a menu, a banner, a category: what it is called, where it leads, and those below it.
    private IEnumerable<string> LinesOf(string field, JsonNode? line)
    {
        if (line is not JsonObject parts)
        {
            return Said(field, line) is { } said ? [said] : [];
        }

        var own = parts.Where(part => part.Value is JsonValue).Select(PartOf).OfType<string>().ToArray();
        var below = parts.Select(part => part.Value).OfType<JsonArray>().SelectMany(lines => LinesOf(field, lines)).Select(child => "– " + child);
        return [string.Join(" · ", own), .. below];
    }

    // What is so is named; what is not so needs no word.
    private string? PartOf(KeyValuePair<string, JsonNode?> part) => part.Value!.GetValueKind() switch
    {
        JsonValueKind.True => LabelOf("line", part.Key),
        JsonValueKind.False => null,
        _ => Said(part.Key, part.Value),
    };

    /// <summary>A word that stands for something, or what was written, as it is.</summary>
    private string Word(string field, string text)
    {
        if (field == "roles")
        {
            return string.Join(", ", text.Split(' ').Select(role => Known("users.role." + role) ?? role));
        }

        return Known($"{Value}{field}.{text}") ?? (field switch
        {
            "state" => Known("desk.state." + text),
            "stage" => Known("desk.stage." + text),
            "sections" or "counts" => Known("home.section." + text),
            _ => null,
        }) ?? TimeIn(text) ?? text;
    }

    private string? Known(string key) => texts.Has(key) ? texts.In(site.Language, key) : null;

    private string? TimeIn(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)
        : text.Length > 18 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant) ? site.Tenant.WallSecond(instant)
        : null;
}
