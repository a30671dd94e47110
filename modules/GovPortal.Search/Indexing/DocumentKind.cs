namespace GovPortal.Search.Indexing;

/// <summary>What a legal document calls itself (Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15, Điều 4), and the commonest of offices.</summary>
internal enum DocumentKind
{
    None,
    Law,
    Ordinance,
    Decree,
    Circular,
    Decision,
    Resolution,
    Directive,
}

/// <summary>Reads the kind at the beginning of a title or a question.</summary>
internal static class DocumentKinds
{
    private static readonly (string Name, DocumentKind Kind)[] names =
    [
        ("bo luat ", DocumentKind.Law), ("luat ", DocumentKind.Law), ("hien phap", DocumentKind.Law), ("phap lenh ", DocumentKind.Ordinance), ("nghi dinh ", DocumentKind.Decree), ("thong tu ", DocumentKind.Circular),
        ("quyet dinh ", DocumentKind.Decision), ("nghi quyet ", DocumentKind.Resolution), ("chi thi ", DocumentKind.Directive),
    ];

    /// <param name="folded">A title or question without diacritics.</param>
    public static DocumentKind Of(string folded) => names.FirstOrDefault(name => folded.StartsWith(name.Name, StringComparison.Ordinal)).Kind;
}
