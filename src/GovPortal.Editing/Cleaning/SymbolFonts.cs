using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GovPortal.Editing.Cleaning;

/// <summary>Word writes an arrow as the letter à in the font Wingdings. Readers have no such font, so the letter becomes the sign that its writer saw.</summary>
public static partial class SymbolFonts
{
    // Letters that stand for the bytes 0x80 to 0x9F of Word's code page, in their order; 0 where it has none.
    private const string Windows1252 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    // What a Vietnamese Windows makes of its other bytes.
    private static readonly FrozenDictionary<char, int> windows1258 = new Dictionary<char, int>
    {
        ['\u0102'] = 0xC3,
        ['\u0103'] = 0xE3,
        ['\u0110'] = 0xD0,
        ['\u0111'] = 0xF0,
        ['\u01A0'] = 0xD5,
        ['\u01A1'] = 0xF5,
        ['\u01AF'] = 0xDD,
        ['\u01B0'] = 0xFD,
        ['\u0300'] = 0xCC,
        ['\u0309'] = 0xD2,
        ['\u0303'] = 0xDE,
        ['\u0301'] = 0xEC,
        ['\u0323'] = 0xF2,
        ['\u20AB'] = 0xFE,
    }.ToFrozenDictionary();

    /// <summary>The font that an element names for its words, in lower case; null where it names none.</summary>
    internal static string? FontOf(IElement element)
    {
        if (element.LocalName == "font" && element.GetAttribute("face") is { Length: > 0 } face)
        {
            return First(face);
        }

        return element.GetAttribute("style") is { } style ? FontIn(style) : null;
    }

    /// <summary>The font that declarations name, in lower case. Where Word says which font a sign is of, it may name another for letters.</summary>
    internal static string? FontIn(string style)
    {
        var said = OfSigns().Match(style) is { Success: true } sign && style.Contains("mso-char-type", StringComparison.OrdinalIgnoreCase) ? First(sign.Groups["names"].Value)
            : Family().Matches(style) is { Count: > 0 } named ? First(named[^1].Groups["names"].Value) : null;
        return said is "inherit" or "unset" or "revert" ? null : said;
    }

    /// <summary>The words with signs in place of letters; unknown signs are named.</summary>
    /// <param name="font">Name of the font that they were drawn in, in lower case; null where none is known.</param>
    public static string SignsOf(string words, string? font, Action<string> unknown)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(unknown);
        var isOfSigns = font is not null && SymbolSigns.IsOf(font) && !IsInAnotherFont(words);
        if (!isOfSigns && !HasPrivateSigns(words))
        {
            return words;
        }

        var signs = new StringBuilder(words.Length);
        foreach (var letter in words)
        {
            var sign = char.IsWhiteSpace(letter) ? null : isOfSigns && PlaceOf(letter) is { } place ? SymbolSigns.At(font!, place) : IsPrivate(letter) ? OfNumber(letter, font) : null;
            signs.Append(sign ?? letter.ToString());
            if (sign == SymbolSigns.Unknown)
            {
                unknown($"{font} {(PlaceOf(letter) ?? letter):X2}".Trim());
            }
        }

        return signs.ToString();
    }

    private static bool HasPrivateSigns(string words) => words.AsSpan().ContainsAnyInRange('\uE000', '\uF8FF');

    private static bool IsPrivate(char letter) => letter is >= '\uE000' and <= '\uF8FF';

    // Where no font of signs is named: bullets are of Symbol, all else that Word numbers so is mostly of Wingdings.
    private static string OfNumber(char letter, string? font) =>
        letter is < '\uF020' or > '\uF0FF' || font is not null && SymbolSigns.IsOfPictures(font) ? SymbolSigns.Unknown : SymbolSigns.At(letter == '\uF0B7' ? "symbol" : "wingdings", letter - 0xF000);

    /// <summary>Whether words with a letter that a font of signs does not have, or that can only be read as Vietnamese, were drawn in another font.</summary>
    internal static bool IsInAnotherFont(string words) => words.Any(letter => char.IsLetter(letter) && PlaceOf(letter) is null) || Word().IsMatch(words);

    // A letter that the font has no place for was drawn in another font, as itself.
    private static int? PlaceOf(char letter) => letter switch
    {
        >= '\uF020' and <= '\uF0FF' => letter - 0xF000,
        >= ' ' and <= '~' or >= '\u00A0' and <= '\u00FF' => letter,
        _ when Windows1252.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at => 0x80 + at,
        _ => windows1258.TryGetValue(letter, out var place) ? place : null,
    };

    // Plain letters and letters with marks beside each other.
    [GeneratedRegex(@"[a-zA-Z](?:[a-zA-Z][\u00e0-\u00fd]|[\u00e0-\u00fd\u0103\u0111\u01a1\u01b0][a-zA-Z]|[\u0103\u0111\u01a1\u01b0])|(?:[\u00e0-\u00fd][a-zA-Z]|[\u0103\u0111\u01a1\u01b0\u0110])[a-zA-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:^|;)\s*mso-symbol-font-family\s*:\s*(?<names>[^;]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfSigns();

    private static string First(string names) => names.Split(',')[0].Trim().Trim('"', '\'').Trim().ToLowerInvariant();

    // font-family: a, b; and the short form font: 7.0pt "a", b.
    [GeneratedRegex("""(?:^|;)\s*(?:font-family\s*:|font\s*:[^;]*?[0-9.]+[a-z%]+(?:/\S+)?\s)\s*(?<names>[^;]+)""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Family();
}
