using System.Globalization;

namespace GovPortal.Documents;

/// <summary>Gives names that a gazette prints in capitals the case people read.</summary>
internal static class AgencyNames
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    // Words that stay small inside an agency's name.
    private static readonly HashSet<string> Small = ["và", "của", "các", "về", "trung", "ương", "tỉnh", "thành", "phố", "nước", "vụ", "nông", "thôn"];

    /// <summary>“BỘ TÀI CHÍNH” becomes “Bộ Tài chính”; a name with small letters stays as it is.</summary>
    public static string Readable(string name)
    {
        if (name.Any(char.IsLower))
        {
            return name;
        }

        var parts = name.Split(" - ");
        return string.Join(" - ", parts.Select(ReadablePart));
    }

    public static string ReadablePerson(string name) =>
        name.Any(char.IsLower) ? name : Vietnamese.TextInfo.ToTitleCase(name.ToLower(Vietnamese));

    private static string ReadablePart(string part) => Known(part) ?? SentenceCase(part);

    private static string? Known(string part) => part switch
    {
        "CHÍNH PHỦ" => "Chính phủ",
        "QUỐC HỘI" => "Quốc hội",
        "CHỦ TỊCH NƯỚC" => "Chủ tịch nước",
        "THỦ TƯỚNG CHÍNH PHỦ" => "Thủ tướng Chính phủ",
        "ỦY BAN THƯỜNG VỤ QUỐC HỘI" => "Ủy ban Thường vụ Quốc hội",
        "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM" => "Ngân hàng Nhà nước Việt Nam",
        "BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN" => "Bộ Nông nghiệp và Phát triển nông thôn",
        "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI" => "Bộ Lao động - Thương binh và Xã hội",
        _ => null,
    };

    // Ministries capitalise the kind and the first word of each named field: “Bộ Khoa học và Công nghệ”.
    private static string SentenceCase(string part)
    {
        var words = part.ToLower(Vietnamese).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var startsName = i <= 1 || words[i - 1] is "và" || words[i - 1].EndsWith(',');
            words[i] = startsName && !Small.Contains(words[i]) ? char.ToUpper(words[i][0], Vietnamese) + words[i][1..] : words[i];
        }

        return string.Join(' ', words);
    }
}
