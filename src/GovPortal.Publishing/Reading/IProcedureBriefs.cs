namespace GovPortal.Publishing.Reading;

/// <summary>
/// What procedures take, cost and need, a line each, in the visitor's language and from their own published records. The module of procedures
/// implements it; others ask for all there are and get none where that module is gone.
/// </summary>
public interface IProcedureBriefs
{
    /// <summary>Of live items by their numbers; what is no procedure, or no longer live, is missing.</summary>
    Task<IReadOnlyDictionary<long, ProcedureBrief>> ReadAsync(IReadOnlyCollection<long> itemIds, CancellationToken ct);

    /// <summary>By their codes: the visited site's own where it has one, else the province's first. What nobody publishes is missing.</summary>
    Task<IReadOnlyDictionary<string, ProcedureBrief>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken ct);
}

/// <param name="Path">Below the root of its site.</param>
/// <param name="Time">In words, such as “3 ngày làm việc”.</param>
/// <param name="Where">Who takes the dossier; null where the record names nobody.</param>
public sealed record ProcedureBrief(long ItemId, int TenantId, string Code, string Name, string Path, string Time, string Fee, string? Where)
{
    /// <summary>Papers to bring, those that are required first; shortened names.</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>Papers besides those, and papers of other cases.</summary>
    public int MorePapers { get; init; }
}
