using GovPortal.Core.Content;
using GovPortal.Core.Storage;

namespace GovPortal.Content.Versions;

/// <summary>Two versions of an item, as an editor reads them: by what its type calls title, summary and text, whatever the type.</summary>
public sealed record VersionComparison(IReadOnlyList<ComparedPart> Parts, bool IsSame)
{
    /// <summary>Compares two bodies of a type.</summary>
    public static VersionComparison Of(IContentType type, object older, object newer)
    {
        ArgumentNullException.ThrowIfNull(type);
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
        return new VersionComparison(
            [.. parts.Where(p => (p.Older ?? "") != (p.Newer ?? "")).Select(p => new ComparedPart(p.Name, WordDifference.Of(p.Older ?? "", p.Newer ?? "")))],
            BodyJson.Write(older, type.BodyType) == BodyJson.Write(newer, type.BodyType));
    }

    private static string Words(ContentFacts facts) => string.Join(", ", facts.Terms.Select(term => term.Label));
}

/// <param name="Name">Last part of the key of its name.</param>
public sealed record ComparedPart(string Name, IReadOnlyList<TextRun> Runs);
