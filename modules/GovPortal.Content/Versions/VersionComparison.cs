using GovPortal.Core.Files;
using GovPortal.Publishing.Content;

namespace GovPortal.Content.Versions;

/// <summary>Two versions of an item, as an editor reads them: field by field where its type names its fields, else by title, summary and text.</summary>
public sealed record VersionComparison(IReadOnlyList<ComparedPart> Parts, bool IsSame)
{
    /// <summary>Compares two bodies of a type.</summary>
    /// <param name="say">The sentence of a text key.</param>
    public static VersionComparison Of(IContentType type, object older, object newer, Func<string, string> say)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(say);
        (string Label, string? Older, string? Newer)[] fields = [.. type.FieldsOf(older, say).Zip(type.FieldsOf(newer, say), (old, now) => (old.Label, old.Text, now.Text))];
        var parts = fields.Length > 0 ? fields : Usual(type, older, newer, say);
        return new VersionComparison(
            [.. parts.Where(p => (p.Older ?? "") != (p.Newer ?? "")).Select(p => new ComparedPart(p.Label, WordDifference.Of(p.Older ?? "", p.Newer ?? "")))],
            BodyJson.Write(older, type.BodyType) == BodyJson.Write(newer, type.BodyType));
    }

    private static (string Label, string? Older, string? Newer)[] Usual(IContentType type, object older, object newer, Func<string, string> say)
    {
        var (oldFacts, newFacts) = (type.FactsOf(older), type.FactsOf(newer));
        var (oldText, newText) = (type.TextOf(older), type.TextOf(newer));
        (string Name, string? Older, string? Newer)[] parts =
        [
            ("title", oldFacts.Title, newFacts.Title),
            ("code", oldFacts.Code, newFacts.Code),
            ("summary", oldFacts.Summary, newFacts.Summary),
            ("picture", oldFacts.Picture, newFacts.Picture),
            ("picture-alt", oldFacts.PictureAlt, newFacts.PictureAlt),
            ("terms", Words(oldFacts), Words(newFacts)),
            ("keywords", oldText.Keywords, newText.Keywords),
            ("body", oldText.Body, newText.Body),
        ];
        return [.. parts.Select(part => (say("desk.compare.part." + part.Name), part.Older, part.Newer))];
    }

    private static string Words(ContentFacts facts) => string.Join(", ", facts.Terms.Select(term => term.Label));
}

/// <param name="Label">What people call the field.</param>
public sealed record ComparedPart(string Label, IReadOnlyList<TextRun> Runs);
