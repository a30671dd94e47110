using GovPortal.Core.Text;
using GovPortal.Editing.Forms;

namespace GovPortal.Documents.Admin;

/// <summary>A legal document as people type it.</summary>
public sealed class DocumentForm : IRecordForm<LegalDocument>
{
    public string? Type { get; set; }

    public string? Number { get; set; }

    public string? Abstract { get; set; }

    public string? Issuer { get; set; }

    public string? Signer { get; set; }

    public string? Field { get; set; }

    public string? IssuedOn { get; set; }

    public string? EffectiveOn { get; set; }

    public string? ExpiresOn { get; set; }

    public string? Validity { get; set; }

    public string? Gazette { get; set; }

    public string? SourceUrl { get; set; }

    public List<FileRow> Files { get; set; } = [];

    public List<RelationRow> Relations { get; set; } = [];

    /// <summary>HTML, cleaned before it is composed.</summary>
    public string? Body { get; set; }

    public void Fill(LegalDocument record)
    {
        ArgumentNullException.ThrowIfNull(record);
        (Type, Number, Abstract, Issuer, Signer, Gazette, SourceUrl) = (record.Type, record.Number, record.Abstract, record.Issuer, record.Signer, record.Gazette, record.SourceUrl);
        (IssuedOn, EffectiveOn, ExpiresOn) = (FormReader.Written(record.IssuedOn), FormReader.Written(record.EffectiveOn), FormReader.Written(record.ExpiresOn));
        (Field, Validity, Body) = (record.FieldLabel ?? record.Field, record.StatedValidity?.ToString(), record.Text);
        Files = [.. record.Files.Select(file => new FileRow { Name = file.Name, Url = file.Url })];
        Relations = [.. (record.Relations ?? []).Select(other => new RelationRow { Kind = other.Kind.ToString(), Number = other.Number, Name = other.Name })];
    }

    public LegalDocument Compose(FormReader reader, LegalDocument? newest)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var field = FormReader.Line(Field);
        var isFieldAsBefore = newest is not null && field == FormReader.Line(newest.FieldLabel ?? newest.Field);
        DocumentRelation[] relations = [.. Relations.Select((row, number) => ReadRelation(reader, row, number)).OfType<DocumentRelation>()];
        return new LegalDocument
        {
            Type = FormReader.Line(Type),
            Number = FormReader.Line(Number),
            Abstract = reader.Required(FormReader.Line(Abstract), reader.At(nameof(Abstract), "documents.abstract")),
            Issuer = reader.Required(FormReader.Line(Issuer), reader.At(nameof(Issuer), "documents.issuer")),
            Signer = FormReader.Line(Signer),
            Field = isFieldAsBefore ? newest!.Field : field is null ? null : VietnameseText.Slug(field),
            FieldLabel = isFieldAsBefore ? newest!.FieldLabel : field,
            IssuedOn = reader.Day(IssuedOn, reader.At(nameof(IssuedOn), "documents.issued-on")),
            EffectiveOn = reader.Day(EffectiveOn, reader.At(nameof(EffectiveOn), "documents.effective-on")),
            ExpiresOn = reader.Day(ExpiresOn, reader.At(nameof(ExpiresOn), "documents.expires-on")),
            StatedValidity = Enum.TryParse<Validity>(Validity, out var validity) && Enum.IsDefined(validity) ? validity : null,
            Gazette = FormReader.Line(Gazette),
            SourceUrl = ReadSource(reader),
            Files = [.. Files.Select((row, number) => ReadFile(reader, row, number)).OfType<DocumentFile>()],
            Relations = relations.Length == 0 ? null : relations,
            Text = string.IsNullOrWhiteSpace(Body) ? null : Body,
        };
    }

    private string? ReadSource(FormReader reader)
    {
        var address = FormReader.Line(SourceUrl);
        if (address is not null && !address.StartsWith("https://", StringComparison.Ordinal))
        {
            reader.Refuse(reader.At(nameof(SourceUrl), "documents.form.source"), "form.address", address);
        }

        return address;
    }

    private static DocumentFile? ReadFile(FormReader reader, FileRow row, int number)
    {
        var (name, url) = (FormReader.Line(row.Name), FormReader.Line(row.Url));
        if (name is null && url is null)
        {
            return null;
        }

        var at = reader.Row(nameof(Files), number, "documents.files");
        if (url is not null && !IsAddress(url))
        {
            reader.Refuse(reader.In(at, nameof(row.Url), "documents.form.file.address"), "documents.form.file.bad-address", url);
        }

        return new DocumentFile(reader.Required(name, reader.In(at, nameof(row.Name), "documents.form.file.name")), url);
    }

    private static DocumentRelation? ReadRelation(FormReader reader, RelationRow row, int number)
    {
        var (other, name) = (FormReader.Line(row.Number), FormReader.Line(row.Name));
        if (other is null && name is null)
        {
            return null;
        }

        var at = reader.Row(nameof(Relations), number, "documents.relations");
        var kind = Enum.TryParse<RelationKind>(row.Kind, out var known) && Enum.IsDefined(known) ? known : RelationKind.RelatedTo;
        return new DocumentRelation(kind, reader.Required(other, reader.In(at, nameof(row.Number), "documents.number")), name);
    }

    private static bool IsAddress(string url) =>
        url.StartsWith("/tep/", StringComparison.Ordinal) || (Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp));
}

public sealed class FileRow
{
    public string? Name { get; set; }

    public string? Url { get; set; }
}

public sealed class RelationRow
{
    public string? Kind { get; set; } = nameof(RelationKind.RelatedTo);

    public string? Number { get; set; }

    public string? Name { get; set; }
}
