using GovPortal.Publishing.Search;

namespace GovPortal.Search.Indexing;

/// <summary>A part of an entry that is searched with a weight of its own.</summary>
/// <param name="MostLetters">Text beyond this is not searched; a law's full text would drown the index otherwise.</param>
internal sealed record Zone(int Number, string Words, string? Pairs, int MostLetters)
{
    public static readonly Zone Title = new(0, "title", "title-pairs", 2_000);
    public static readonly Zone Keywords = new(1, "keywords", "keywords-pairs", 4_000);
    public static readonly Zone Summary = new(2, "summary", "summary-pairs", 4_000);
    public static readonly Zone Body = new(3, "body", null, 40_000);

    public static readonly Zone[] All = [Title, Keywords, Summary, Body];

    /// <summary>Whether words are also kept with their diacritics. Not in the body: there they would cost most and tell least.</summary>
    public bool KeepsExact => Pairs is not null;

    /// <summary>Name of the column with the number of words.</summary>
    public string Length { get; } = Words + "-length";

    public string? TextOf(SearchEntry entry) => Number switch
    {
        0 => entry.Title,
        1 => entry.Text.Keywords,
        2 => entry.Text.Summary,
        _ => entry.Text.Body,
    };
}
