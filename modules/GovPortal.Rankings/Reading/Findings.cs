using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Publishing.Content;

namespace GovPortal.Rankings.Reading;

/// <summary>Mistakes and remarks found in a file, and the reading of single fields that finds them.</summary>
internal sealed class Findings
{
    public const int MostTold = 20;
    private const int LongestName = 300;
    private const int LongestShown = 80;

    // Beyond this, numbers no longer tell neighbours apart and sums of squares leave the range.
    private const double Greatest = 1e15;

    private readonly List<Refusal> refusals = [];
    private readonly Dictionary<string, Refusal> remarks = [];

    public int Count { get; private set; }

    public IReadOnlyList<Refusal> Refusals => refusals;

    public IReadOnlyList<Refusal> Remarks => [.. remarks.Values];

    public void Refuse(string code, string field, string? value = null)
    {
        Count++;
        if (refusals.Count < MostTold)
        {
            refusals.Add(new Refusal(code, field, Shown(value)));
        }
    }

    /// <summary>Said once for each code and value, at the first place.</summary>
    public void Remark(string code, string field, string? value = null) => remarks.TryAdd($"{code} {value}", new Refusal(code, field, Shown(value)));

    /// <summary>The field, where it is there and not null.</summary>
    public static JsonElement? Find(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null ? found : null;

    public bool IsObject(JsonElement element, string path) => Is(JsonValueKind.Object, element, path, "rankings.field.not-object");

    /// <summary>The entries of a list that must hold at least one and at most so many; none where it is not so.</summary>
    public IReadOnlyList<JsonElement> List(JsonElement parent, string name, string path, int most)
    {
        if (Find(parent, name) is not { } list)
        {
            Refuse("rankings.field.absent", path);
            return [];
        }

        if (!Is(JsonValueKind.Array, list, path, "rankings.field.not-list"))
        {
            return [];
        }

        var length = list.GetArrayLength();
        if (length == 0 || length > most)
        {
            Refuse(length == 0 ? "rankings.field.empty-list" : "rankings.field.too-many", path, length == 0 ? null : $"{length} > {most}");
            return [];
        }

        return [.. list.EnumerateArray()];
    }

    /// <summary>A name as it is written; empty where there is none.</summary>
    public string Name(JsonElement parent, string name, string path)
    {
        if (Find(parent, name) is not { } element)
        {
            Refuse("rankings.field.absent", path);
            return "";
        }

        if (TextOf(element) is not { } text || string.IsNullOrWhiteSpace(text) || text.Length > LongestName || text.Any(char.IsControl))
        {
            Refuse("rankings.field.no-name", path, element.GetRawText());
            return "";
        }

        return text;
    }

    /// <summary>A finite number of bearable size, or the one that stands for an absent field; null where it is something else.</summary>
    public double? Number(JsonElement parent, string name, string path, double? usual)
    {
        if (Find(parent, name) is not { } element)
        {
            if (usual is null)
            {
                Refuse("rankings.field.absent", path);
            }

            return usual;
        }

        return Number(element, path, "rankings.field.not-number");
    }

    /// <param name="code">What is said of anything but a number.</param>
    public double? Number(JsonElement element, string path, string code)
    {
        if (element.ValueKind != JsonValueKind.Number)
        {
            Refuse(code, path, element.GetRawText());
            return null;
        }

        if (element.TryGetDouble(out var number) && Math.Abs(number) <= Greatest)
        {
            return number;
        }

        Refuse("rankings.number.too-large", path, element.GetRawText());
        return null;
    }

    /// <summary>Remarks on fields nobody reads, which may be misspelt.</summary>
    public void ReadOnly(JsonElement element, string path, params ReadOnlySpan<string> names)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                Remark("rankings.remark.unknown-field", path, property.Name);
            }
        }
    }

    /// <summary>The form in which names are compared: composed letters, no space around.</summary>
    public static string Key(string name) => name.Trim().Normalize(NormalizationForm.FormC);

    /// <summary>The text of an element; null where it is none, or holds half a letter.</summary>
    public static string? TextOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair written as an escape: no text in any language.
            return null;
        }
    }

    public static string Written(double number) => number.ToString(CultureInfo.InvariantCulture);

    private bool Is(JsonValueKind kind, JsonElement element, string path, string code)
    {
        if (element.ValueKind == kind)
        {
            return true;
        }

        Refuse(code, path, element.GetRawText());
        return false;
    }

    /// <summary>A piece of what was given, fit for a sentence: short, on one line, without control characters.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Shown(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var start = value.Length > LongestShown ? value[..LongestShown] + "…" : value;
        return string.Concat(start.Select(letter => char.IsControl(letter) ? ' ' : letter));
    }
}
