using System.Text.RegularExpressions;
using GovPortal.Core.Text;

namespace GovPortal.Users;

/// <summary>Tells a name with numbers and signs around it, such as <c>SôngHàn@2026!!</c>: whoever guesses tries the names of the place first, with every year and day.</summary>
internal static partial class NamesInPasswords
{
    // Letters beyond names that make a password somebody's own.
    private const int FewestOwn = 4;

    private const int ShortestWord = 2;

    // Of words alone another rule judges.
    private const int FewestDigits = 2;

    // Words of the kinds of agencies, which stand in every title.
    private static readonly string[] Kinds =
    [
        "cong thong tin dien tu", "trang thong tin", "uy ban nhan dan", "hoi dong nhan dan", "ubnd", "hdnd", "van phong", "cong", "tinh", "thanh pho", "phuong", "huyen", "quan", "thi xa", "thi tran", "xa", "so", "ban", "phong",
        "trung tam", "chi cuc", "admin", "password", "matkhau", "mat khau", "pass", "abc", "tp", "vn", "gov", "viet nam",
    ];

    private static readonly string[] Provinces =
    [
        "an giang", "ba ria", "vung tau", "bac lieu", "bac giang", "bac kan", "bac ninh", "ben tre", "binh dinh", "binh duong", "binh phuoc", "binh thuan", "ca mau", "can tho", "cao bang", "da nang", "dak lak", "dak nong",
        "dien bien", "dong nai", "dong thap", "gia lai", "ha giang", "ha nam", "ha noi", "ha tinh", "hai duong", "hai phong", "hau giang", "hoa binh", "ho chi minh", "sai gon", "hue", "hung yen", "khanh hoa", "kien giang", "kon tum",
        "lai chau", "lam dong", "lang son", "lao cai", "long an", "nam dinh", "nghe an", "ninh binh", "ninh thuan", "phu tho", "phu yen", "quang binh", "quang nam", "quang ngai", "quang ninh", "quang tri", "soc trang", "son la", "tay ninh",
        "thai binh", "thai nguyen", "thanh hoa", "thua thien", "tien giang", "tra vinh", "tuyen quang", "vinh long", "vinh phuc", "yen bai",
    ];

    /// <param name="names">Of the person and of sites, with diacritics or without.</param>
    public static bool IsMadeOf(string password, IEnumerable<string> names)
    {
        if (password.Count(char.IsAsciiDigit) < FewestDigits)
        {
            return false;
        }

        // Only those words are looked for that are in it: the sites are thousands.
        var spellings = new[] { Tight(password), Tight(Plain(password)) }.Distinct().ToArray();
        var words = names.Select(VietnameseText.Fold).SelectMany(PartsOf).Concat(Provinces).Select(Tight).Where(word => word.Length > ShortestWord && spellings.Any(spelling => spelling.Contains(word, StringComparison.Ordinal)))
            .Distinct().OrderByDescending(word => word.Length).ToArray();
        return words.Length > 0 && spellings.Any(spelling => IsMadeOf(spelling, words));
    }

    private static bool IsMadeOf(string spelling, string[] words)
    {
        // One name at least, and then little beside names.
        var rest = Without(spelling, words);
        return rest != spelling && Without(rest, [.. Kinds.Select(Tight).OrderByDescending(word => word.Length)]).Count(char.IsLetter) < FewestOwn;
    }

    private static string Without(string spelling, string[] words) => words.Aggregate(spelling, (rest, word) => rest.Replace(word, " ", StringComparison.Ordinal));

    /// <summary>The whole name, the name without the words of its kind, and each two words of it that follow each other.</summary>
    private static IEnumerable<string> PartsOf(string name)
    {
        yield return name;
        var own = $" {name.Replace('-', ' ').Replace('.', ' ').Replace('@', ' ')} ";
        foreach (var kind in Kinds)
        {
            own = own.Replace($" {kind} ", " ", StringComparison.Ordinal);
        }

        yield return own;
        var words = own.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length; at++)
        {
            yield return words[at];
            yield return at + 1 < words.Length ? words[at] + words[at + 1] : "";
        }
    }

    private static string Tight(string text) => string.Concat(VietnameseText.Fold(text).Where(char.IsLetterOrDigit));

    // As people write letters with signs; numbers around a word are numbers.
    private static string Plain(string password) => Signs().Replace(password, signs => string.Concat(signs.Value.Select(sign => sign switch { '0' => 'o', '1' or '!' or '|' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => sign })));

    [GeneratedRegex(@"(?<=\p{L})[0-9!@$|]{1,2}(?=\p{L})")]
    private static partial Regex Signs();
}
