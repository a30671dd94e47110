using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;

namespace GovPortal.Documents;

/// <summary>
/// What a document must show once it is public: NĐ 42/2022/NĐ-CP asks for kind, authority, number, days of issue and effect, abstract and a file.
/// Letters and notices take no effect on a day (none of the 4,056 administrative documents looked at names one), so that day is asked of kinds that rule.
/// </summary>
internal static class DocumentParts
{
    // Later than this a day is more often a slip than a plan.
    private const int Far = 5;

    private static readonly HashSet<string> ruling = new(["Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư", "Thông tư liên tịch", "Chỉ thị"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What counts, each with the refusal that names its field of the form.</summary>
    public static IReadOnlyList<CountedPart> Of(LegalDocument body) =>
    [
        new(body.Type is not null, new Refusal("documents.no-type", "Type")),
        new(!string.IsNullOrWhiteSpace(body.Number), new Refusal("documents.no-number", "Number")),
        new(!string.IsNullOrWhiteSpace(body.Abstract), new Refusal("check.required", "Abstract")),
        new(!string.IsNullOrWhiteSpace(body.Issuer), new Refusal("check.required", "Issuer")),
        new(body.IssuedOn is not null, new Refusal("documents.no-issued-on", "IssuedOn")),
        .. Rules(body) ? [new CountedPart(body.EffectiveOn is not null, new Refusal("documents.no-effective-on", "EffectiveOn", body.Type))] : Array.Empty<CountedPart>(),
        new(HasText(body) || HasFile(body), new Refusal("documents.no-file", "Files")),
        new(!string.IsNullOrWhiteSpace(body.Signer), new Refusal("documents.doubt.signer", "Signer")),
        new(body.Field is not null, new Refusal("documents.doubt.field", "Field")),
    ];

    /// <summary>One refusal for each part without which it does not go out, and one for an end before the beginning.</summary>
    public static IEnumerable<Refusal> Missing(LegalDocument body) =>
    [
        .. Of(body).Where(part => !part.IsThere && !part.Missing.Code.Contains(".doubt.", StringComparison.Ordinal)).Select(part => part.Missing),
        .. body.ExpiresOn < body.IssuedOn ? [new Refusal("documents.expires-before-issued", "ExpiresOn", $"{Written(body.ExpiresOn)} < {Written(body.IssuedOn)}")] : Array.Empty<Refusal>(),
    ];

    /// <summary>What readers would miss or wonder at on a day: no file to take along, days and number that do not agree.</summary>
    public static IEnumerable<Refusal> Doubts(LegalDocument body, DateOnly today)
    {
        var byDays = ValidityRule.On(today, body.EffectiveOn, body.ExpiresOn, stated: null);
        var number = DocumentNumber.TryParse(body.Number, out var read) ? read : null;
        foreach (var (isDoubtful, code, field, value) in new (bool, string, string, string?)[]
        {
            (HasText(body) && !HasFile(body), "documents.doubt.file", "Files", null),
            (body.Number is not null && number?.Symbol is null, "documents.doubt.number", "Number", body.Number),
            (number?.Year is { } year && body.IssuedOn is { } issued && year != issued.Year.ToString(CultureInfo.InvariantCulture), "documents.doubt.year", "Number", $"{body.Number}, {Written(body.IssuedOn)}"),
            (body.IssuedOn > today, "documents.doubt.issued-to-come", "IssuedOn", Written(body.IssuedOn)),
            (body.EffectiveOn < body.IssuedOn, "documents.doubt.effective-before-issued", "EffectiveOn", $"{Written(body.EffectiveOn)} < {Written(body.IssuedOn)}"),
            (body.EffectiveOn > today.AddYears(Far), "documents.doubt.effective-far", "EffectiveOn", Written(body.EffectiveOn)),
            (body.ExpiresOn <= today, "documents.doubt.expired", "ExpiresOn", Written(body.ExpiresOn)),
            (byDays == Validity.NotYet && body.StatedValidity is Validity.InForce or Validity.Expired, "documents.doubt.validity", "Validity", Written(body.EffectiveOn)),
        })
        {
            if (isDoubtful)
            {
                yield return new Refusal(code, field, value);
            }
        }
    }

    private static bool Rules(LegalDocument body) => body.Type is { } type && ruling.Contains(type.Trim());

    private static bool HasText(LegalDocument body) => !string.IsNullOrWhiteSpace(body.Text);

    // NĐ 42/2022/NĐ-CP asks for a file that readers can take along.
    private static bool HasFile(LegalDocument body) => body.Files.Count > 0;

    private static string? Written(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
