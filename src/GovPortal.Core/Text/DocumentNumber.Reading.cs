using System.Text.RegularExpressions;

namespace GovPortal.Core.Text;

public sealed partial record DocumentNumber
{
    // NĐ 30/2020/NĐ-CP, Phụ lục III: abbreviations of types; full names stand beside them as people type them.
    private const string Types =
        "nghi dinh|nd|thong tu lien tich|ttlt|thong tu|tt|quyet dinh|qd|nghi quyet|nq|chi thi|ct|thong bao|tb|ke hoach|kh|" +
        "cong van|cv|bo luat|luat|phap lenh|pl|cong dien|cd|huong dan|hd|bao cao|bc|to trinh|ttr";

    // Ministries that issue together, as people type them without dashes. No word of the language is spelled without a vowel, so none is taken for one.
    private const string Partners = @"(?:\ (?:b(?:ca|yt|[bcdghklmnpqrstvx]{2,8})|tandtc|vksndtc|ubnd|hdnd))*";

    private const string Symbols = @"(?:[a-z]{1,4}\ ?-\ ?)?(?:ubtv)?qh\ ?-?\ ?[0-9]{1,2}|(?:nd|ttlt|tt|qd|nq|ct|tb|kh|cv|pl|cd|hd|bc|ttr)\ ?[- ]\ ?[a-z][a-z0-9]{1,11}(?:\ ?-\ ?[a-z0-9&]{1,11})*" + Partners
        + @"|[a-z][a-z&]{0,79}[0-9]{0,3}(?:\ ?-\ ?[a-z0-9&]{1,11})*";

    // Without the stroke that sets it off, a symbol is only one that begins as those of documents do.
    private const string BareSymbols = @"(?:nd|ttlt|tt|qd|nq|ct)(?:\ ?-\ ?|\ )?[a-z]{2,8}" + Partners + @"|qh\ ?[0-9]{1,2}";

    private static readonly Dictionary<string, string> abbreviations = new()
    {
        ["nghi dinh"] = "nd",
        ["thong tu lien tich"] = "ttlt",
        ["thong tu"] = "tt",
        ["quyet dinh"] = "qd",
        ["nghi quyet"] = "nq",
        ["chi thi"] = "ct",
        ["thong bao"] = "tb",
        ["ke hoach"] = "kh",
        ["cong van"] = "cv",
        ["bo luat"] = "l",
        ["luat"] = "l",
        ["phap lenh"] = "pl",
        ["cong dien"] = "cd",
        ["huong dan"] = "hd",
        ["bao cao"] = "bc",
        ["to trinh"] = "ttr",
    };

    private static readonly Dictionary<string, string> marked = new()
    {
        ["ND"] = "NĐ",
        ["QD"] = "QĐ",
        ["HDND"] = "HĐND",
        ["CD"] = "CĐ",
        ["BLDTBXH"] = "BLĐTBXH",
        ["BGDDT"] = "BGDĐT",
    };

    // A day (30/4/1975) and "tháng 12/2022" look like numbers with a year and are none.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}/.\-])(?:(?<type>" + Types + @")(?:-cp|-ttg)?[ ]?(?:so)?[ :]{0,2})?(?<![0-9/.\-])(?<!thang |ngay )" +
        @"(?<number>[0-9]{1,5})(?:" +
        @"[ ]?/[ ]?(?<year>(?:19|20)[0-9]{2})(?![0-9])(?:[ ]?[/-][ ]?(?<symbol>" + Symbols + @")|[ ]?(?<symbol>" + BareSymbols + @"))?" +
        @"|-(?<year>(?:19|20)[0-9]{2})-(?<symbol>" + Symbols + @")" +
        @"|[ ]?/[ ]?(?<symbol>" + Symbols + @")" +
        @"|[ ](?<year>(?:19|20)[0-9]{2})[ ](?<symbol>" + BareSymbols + @")" +
        @"|(?<=(?:" + Types + @")[a-z -]{0,8}[0-9]{1,5})[ ](?:nam[ ])?(?<year>(?:19|20)[0-9]{2}))(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Mention();

    private static DocumentNumber Read(Match match, string shown)
    {
        var number = match.Groups["number"].Value.TrimStart('0');
        var year = match.Groups["year"] is { Success: true } y ? y.Value : null;
        var symbol = match.Groups["symbol"] is { Success: true } s ? Tidy(shown.Substring(s.Index, s.Length)) : null;
        var typed = match.Groups["type"] is { Success: true } t ? t.Value : null;
        return new DocumentNumber(number.Length == 0 ? "0" : number, year, symbol, TypeOf(symbol, typed));
    }

    private static string Tidy(string symbol)
    {
        var parts = symbol.ToUpperInvariant().Split(['-', ' '], StringSplitOptions.RemoveEmptyEntries);
        // A term of the National Assembly is one with its number.
        if (parts is ["QH", var term])
        {
            return "QH" + term;
        }

        // As is one of its standing committee: UBTVQH 15.
        if (parts is [.. var before, var body, var number] && body.EndsWith("QH", StringComparison.Ordinal) && int.TryParse(number, out _))
        {
            parts = [.. before, body + number];
        }

        return string.Join('-', parts.Select(part => marked.GetValueOrDefault(part, part)));
    }

    private static string? TypeOf(string? symbol, string? typed)
    {
        var first = symbol is null ? null : VietnameseText.Fold(symbol.Split('-')[0]);
        if (first is not null && abbreviations.ContainsValue(first))
        {
            return first;
        }

        // Laws carry the National Assembly's term as their symbol: 45/2019/QH14.
        if (first is not null && first.StartsWith("qh", StringComparison.Ordinal))
        {
            return "l";
        }

        return typed is null ? null : abbreviations.GetValueOrDefault(typed, typed);
    }
}
