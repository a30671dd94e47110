using GovPortal.Core.Text;
using GovPortal.Editing.Forms;

namespace GovPortal.Procedures.Admin;

/// <summary>Reads the rows of the form. A row in which nothing was typed is left out.</summary>
internal sealed class ProcedureReading(FormReader reader)
{
    public static string[] EachLine(string? typed) =>
        [.. (FormReader.Lines(typed) ?? "").Split('\n').Select(VietnameseText.NormalizeLine).Where(line => line.Length > 0)];

    public CodedName[] Names(List<NameRow> rows, string list, string label) =>
        [.. Filled(rows, list, label).Select(row => new CodedName(FormReader.Line(row.Row.Code), Name(row.Row, row.At)))];

    public Agency[] Agencies(List<NameRow> rows, string list, string label) =>
        [.. Filled(rows, list, label).Select(row => new Agency(FormReader.Line(row.Row.Code), Name(row.Row, row.At)))];

    public static Step[] Steps(List<StepRow> rows) => [.. rows.Select(StepOf).OfType<Step>()];

    public Method[] Methods(List<MethodRow> rows, string list) =>
        [.. rows.Select((row, number) => MethodOf(row, reader.Row(list, number, "procedures.methods")))];

    public DossierCase[] Cases(List<CaseRow> rows, string list) =>
        [.. rows.Select((row, number) => CaseOf(row, reader.Row(list, number, "procedures.form.case")))];

    private IEnumerable<(NameRow Row, FormPlace At)> Filled(List<NameRow> rows, string list, string label) =>
        rows.Select((row, number) => (Row: row, At: reader.Row(list, number, label))).Where(row => !row.Row.IsBlank);

    private string Name(NameRow row, FormPlace at) => reader.Required(FormReader.Line(row.Name), reader.In(at, nameof(row.Name), "procedures.form.row.name"));

    private static Step? StepOf(StepRow row)
    {
        var (name, text) = (FormReader.Line(row.Name), FormReader.Lines(row.Text));
        return name is null && text is null ? null : new Step(name, text ?? "");
    }

    private Method MethodOf(MethodRow row, FormPlace at) =>
        new(FormReader.Line(row.Channel) ?? "DIRECT", reader.Number(row.Time, reader.In(at, nameof(row.Time), "procedures.form.time")), FormReader.Line(row.TimeUnit), FormReader.Lines(row.Text))
        {
            Fees = [.. row.Fees.Select((fee, number) => FeeOf(fee, reader.Row(at, nameof(row.Fees), number, "procedures.fee")))],
        };

    private Fee FeeOf(FeeRow row, FormPlace at) =>
        new(FormReader.Line(row.Type) ?? "FEE", reader.Number(row.Value, reader.In(at, nameof(row.Value), "procedures.form.value")), row.Currency == "USD" ? "USD" : "VND", FormReader.Lines(row.Text));

    private DossierCase CaseOf(CaseRow row, FormPlace at) => new(FormReader.Line(row.Name))
    {
        Papers =
        [
            .. row.Papers.Select((paper, number) => (Paper: paper, At: reader.Row(at, nameof(row.Papers), number, "procedures.form.paper")))
                .Where(paper => !paper.Paper.IsBlank).Select(paper => PaperOf(paper.Paper, paper.At)),
        ],
    };

    private Paper PaperOf(PaperRow row, FormPlace at) => new(
        FormReader.Line(row.Code),
        reader.Required(FormReader.Lines(row.Name), reader.In(at, nameof(row.Name), "procedures.paper")),
        reader.Copies(row.Originals, reader.In(at, nameof(row.Originals), "procedures.paper.original")),
        reader.Copies(row.Copies, reader.In(at, nameof(row.Copies), "procedures.paper.copy")),
        row.IsRequired == true)
    {
        Forms = EachLine(row.Forms),
        FormFiles = FormFilesOf(row, at) is { Length: > 0 } files ? files : null,
    };

    private FormFile[] FormFilesOf(PaperRow row, FormPlace at) =>
        [.. row.FormFiles.Select((file, number) => (File: file, At: reader.Row(at, nameof(row.FormFiles), number, "procedures.form.form-file"))).Where(file => !file.File.IsBlank).Select(file => FormFileOf(file.File, file.At))];

    private FormFile FormFileOf(FormFileRow row, FormPlace at)
    {
        var url = reader.Required(FormReader.Line(row.Url), reader.In(at, nameof(row.Url), "procedures.form.form-file.address"));
        if (url.Length > 0 && !url.StartsWith("/tep/", StringComparison.Ordinal) && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
        {
            reader.Refuse(reader.In(at, nameof(row.Url), "procedures.form.form-file.address"), "form.file.bad-address", url);
        }

        return new FormFile(reader.Required(FormReader.Line(row.Name), reader.In(at, nameof(row.Name), "procedures.form.form-file.name")), url);
    }
}
