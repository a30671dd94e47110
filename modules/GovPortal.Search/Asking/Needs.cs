namespace GovPortal.Search.Asking;

/// <summary>What people tell of their lives, and what the state calls what they need then.</summary>
internal sealed class Needs
{
    private const float LaterMeaning = 0.9f;

    private readonly Sayings<Meant> sayings = new();

    public Needs(NeedFile file)
    {
        foreach (var need in file.Needs)
        {
            var meant = new Meant([.. need.Means.Select((text, place) => new Wording(QueryParser.Cut(text), MathF.Pow(LaterMeaning, place)))], need.Codes ?? []);
            foreach (var said in need.Say)
            {
                sayings.Add(SaidLine.TryRead(said, file.Classes, out var line) ? line : throw new InvalidDataException($"The pattern “{said}” cannot be read."), meant);
            }
        }
    }

    /// <summary>How many ways of saying something are known.</summary>
    public int Count => sayings.Count;

    /// <summary>Every way to say an element of a pattern, word by word.</summary>
    public IEnumerable<List<QueryWord>> Said => sayings.Said;

    /// <summary>What the question tells of, and which of its words tell it; null when no pattern fits.</summary>
    public Need? Find(IReadOnlyList<QueryWord> words) =>
        sayings.Find(words) is { } found ? new Need(found.Meaning.Meanings, found.Meaning.Codes, found.Said, found.IsWhole) : null;

    private sealed record Meant(IReadOnlyList<Wording> Meanings, IReadOnlyList<string> Codes);
}

/// <summary>What a question tells of.</summary>
/// <param name="Meanings">The state's words for it, likeliest first.</param>
/// <param name="Codes">Procedures that answer before all others, where they are published.</param>
/// <param name="Said">Places of the words that tell it.</param>
/// <param name="IsWhole">Whether the words are all of the question: what holds them is found too, after what is likely meant.</param>
internal sealed record Need(IReadOnlyList<Wording> Meanings, IReadOnlyList<string> Codes, IReadOnlyList<int> Said, bool IsWhole);

/// <summary>Needs as they lie in a file.</summary>
/// <param name="Classes">Phrases that stand for each other, by name: <c>kin</c>, <c>died</c>.</param>
internal sealed record NeedFile(IReadOnlyDictionary<string, IReadOnlyList<string>> Classes, IReadOnlyList<NeedEntry> Needs);

/// <param name="Means">Words of the titles that answer, likeliest first.</param>
/// <param name="Say">Patterns: <c>{kin} .. {died}</c>; <c>= hộ chiếu</c> for a question of nothing else.</param>
/// <param name="Ask">A question that the entry must answer.</param>
/// <param name="Codes">Codes of the national catalogue that answer before all others: for names that several procedures share, or that run to a hundred words.</param>
internal sealed record NeedEntry(IReadOnlyList<string> Means, IReadOnlyList<string> Say, string Ask, IReadOnlyList<string>? Codes = null);
