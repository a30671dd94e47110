using System.Text.RegularExpressions;

namespace GovPortal.Search.Indexing;

/// <summary>Which authority settles a procedure; the nearer to people, the lower.</summary>
internal enum Level
{
    None,
    Commune,
    Province,
    Ministry,

    /// <summary>Ended on 1 July 2025 (Luật Tổ chức chính quyền địa phương 72/2025/QH15); the catalogue still names it.</summary>
    District,
}

/// <summary>What a procedure's title says besides "Thủ tục" and the level it is settled at: the name by which people know it.</summary>
internal static partial class TitleCore
{
    /// <param name="folded">The title without diacritics, lower case.</param>
    /// <returns>The name, and the level the title says.</returns>
    public static (string Core, Level Level) Of(string folded)
    {
        var from = Prefix().Match(folded) is { Success: true } prefix ? prefix.Length : 0;
        var suffix = Suffix().Match(folded, from);
        var core = (suffix.Success ? folded[from..suffix.Index] : folded[from..]).TrimEnd(' ', '.', ',', ';', ':');
        return core.Length == 0 ? (folded, Level.None) : (core, suffix.Success ? LevelOf(suffix.Value) : Level.None);
    }

    /// <summary>The level a text names; <see cref="Level.None"/> where it names none.</summary>
    public static Level LevelOf(string folded) =>
        folded.Contains("cap xa", StringComparison.Ordinal) || folded.Contains("cap phuong", StringComparison.Ordinal) ? Level.Commune
        : folded.Contains("cap huyen", StringComparison.Ordinal) ? Level.District
        : folded.Contains("cap tinh", StringComparison.Ordinal) ? Level.Province
        : folded.Contains("trung uong", StringComparison.Ordinal) || folded.Contains("cap bo", StringComparison.Ordinal) ? Level.Ministry
        : Level.None;

    /// <summary>True for a paper that is given again, changed, prolonged or taken back: what fewer people need than the paper itself.</summary>
    public static bool IsAgain(string core) => Again().IsMatch(core);

    [GeneratedRegex(@"^(?:dang ky )?(?:cap lai|cap doi|doi|dang ky lai|gia han|thu hoi|sua doi|dieu chinh|cham dut|tam ngung|khoi phuc|dinh chi|huy|xoa|dung|thoi)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Again();

    [GeneratedRegex(@"^(?:thu tuc[: ]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s*\(\s*(?:thuc hien (?:tai|o) )?cap (?:xa|tinh|huyen|phuong|trung uong|bo)\s*\)[ .]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();
}
