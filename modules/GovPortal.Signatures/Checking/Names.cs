using System.Globalization;
using System.Text;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace GovPortal.Signatures.Checking;

/// <summary>Names that stand in certificates, as people read them.</summary>
internal static class Names
{
    /// <summary>The common name, else the whole name.</summary>
    public static string Of(X509Certificate certificate) => Common(certificate.SubjectDN) ?? certificate.SubjectDN.ToString();

    public static string OfIssuer(X509Certificate certificate) => Common(certificate.IssuerDN) ?? certificate.IssuerDN.ToString();

    public static string? Common(X509Name name) => Part(name, X509Name.CN);

    public static string? Organization(X509Name name) => Part(name, X509Name.O);

    /// <summary>The unit within the organization, where one is named.</summary>
    public static string? Unit(X509Name name) => Part(name, X509Name.OU);

    private static string? Part(X509Name name, Org.BouncyCastle.Asn1.DerObjectIdentifier what) =>
        name.GetValueList(what) is { Count: > 0 } values ? values[0].ToString()!.Normalize(NormalizationForm.FormC).Trim() : null;
}

/// <summary>Moments as answers write them: UTC, to the second.</summary>
internal static class Moments
{
    public static string Write(DateTime moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads a time of a PDF, <c>D:20261129090837+07'00'</c> (ISO 32000-1, 7.9.4); null where it is none.</summary>
    public static DateTime? ReadPdf(string text)
    {
        var digits = text.StartsWith("D:", StringComparison.Ordinal) ? text[2..] : text;
        if (digits.Length < 14 || !DateTime.TryParseExact(digits[..14], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            return null;
        }

        var zone = digits[14..].Replace("'", "", StringComparison.Ordinal);
        if (zone is not (['+' or '-', ..] and { Length: >= 3 }) || !int.TryParse(zone.AsSpan(1, 2), CultureInfo.InvariantCulture, out var hours) || hours > 14)
        {
            return time;
        }

        var minutes = zone.Length >= 5 && int.TryParse(zone.AsSpan(3, 2), CultureInfo.InvariantCulture, out var m) ? m : 0;
        var offset = new TimeSpan(hours, minutes, 0);
        return zone[0] == '+' ? time - offset : time + offset;
    }
}
