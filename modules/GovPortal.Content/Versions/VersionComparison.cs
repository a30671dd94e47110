using System.Text.Json;
using GovPortal.Core.Files;
using GovPortal.Publishing.Content;

namespace GovPortal.Content.Versions;

/// <summary>Two versions of an item, as an editor reads them: field by field where its type names its fields, else by title, summary and text. Whatever differs is in a part.</summary>
public sealed record VersionComparison(IReadOnlyList<ComparedPart> Parts)
{
    /// <summary>True when nothing at all differs.</summary>
    public bool IsSame => Parts.Count == 0;

    /// <summary>Compares two bodies of a type.</summary>
    /// <param name="say">The sentence of a text key.</param>
    /// <param name="beside">What of a version is not in its body, such as its address.</param>
    public static VersionComparison Of(IContentType type, object older, object newer, Func<string, string> say, params IEnumerable<ComparedPart> beside)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(say);
        (NamedText Older, NamedText Newer)[] named = [.. type.FieldsOf(older, say).Zip(type.FieldsOf(newer, say))];
        var fields = named.Length > 0 ? named : [.. Usual(type, older, say).Zip(Usual(type, newer, say))];
        ComparedPart[] parts = [.. fields.Select(f => new ComparedPart(f.Older, f.Newer)).Where(part => part.Differs)];
        return new VersionComparison([.. parts.Length > 0 ? parts : Stored(type, older, newer), .. beside.Where(part => part.Differs)]);
    }

    private static NamedText[] Usual(IContentType type, object body, Func<string, string> say)
    {
        var (facts, text) = (type.FactsOf(body), type.TextOf(body));
        (string Name, string? Text, NamedTextKind Kind)[] parts =
        [
            ("title", facts.Title, NamedTextKind.Plain),
            ("code", facts.Code, NamedTextKind.Plain),
            ("summary", facts.Summary, NamedTextKind.Plain),
            ("picture", facts.Picture, NamedTextKind.Picture),
            ("picture-alt", facts.PictureAlt, NamedTextKind.Plain),
            ("terms", string.Join(", ", facts.Terms.Select(term => term.Label)), NamedTextKind.Plain),
            ("keywords", text.Keywords, NamedTextKind.Plain),
            ("body", text.Body, NamedTextKind.Plain),
        ];
        return [.. parts.Select(part => new NamedText(say("desk.compare.part." + part.Name), part.Text ?? "") { Kind = part.Kind })];
    }

    // What no named field shows is shown as it is stored: nothing may go public unseen.
    private static IEnumerable<ComparedPart> Stored(IContentType type, object older, object newer)
    {
        using var old = JsonDocument.Parse(BodyJson.Write(older, type.BodyType));
        using var now = JsonDocument.Parse(BodyJson.Write(newer, type.BodyType));
        var (left, right) = (ValuesOf(old), ValuesOf(now));
        return [.. left.Keys.Union(right.Keys).Select(name => new ComparedPart(new NamedText(name, left.GetValueOrDefault(name, "")), new NamedText(name, right.GetValueOrDefault(name, "")))).Where(part => part.Differs)];
    }

    private static Dictionary<string, string> ValuesOf(JsonDocument body) => body.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ToString());
}

/// <summary>A field before and after.</summary>
public sealed record ComparedPart(NamedText Older, NamedText Newer)
{
    /// <summary>What people call the field.</summary>
    public string Label => Newer.Label;

    public NamedTextKind Kind => Newer.Kind;

    public bool Differs { get; } = Older.Text != Newer.Text;

    /// <summary>The words that stayed, went and came; of a picture its address.</summary>
    public IReadOnlyList<TextRun> Runs { get; } = WordDifference.Of(WordsOf(Older), WordsOf(Newer));

    /// <summary>The blocks that differ, for markup. Empty where only what nobody sees differs, such as blanks between elements.</summary>
    public IReadOnlyList<ComparedBlock> Blocks { get; } = Newer.Kind == NamedTextKind.Markup ? TreeComparison.Of(Older.Text, Newer.Text) : [];

    private static string WordsOf(NamedText text) =>
        text.Kind == NamedTextKind.Markup ? string.Join('\n', TextBlocks.Of(text.Text).Select(block => block.Text).Where(words => words.Length > 0)) : text.Text;
}
