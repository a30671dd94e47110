using GovPortal.Core.Configuration;

namespace GovPortal.Core.Text;

/// <summary>The number and symbol of a legal or official document (Decree 30/2020/NĐ-CP), read from any spelling people use for it.</summary>
/// <param name="Number">Without leading zeros.</param>
/// <param name="Year">Null for documents whose number carries none, for example <c>633/QĐ-UBND</c>.</param>
/// <param name="Symbol">In capitals, for example <c>NĐ-CP</c>; null when only a type or a year was given.</param>
/// <param name="Type">Folded abbreviation of the type, for example <c>nd</c>; null when neither the words nor the symbol tell it.</param>
public sealed partial record DocumentNumber(string Number, string? Year, string? Symbol, string? Type)
{
    /// <summary>As the document itself spells it: <c>42/2022/NĐ-CP</c>, or as much of it as is known.</summary>
    public string Canonical => string.Join('/', new[] { Number, Year, Symbol }.Where(part => part is not null));

    /// <summary>The most telling key this spelling gives: with symbol, else with type, else number and year. Dashes are no part of it, for people leave them out.</summary>
    public string Key => Symbol is not null ? $"{NumberKey}/{Squeezed(Symbol)}" : Type is not null ? TypeKey : NumberKey;

    /// <summary>Every key under which a document of this number may be asked for, most telling first.</summary>
    public IReadOnlyList<string> Keys
    {
        get
        {
            var keys = new List<string> { Key };
            if (Type is not null)
            {
                keys.Add(TypeKey);
            }

            if (Year is not null)
            {
                keys.Add(NumberKey);
            }

            return [.. keys.Distinct()];
        }
    }

    private string NumberKey => Year is null ? Number : $"{Number}/{Year}";

    private static string Squeezed(string symbol) => string.Concat(VietnameseText.Fold(symbol).Where(char.IsLetterOrDigit));

    private string TypeKey => $"{Type} {NumberKey}";

    /// <summary>Reads text that is one document number and nothing else, such as <c>nd 42/2022</c> or <c>Nghị định số 42/2022/NĐ-CP</c>.</summary>
    public static bool TryParse(string? text, out DocumentNumber number)
    {
        var line = VietnameseText.NormalizeLine(text ?? "");
        var found = FindAll(line);
        var isWhole = found.Count == 1 && found[0].Start == 0 && found[0].Length == line.Length;
        number = isWhole ? found[0].Number : new DocumentNumber("", null, null, null);
        return isWhole;
    }

    /// <summary>Every document number in running text; positions are those of the NFC text given.</summary>
    public static IReadOnlyList<DocumentMention> FindAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return [];
        }

        // Positions in the folded text are positions in the text itself only while no stray combining mark was dropped.
        var folded = VietnameseText.Fold(text);
        var shown = folded.Length == text.Length ? text : folded;
        (folded, shown) = (WithPlainDashes(folded), WithPlainDashes(shown));
        var mentions = new List<DocumentMention>();
        foreach (var match in Mention().EnumerateMatches(folded))
        {
            var parts = Mention().Match(folded, match.Index);
            mentions.Add(new DocumentMention(match.Index, match.Length, Read(parts, shown)));
        }

        return mentions;
    }

    // What word processors make of a dash, and what file names put in its place.
    private static string WithPlainDashes(string text) => text.Replace('\u2010', '-').Replace('\u2011', '-').Replace('\u2013', '-').Replace('\u2014', '-').Replace('\u2212', '-').Replace('_', '-');
}

/// <summary>Where a document's number stands in a text.</summary>
public readonly record struct DocumentMention(int Start, int Length, DocumentNumber Number);
