using GovPortal.Core.Text;

namespace GovPortal.Search.Asking;

/// <summary>
/// Names that agencies had until 2025, by which people still call them: departments before they were put together (Nghị quyết
/// 190/2025/QH15 and the plans made for it) and communes before 1 July 2025 (resolutions of the Standing Committee of the National Assembly on each province).
/// </summary>
internal static class FormerNames
{
    private static readonly Dictionary<string, IReadOnlyList<string>> byTitle =
        Lexicon.Json<Dictionary<string, IReadOnlyList<string>>>("former-names.json").ToDictionary(pair => KeyOf(pair.Key), pair => pair.Value);

    /// <summary>The former names of the agency with this title; none where none is known.</summary>
    public static IReadOnlyList<string> Of(string title) => byTitle.GetValueOrDefault(KeyOf(title), []);

    private static string KeyOf(string title) => VietnameseText.Fold(VietnameseText.NormalizeLine(title));
}
