using System.Reflection;
using System.Text.Json;
using GovPortal.Core.Text;

namespace GovPortal.Search.Asking;

/// <summary>The word lists that ship with the module, in <c>lexicon/</c>.</summary>
internal static class Lexicon
{
    private const string NeedsPrefix = "lexicon.needs.";

    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web);

    public static Phrases Questions { get; } = new(Lines("questions.txt"));

    public static Synonyms Synonyms { get; } = new(Lines("synonyms.txt").Concat(Lines("abbreviations.txt")));

    /// <summary>Casual spellings, and what they are short for.</summary>
    public static CasualWords Casual { get; } = new(Lines("casual.txt"));

    /// <summary>Words that ask for a fee, a time, papers or a place.</summary>
    public static AskedFacts Facts { get; } = new(Json<Dictionary<string, IReadOnlyList<string>>>("asked.json"));

    public static NeedFile NeedFile { get; } = ReadNeeds();

    public static Needs Needs { get; } = new(NeedFile);

    /// <summary>English words that people ask with; no keys of a Vietnamese keyboard.</summary>
    public static IReadOnlySet<string> English { get; } = Lines("english.txt").SelectMany(line => line.Split(' ')).ToHashSet();

    /// <summary>Lines that are neither empty nor a remark (<c>#</c>).</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        using var reader = new StreamReader(Open("lexicon." + name));
        return [.. reader.ReadToEnd().Split('\n').Select(VietnameseText.NormalizeLine).Where(line => line.Length > 0 && line[0] != '#')];
    }

    public static T Json<T>(string name)
    {
        using var stream = Open("lexicon." + name);
        return JsonSerializer.Deserialize<T>(stream, json) ?? throw new InvalidDataException($"The word list {name} is empty.");
    }

    private static NeedFile ReadNeeds()
    {
        var classes = Json<Dictionary<string, IReadOnlyList<string>>>("classes.json");
        var files = Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(NeedsPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return new NeedFile(classes, [.. files.SelectMany(name => Json<List<NeedEntry>>(name["lexicon.".Length..]))]);
    }

    private static Stream Open(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new FileNotFoundException("The word list is not part of the module.", name);
}
