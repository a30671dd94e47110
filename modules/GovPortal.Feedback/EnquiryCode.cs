using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using GovPortal.Core.Security;

namespace GovPortal.Feedback;

/// <summary>The code of an enquiry: kind, day, six signs by chance, for example <c>HD-261130-K7M3QX</c>. It tells nobody how many there are.</summary>
public static partial class EnquiryCode
{
    /// <summary>HD hỏi đáp, GY góp ý, PA phản ánh, TT tiếp cận thông tin.</summary>
    public static string New(EnquiryKind kind, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{PrefixOf(kind)}-{day:yyMMdd}-{RandomNumberGenerator.GetString(Seals.SecretSigns, 6)}");

    /// <summary>A code as people type it, in small letters or with spaces; null when it is none.</summary>
    public static string? Parse(string? text)
    {
        var match = Written().Match((text ?? "").Trim().ToUpperInvariant());
        return match.Success ? $"{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}" : null;
    }

    private static string PrefixOf(EnquiryKind kind) => kind switch { EnquiryKind.Question => "HD", EnquiryKind.Opinion => "GY", EnquiryKind.Report => "PA", _ => "TT" };

    [GeneratedRegex("^(HD|GY|PA|TT)[- ]?([0-9]{6})[- ]?([2-9A-HJKMNP-Z]{6})$")]
    private static partial Regex Written();
}
