using System.Text.Json;
using GovPortal.Core.Text;

namespace GovPortal.Publishing.Import;

/// <summary>Reads the fields of a foreign record: absent, null and empty are the same, numbers are read as text.</summary>
public readonly struct RecordFields(JsonElement json)
{
    /// <summary>The first of the fields that holds something, as it stands.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (json.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array)
                && value.ToString() is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>Text on one line in NFC, without what cannot be seen.</summary>
    public string? Line(string name) => Text(name) is { } text && VietnameseText.NormalizeLine(text) is { Length: > 0 } line ? line : null;

    /// <summary>Text in NFC with its lines.</summary>
    public string? Lines(string name) => Text(name) is { } text && VietnameseText.Normalize(text).Trim() is { Length: > 0 } lines ? lines : null;

    /// <summary>A calendar day as <see cref="WrittenDay"/> reads it, with or without a time behind it; null when absent.</summary>
    /// <returns>False when something stands there that is no day, or none that a site shows.</returns>
    public bool TryDay(string name, out DateOnly? day)
    {
        day = null;
        if (Line(name) is not { } text)
        {
            return true;
        }

        if (!WrittenDay.TryParse(text, out var read) || !WrittenDay.IsInRange(read))
        {
            return false;
        }

        day = read;
        return true;
    }

    /// <summary>An instant, in Vietnamese time where it says no other; null when absent.</summary>
    /// <returns>False when something stands there that is none, or none that a site shows.</returns>
    public bool TryInstant(string name, out DateTimeOffset? instant)
    {
        instant = null;
        if (Line(name) is not { } text)
        {
            return true;
        }

        if (!WrittenDay.TryParseInstant(text, out var read))
        {
            return false;
        }

        instant = read;
        return true;
    }

    public bool IsTrue(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>What the list holds; nothing in it is nothing.</summary>
    public IEnumerable<JsonElement> List(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Where(one => one.ValueKind != JsonValueKind.Null) : [];
}
