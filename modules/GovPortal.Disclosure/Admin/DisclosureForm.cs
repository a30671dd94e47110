using System.Globalization;
using GovPortal.Core.Text;
using GovPortal.Disclosure.Tables;
using GovPortal.Editing.Forms;

namespace GovPortal.Disclosure.Admin;

/// <summary>Disclosed information as people type it.</summary>
public sealed class DisclosureForm : IRecordForm<DisclosedInformation>
{
    public string? Title { get; set; }

    public string? Section { get; set; }

    public string? Year { get; set; }

    public string? Part { get; set; } = nameof(PeriodPart.Year);

    public string? Summary { get; set; }

    public string? Decision { get; set; }

    public string? IssuedOn { get; set; }

    public string? DueOn { get; set; }

    public string? Unit { get; set; }

    public List<FileRow> Files { get; set; } = [];

    public List<TableRow> Tables { get; set; } = [];

    public void Fill(DisclosedInformation record)
    {
        ArgumentNullException.ThrowIfNull(record);
        (Title, Section, Summary, Decision, Unit) = (record.Title, record.Section, record.Summary, record.Decision, record.Unit);
        (Year, Part) = (record.Year?.ToString(CultureInfo.InvariantCulture), record.Part.ToString());
        (IssuedOn, DueOn) = (FormReader.Written(record.IssuedOn), FormReader.Written(record.DueOn));
        Files = [.. record.Files.Select(file => new FileRow { Name = file.Name, Url = file.Url })];
        Tables = [.. record.Tables.Select(TableRow.Of)];
    }

    public DisclosedInformation Compose(FormReader reader, DisclosedInformation? newest)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new DisclosedInformation
        {
            Title = reader.Required(FormReader.Line(Title), reader.At(nameof(Title), "disclosure.field.title")),
            Section = reader.Required(FormReader.Line(Section), reader.At(nameof(Section), "disclosure.field.section")),
            Year = ReadYear(reader),
            Part = Enum.TryParse<PeriodPart>(Part, out var part) && Enum.IsDefined(part) ? part : PeriodPart.Year,
            Summary = FormReader.Lines(Summary),
            Decision = FormReader.Line(Decision),
            IssuedOn = reader.Day(IssuedOn, reader.At(nameof(IssuedOn), "disclosure.field.issued")),
            DueOn = reader.Day(DueOn, reader.At(nameof(DueOn), "disclosure.field.due")),
            Unit = FormReader.Line(Unit),
            Files = [.. Files.Select((row, number) => ReadFile(reader, row, number)).OfType<DisclosedFile>()],
            Tables = [.. Tables.Select((row, number) => ReadTable(reader, row, number)).OfType<DisclosedTable>()],
        };
    }

    private int? ReadYear(FormReader reader)
    {
        if (FormReader.Line(Year) is not { } line)
        {
            return null;
        }

        if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= WrittenDay.First.Year && year <= WrittenDay.Last.Year)
        {
            return year;
        }

        reader.Refuse(reader.At(nameof(Year), "disclosure.field.year"), "disclosure.year", line);
        return null;
    }

    private static DisclosedFile? ReadFile(FormReader reader, FileRow row, int number)
    {
        var (name, url) = (FormReader.Line(row.Name), FormReader.Line(row.Url));
        if (name is null && url is null)
        {
            return null;
        }

        var at = reader.Row(nameof(Files), number, "disclosure.files");
        var address = reader.Required(url, reader.In(at, nameof(row.Url), "disclosure.form.file.address"));
        if (url is not null && !url.StartsWith("/tep/", StringComparison.Ordinal) && !(Uri.TryCreate(url, UriKind.Absolute, out var outside) && outside.Scheme == Uri.UriSchemeHttps))
        {
            reader.Refuse(reader.In(at, nameof(row.Url), "disclosure.form.file.address"), "form.address", url);
        }

        return new DisclosedFile(reader.Required(name, reader.In(at, nameof(row.Name), "disclosure.form.file.name")), address);
    }

    private static DisclosedTable? ReadTable(FormReader reader, TableRow row, int number)
    {
        if (string.IsNullOrWhiteSpace(row.Cells))
        {
            return null;
        }

        var read = row.Read();
        if (read.Table is not { } table)
        {
            var at = reader.Row(nameof(Tables), number, "disclosure.table");
            reader.Refuse(reader.In(at, nameof(row.Cells), "disclosure.form.cells"), read.Fault!, [.. read.Values]);
            return null;
        }

        return table with { Title = FormReader.Line(row.Title), Unit = FormReader.Line(row.Unit), SumNote = FormReader.Lines(row.SumNote) };
    }
}
