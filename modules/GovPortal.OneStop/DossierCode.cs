using System.Globalization;
using System.Text.RegularExpressions;
using GovPortal.Core.Tenancy;

namespace GovPortal.OneStop;

/// <summary>
/// The code of a dossier: agency, day, number of the day. Agencies are coded as <c>H05.21</c> (QĐ 20/2020/QĐ-TTg) or as <c>000.00.21.H05</c> (QCVN 102:2016).
/// </summary>
/// <param name="Number">From 1 each day; four digits, more on a day of more than 9,999.</param>
public sealed partial record DossierCode(string Agency, DateOnly Day, int Number)
{
    /// <summary>The code new dossiers of a site begin with: the new style where the agency has one; null where it has none at all.</summary>
    public static string? AgencyOf(Tenant tenant) => tenant.AgencyCode is { Length: > 0 } code ? code : tenant.OldAgencyCode is { Length: > 0 } old ? old : null;

    /// <summary>Reads a code as people type it: small letters and spaces around it do not matter.</summary>
    public static DossierCode? Parse(string? text)
    {
        var match = Written().Match((text ?? "").Trim().ToUpperInvariant());
        return match.Success && DateOnly.TryParseExact(match.Groups["day"].Value, "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DossierCode(match.Groups["agency"].Value, day, int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture))
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Agency}-{Day:yyMMdd}-{Number:D4}");

    [GeneratedRegex(@"^(?<agency>(?:[GH][0-9]{2}(?:\.[0-9]{1,4}){0,3})|(?:[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[GH][0-9]{2}))-(?<day>[0-9]{6})-(?<number>[0-9]{4,8})$")]
    private static partial Regex Written();
}
