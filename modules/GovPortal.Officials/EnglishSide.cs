using System.Security.Cryptography;
using System.Text;

namespace GovPortal.Officials;

/// <summary>
/// Tells whether the English words of a record were made from the Vietnamese words that stand there now. The law asks for structure and
/// competent officials in English, kept up with the Vietnamese (NĐ 42/2022/NĐ-CP, Điều 7).
/// </summary>
internal static class EnglishSide
{
    private const int Length = 16;

    /// <summary>A short print of Vietnamese words: equal only while none of them has changed.</summary>
    public static string PrintOf(params IEnumerable<string?> vietnamese) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', vietnamese))))[..Length];

    /// <summary>What the print of a version is: that of its own Vietnamese words where its English was written or looked through with it, else that of the version before.</summary>
    /// <param name="english">The English words now, and as they stood before; null before where the record is new.</param>
    public static string? Of(string now, IEnumerable<string?> english, IEnumerable<string?>? englishBefore, string? before, bool isLookedThrough) =>
        !english.Any(word => word is not null) ? null
        : isLookedThrough || englishBefore is null || before is null || !english.SequenceEqual(englishBefore) ? now
        : before;
}
