using System.Text.RegularExpressions;
using GovPortal.Core.Text;

namespace GovPortal.Documents;

/// <summary>
/// Reads from the text of a document what it does to others: “Luật Đất đai số 45/2013/QH13 … hết hiệu lực kể từ ngày Luật này có hiệu lực”, “thay thế Nghị định số …”,
/// “bãi bỏ …”, “sửa đổi, bổ sung một số điều của …”. Proposals only: a person says yes by saving them.
/// </summary>
public static partial class ProposedRelations
{
    private const int Most = 30;
    private const int LongestSentence = 2_000;

    /// <param name="title">Abstract of the document.</param>
    /// <param name="text">Its plain text; null where only files exist.</param>
    /// <param name="own">Its own number, which it has nothing to do to.</param>
    public static IReadOnlyList<DocumentRelation> In(string title, string? text, string? own)
    {
        var found = new Dictionary<string, DocumentRelation>();
        foreach (var sentence in Sentences(title, text))
        {
            foreach (var relation in InSentence(sentence))
            {
                if (found.Count < Most && KeyOf(relation.Number) != (own is null ? null : KeyOf(own)))
                {
                    found.TryAdd(KeyOf(relation.Number), relation);
                }
            }
        }

        return [.. found.Values];
    }

    /// <summary>The same number in every spelling.</summary>
    public static string KeyOf(string number) => VietnameseText.Fold(number).Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<string> Sentences(string title, string? text) =>
        (text ?? "").Split(['\n', ';']).SelectMany(line => SentenceEnd().Split(line)).Prepend(title).Select(VietnameseText.NormalizeLine).Where(sentence => sentence.Length is > 0 and <= LongestSentence);

    private static IEnumerable<DocumentRelation> InSentence(string sentence)
    {
        // What was amended before is named behind it, and is no business of this document.
        var telling = Aside().Replace(sentence, " ");
        if (Ends().IsMatch(telling))
        {
            return Named(RelationKind.Replaces, telling[..Ends().Match(telling).Index]);
        }

        foreach (var (verb, kind) in new[] { (Replaces(), RelationKind.Replaces), (Repeals(), RelationKind.Repeals), (Amends(), RelationKind.Amends) })
        {
            if (verb.Match(telling) is { Success: true } said)
            {
                return Named(kind, telling[(said.Index + said.Length)..]);
            }
        }

        return [];
    }

    private static IEnumerable<DocumentRelation> Named(RelationKind kind, string words) => Number().Matches(words).Select(match => new DocumentRelation(kind, match.Value, null));

    [GeneratedRegex(@"\d{1,5}/(?:\d{4}/)?[\p{Lu}\u0110][\p{Lu}\u0110\d]*(?:[-\u2013][\p{Lu}\u0110][\p{Lu}\u0110\d]*)*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\u0111\u00e3 \u0111\u01b0\u1ee3c s\u1eeda \u0111\u1ed5i, b\u1ed5 sung.*?(?=h\u1ebft hi\u1ec7u l\u1ef1c|$)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"h\u1ebft hi\u1ec7u l\u1ef1c (?:thi h\u00e0nh )?(?:k\u1ec3 )?t\u1eeb (?:ng\u00e0y|khi)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Ends();

    [GeneratedRegex(@"\bthay th\u1ebf (?:cho )?(?=c\u00e1c |to\u00e0n b\u1ed9 |lu\u1eadt|b\u1ed9 lu\u1eadt|ph\u00e1p l\u1ec7nh|ngh\u1ecb|quy\u1ebft|th\u00f4ng|ch\u1ec9|v\u0103n b\u1ea3n)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Replaces();

    [GeneratedRegex(@"\bb\u00e3i b\u1ecf (?=c\u00e1c |to\u00e0n b\u1ed9 |lu\u1eadt|b\u1ed9 lu\u1eadt|ph\u00e1p l\u1ec7nh|ngh\u1ecb|quy\u1ebft|th\u00f4ng|ch\u1ec9|v\u0103n b\u1ea3n)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Repeals();

    [GeneratedRegex(@"s\u1eeda \u0111\u1ed5i(?:, b\u1ed5 sung)? (?:m\u1ed9t s\u1ed1 \u0111i\u1ec1u|\u0111i\u1ec1u|kho\u1ea3n|quy \u0111\u1ecbnh)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Amends();

    [GeneratedRegex(@"(?<=[^\d])\.\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex SentenceEnd();
}
