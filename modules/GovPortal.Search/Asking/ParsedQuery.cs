using GovPortal.Core.Text;
using GovPortal.Search.Indexing;

namespace GovPortal.Search.Asking;

/// <summary>A word of the question. <see cref="Exact"/> is null when it was typed without diacritics: any spelling then counts in full.</summary>
/// <param name="Weight">1, or less for words that only make a question of it.</param>
internal sealed record QueryWord(string Folded, string? Exact, float Weight = 1);

/// <summary>One way to say a part of the question.</summary>
/// <param name="IsTyped">True for the person's own words.</param>
internal sealed record Wording(IReadOnlyList<QueryWord> Words, float Weight, bool IsTyped = false);

/// <summary>A part of the question that is answered by any of its wordings; the first is the person's own, or the likeliest of what a need means.</summary>
/// <param name="IsBonus">True for what an entry need not hold to be found, but is the better for.</param>
internal sealed record QueryPart(IReadOnlyList<Wording> Wordings, bool IsBonus = false);

/// <summary>A question as the index is asked it: keys to find exactly, and parts to find by their words.</summary>
internal sealed record ParsedQuery(string Text, IReadOnlyList<QueryKey> Keys, IReadOnlyList<QueryPart> Parts, IReadOnlyList<QueryWord> Words)
{
    // Words that make of a paper one that is given again, changed, prolonged or ended.
    private static readonly HashSet<string> again = ["lai", "doi", "han", "hoi", "sua", "chinh", "dut", "ngung", "khoi", "huy", "xoa", "dung", "thoi", "mat", "hong", "sai", "thay", "rach", "het"];

    /// <summary>Whether the question asks for a paper again, or to change or end something.</summary>
    public bool AsksAgain => Words.Concat(Parts.SelectMany(part => part.Wordings.Take(1)).SelectMany(wording => wording.Words)).Any(word => again.Contains(word.Folded));

    /// <summary>Whether the question names the level that it asks about.</summary>
    public bool AsksLevel => TitleCore.LevelOf(VietnameseText.Fold(Text)) != Level.None;

    /// <summary>How many words told of a need, and count little beside it; 0 where none was read.</summary>
    public int Told { get; init; }

    public bool HasNeed => Told > 0;

    /// <summary>Codes of the procedures that the need asks for before all others.</summary>
    public IReadOnlyList<string> NeededCodes { get; init; } = [];

    /// <summary>True when nothing was asked at all; a question of signs only is not empty and finds nothing.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>Words worth marking in what is found.</summary>
    public IEnumerable<QueryWord> Telling =>
        Parts.Where(part => !part.IsBonus).SelectMany(part => part.Wordings).SelectMany(wording => wording.Words).Where(word => word.Weight >= Weights.TellingWord);
}
