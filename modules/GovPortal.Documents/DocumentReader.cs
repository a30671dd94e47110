using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GovPortal.Core.Text;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Import;

namespace GovPortal.Documents;

/// <summary>Reads records of gazettes and document libraries.</summary>
public sealed class DocumentReader(SafeHtml html) : IRecordReader
{
    public string What => "documents";

    public RecordShape Shape { get; } = new RecordShape()
        .Words("type", "agency", "summary", "title", "signer", "text").Text("number", "gazette_no", "status", "url").Day("issued", "effective", "expires").Texts("files")
        .TextOrRecord("field", new RecordShape().Text("value", "label"))
        .Passed("source", "source_set", "related_raw", "type_is_inferred", "issued_raw", "text_chars", "text_truncated");

    public ForeignRecord Read(JsonElement json)
    {
        var record = new RecordFields(json);
        foreach (var field in new[] { "issued", "effective", "expires" })
        {
            if (!record.TryDay(field, out _))
            {
                return ForeignRecord.Refused("documents.import.bad-day", field, record.Text(field));
            }
        }

        if ((record.Line("summary") ?? record.Line("title")) is not { } summary)
        {
            return ForeignRecord.Refused("documents.import.no-abstract", "summary", record.Text("number"));
        }

        if (record.Line("agency") is not { } issuer)
        {
            return ForeignRecord.Refused("documents.import.no-agency", "agency", record.Text("number"));
        }

        record.TryDay("issued", out var issued);
        record.TryDay("effective", out var effective);
        record.TryDay("expires", out var expires);
        var number = record.Line("number");
        var (fieldValue, fieldLabel) = FieldOf(json, record);
        var text = record.Text("text") is { } given ? html.CleanImport(TextOrMarkup.ToHtml(given, ParagraphEnd.Line)) : null;
        var document = new LegalDocument
        {
            Type = record.Line("type"),
            Number = number,
            Issuer = AgencyNames.Readable(issuer),
            IssuedOn = issued,
            EffectiveOn = effective,
            ExpiresOn = expires,
            Abstract = Capitalised(summary),
            Signer = record.Line("signer") is { } signer ? AgencyNames.ReadablePerson(signer) : null,
            Field = fieldValue,
            FieldLabel = fieldLabel,
            Gazette = record.Line("gazette_no"),
            Files = [.. record.List("files").Where(f => f.ValueKind == JsonValueKind.String).Select(f => FileOf(f.GetString()!))],
            Text = text?.Html,
            StatedValidity = ValidityOf(record.Line("status")),
            SourceUrl = record.Line("url") is { } url && url.StartsWith("https://", StringComparison.Ordinal) ? url : null,
        };
        return new ForeignRecord
        {
            Key = KeyOf(number, issuer, issued, summary),
            Title = document.Title,
            AgencyName = issuer,
            PublishedAt = (issued ?? effective) is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
            Body = document,
            Remarks = [.. number is null ? ["no number: known by its issuer, day and abstract"] : Array.Empty<string>(), .. text?.Remarks ?? []],
        };
    }

    /// <summary>A number is unique for an issuer on a day; without one, the abstract must serve.</summary>
    private static string KeyOf(string? number, string issuer, DateOnly? issued, string summary)
    {
        var what = number is null ? "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(summary)))[..16] : VietnameseText.Fold(number);
        return $"{what}|{VietnameseText.Slug(issuer)}|{issued:yyyy-MM-dd}";
    }

    // Gazettes write abstracts in lower case throughout.
    private static string Capitalised(string text) =>
        char.IsLower(text[0]) ? char.ToUpper(text[0], System.Globalization.CultureInfo.InvariantCulture) + text[1..] : text;

    private static DocumentFile FileOf(string file)
    {
        if (!Uri.TryCreate(file, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            return file.StartsWith("/tep/", StringComparison.Ordinal) ? new DocumentFile(Path.GetFileName(file), file) : new DocumentFile(VietnameseText.NormalizeLine(file), null);
        }

        var name = Uri.UnescapeDataString(address.Segments[^1] is { Length: > 1 } last && !address.Query.Contains('/') ? last : file[(file.LastIndexOf('/') + 1)..]);
        return new DocumentFile(VietnameseText.NormalizeLine(name), file);
    }

    private static Validity? ValidityOf(string? status) => status is null ? null : VietnameseText.Fold(status) switch
    {
        var text when text.Contains("mot phan", StringComparison.Ordinal) => Validity.PartlyExpired,
        var text when text.Contains("het hieu luc", StringComparison.Ordinal) => Validity.Expired,
        var text when text.Contains("chua co hieu luc", StringComparison.Ordinal) => Validity.NotYet,
        var text when text.Contains("hieu luc", StringComparison.Ordinal) => Validity.InForce,
        _ => null,
    };

    private static (string? Value, string? Label) FieldOf(JsonElement json, RecordFields record)
    {
        if (json.TryGetProperty("field", out var field) && field.ValueKind == JsonValueKind.Object)
        {
            var named = new RecordFields(field);
            return (named.Line("value"), named.Line("label"));
        }

        return record.Line("field") is { } label ? (VietnameseText.Slug(label), label) : (null, null);
    }
}
