using System.Globalization;
using GovPortal.Editing.Forms;

namespace GovPortal.Consultations.Admin;

/// <summary>A consultation as people type it.</summary>
public sealed class ConsultationForm : IRecordForm<Consultation>
{
    public string? Title { get; set; }
    public string? Kind { get; set; } = nameof(DraftKind.Legal);
    public string? Drafter { get; set; }
    public string? Introduction { get; set; }
    public string? OpensOn { get; set; }
    public string? ClosesOn { get; set; }
    public string? UrgentReason { get; set; }
    public List<SectionRow> Sections { get; set; } = [];
    public List<DraftFileRow> Files { get; set; } = [];
    public string? Outcome { get; set; }

    public void Begin() => Sections = [new SectionRow()];

    public void Fill(Consultation record)
    {
        ArgumentNullException.ThrowIfNull(record);
        (Title, Kind, Drafter, Introduction) = (record.Title, record.Kind.ToString(), record.Drafter, record.Introduction);
        (OpensOn, ClosesOn, UrgentReason, Outcome) = (FormReader.Written(record.OpensOn), FormReader.Written(record.ClosesOn), record.UrgentReason, record.Outcome);
        Sections = [.. record.Sections.Select(section => new SectionRow { Id = section.Id, Heading = section.Heading, Text = section.Text })];
        Files = [.. record.Files.Select(file => new DraftFileRow { Name = file.Name, Url = file.Url })];
    }

    public Consultation Compose(FormReader reader, Consultation? newest)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (opens, closes) = (reader.At(nameof(OpensOn), "consultations.field.opens"), reader.At(nameof(ClosesOn), "consultations.field.closes"));
        return new Consultation
        {
            Title = reader.Required(FormReader.Line(Title), reader.At(nameof(Title), "consultations.field.title")),
            Kind = Kind == nameof(DraftKind.Other) ? DraftKind.Other : DraftKind.Legal,
            Drafter = reader.Required(FormReader.Line(Drafter), reader.At(nameof(Drafter), "consultations.field.drafter")),
            Introduction = FormReader.Lines(Introduction),
            OpensOn = reader.Day(reader.Required(FormReader.Line(OpensOn), opens), opens) ?? default,
            ClosesOn = reader.Day(reader.Required(FormReader.Line(ClosesOn), closes), closes) ?? default,
            UrgentReason = FormReader.Line(UrgentReason),
            Sections = ReadSections(reader),
            Files = [.. Files.Select((row, number) => ReadFile(reader, row, number)).OfType<DraftFile>()],
            Outcome = FormReader.Lines(Outcome),
        };
    }

    /// <summary>New sections get a mark that none has or had in this form.</summary>
    private List<DraftSection> ReadSections(FormReader reader)
    {
        var next = Sections.Select(row => NumberOf(row.Id)).DefaultIfEmpty(0).Max();
        var sections = new List<DraftSection>();
        for (var number = 0; number < Sections.Count; number++)
        {
            var row = Sections[number];
            var (heading, text) = (FormReader.Line(row.Heading), FormReader.Lines(row.Text));
            if (heading is null && text is null)
            {
                continue;
            }

            var at = reader.In(reader.Row(nameof(Sections), number, "consultations.section"), nameof(row.Heading), "consultations.section.heading");
            sections.Add(new DraftSection(FormReader.Line(row.Id) is { Length: <= 20 } known ? known : string.Create(CultureInfo.InvariantCulture, $"p{++next}"), reader.Required(heading, at), text ?? ""));
        }

        return sections;
    }

    private static int NumberOf(string? id) => id is ['p', .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000 ? number : 0;

    private static DraftFile? ReadFile(FormReader reader, DraftFileRow row, int number)
    {
        var (name, url) = (FormReader.Line(row.Name), FormReader.Line(row.Url));
        if (name is null && url is null)
        {
            return null;
        }

        var at = reader.Row(nameof(Files), number, "consultations.field.files");
        var place = reader.In(at, nameof(row.Url), "consultations.file.address");
        var isAddress = url is not null && (url.StartsWith("/tep/", StringComparison.Ordinal) || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps));
        if (url is not null && !isAddress)
        {
            reader.Refuse(place, "consultations.file.bad-address", url);
        }

        return new DraftFile(reader.Required(name, reader.In(at, nameof(row.Name), "consultations.file.name")), reader.Required(url, place));
    }
}

public sealed class SectionRow
{
    /// <summary>Empty for a section that is new.</summary>
    public string? Id { get; set; }
    public string? Heading { get; set; }
    public string? Text { get; set; }
}

public sealed class DraftFileRow
{
    public string? Name { get; set; }
    public string? Url { get; set; }
}
