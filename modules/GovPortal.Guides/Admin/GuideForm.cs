using GovPortal.Core.Text;
using GovPortal.Editing.Forms;

namespace GovPortal.Guides.Admin;

/// <summary>A guide as people type it.</summary>
public sealed class GuideForm : IRecordForm<Guide>
{
    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Icon { get; set; }

    /// <summary>One a line.</summary>
    public string? Answers { get; set; }

    public List<StepRow> Steps { get; set; } = [];

    /// <summary>One a line.</summary>
    public string? Bring { get; set; }

    public string? NoteText { get; set; }

    public void Begin() => Steps.Add(new StepRow());

    public void Fill(Guide record)
    {
        ArgumentNullException.ThrowIfNull(record);
        (Title, Summary, Icon, NoteText) = (record.Title, record.Summary, record.Icon, record.Note);
        (Answers, Bring) = (string.Join('\n', record.Answers), string.Join('\n', record.Bring));
        Steps = [.. record.Steps.Select(step => new StepRow
        {
            Title = step.Title,
            When = step.When,
            Text = step.Text,
            Procedures = string.Join('\n', step.Procedures.Select(procedure => $"{procedure.Code} {procedure.Name}".TrimEnd())),
        })];
    }

    public Guide Compose(FormReader reader, Guide? newest)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new Guide
        {
            Title = reader.Required(FormReader.Line(Title), reader.At(nameof(Title), "guides.field.title")),
            Summary = reader.Required(FormReader.Line(Summary), reader.At(nameof(Summary), "guides.field.summary")),
            Icon = FormReader.Line(Icon),
            Answers = LinesOf(Answers),
            Steps = [.. Steps.Select((row, number) => ReadStep(reader, row, number)).OfType<GuideStep>()],
            Bring = LinesOf(Bring),
            Note = FormReader.Lines(NoteText),
        };
    }

    private static GuideStep? ReadStep(FormReader reader, StepRow row, int number)
    {
        var (title, text) = (FormReader.Line(row.Title), FormReader.Lines(row.Text));
        var procedures = LinesOf(row.Procedures);
        if (title is null && text is null && procedures.Length == 0)
        {
            return null;
        }

        var at = reader.Row(nameof(Steps), number, "guides.steps");
        var codes = reader.In(at, nameof(row.Procedures), "guides.field.procedures");
        return new GuideStep(reader.Required(title, reader.In(at, nameof(row.Title), "guides.field.step")), FormReader.Line(row.When), text)
        {
            Procedures = [.. procedures.Select(line => ReadProcedure(reader, codes, line))],
        };
    }

    /// <summary>A code, and behind it a name.</summary>
    private static GuideProcedure ReadProcedure(FormReader reader, FormPlace at, string line)
    {
        var parts = line.Split(' ', 2);
        if (ProcedureCode.TryParse(parts[0], out var code))
        {
            return new GuideProcedure(code, parts.Length > 1 ? FormReader.Line(parts[1]) : null);
        }

        reader.Refuse(at, "guides.bad-code", parts[0]);
        return new GuideProcedure("", null);
    }

    private static string[] LinesOf(string? typed) =>
        [.. (FormReader.Lines(typed) ?? "").Split('\n').Select(FormReader.Line).OfType<string>()];
}

/// <summary>A step of a guide as people type it.</summary>
public sealed class StepRow
{
    public string? Title { get; set; }

    public string? When { get; set; }

    public string? Text { get; set; }

    /// <summary>A code and a name each line.</summary>
    public string? Procedures { get; set; }
}
