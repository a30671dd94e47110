using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using GovPortal.Core.Checking;

namespace GovPortal.Core.Localization;

/// <summary>Every sentence the product says, by key and language, from the <c>lang/vi.json</c> and <c>lang/en.json</c> of each room.</summary>
public sealed class Texts
{
    public const string Vietnamese = "vi";
    public const string English = "en";

    private readonly FrozenDictionary<string, string> vietnamese;
    private readonly FrozenDictionary<string, string> english;

    public Texts(IEnumerable<Assembly> rooms)
    {
        var assemblies = rooms.Distinct().ToArray();
        vietnamese = Load(assemblies, Vietnamese);
        english = Load(assemblies, English);
    }

    /// <summary>All keys of a language, for the test that both languages say the same.</summary>
    public IEnumerable<string> KeysIn(string language) => TableOf(language).Keys;

    /// <summary>The sentence of a key; Vietnamese where the language lacks it.</summary>
    /// <exception cref="KeyNotFoundException">No room has a sentence for the key.</exception>
    public string In(string language, string key) =>
        TableOf(language).TryGetValue(key, out var text) || vietnamese.TryGetValue(key, out text)
            ? text
            : throw new KeyNotFoundException($"No lang/*.json has a text for “{key}”.");

    /// <summary>The sentence of a key with its gaps filled.</summary>
    public string Filled(string language, string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, In(language, key), values);

    public bool Has(string key) => vietnamese.ContainsKey(key);

    /// <summary>Why something was refused, with what was given filled in.</summary>
    public string Sentence(string language, Refusal refusal) =>
        string.Format(CultureInfo.InvariantCulture, In(language, refusal.Code), refusal.Value, refusal.Field);

    private FrozenDictionary<string, string> TableOf(string language) => language == English ? english : vietnamese;

    private static FrozenDictionary<string, string> Load(IEnumerable<Assembly> rooms, string language)
    {
        var all = new Dictionary<string, string>();
        var twice = new List<string>();
        foreach (var room in rooms)
        {
            var resource = room.GetManifestResourceNames().SingleOrDefault(name => name.EndsWith($".lang.{language}.json", StringComparison.Ordinal));
            if (resource is null)
            {
                continue;
            }

            using var stream = room.GetManifestResourceStream(resource)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                if (!all.TryAdd(key, text))
                {
                    twice.Add($"{key} ({room.GetName().Name})");
                }
            }
        }

        return twice.Count == 0 ? all.ToFrozenDictionary() : throw new InvalidOperationException("Texts defined twice: " + string.Join(", ", twice));
    }
}
