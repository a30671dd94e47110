using System.Globalization;
using GovPortal.Core.Text;
using GovPortal.Editing.Forms;
using GovPortal.Web.Pages;

namespace GovPortal.Alerts.Admin;

/// <summary>An alert as people type it.</summary>
public sealed class AlertForm : IRecordForm<Alert>
{
    public string? Title { get; set; }

    public string? TitleEn { get; set; }

    public string? Text { get; set; }

    public string? TextEn { get; set; }

    public string? Grade { get; set; }

    public string? Category { get; set; }

    public string? Area { get; set; }

    public string? StartsAt { get; set; }

    public string? EndsAt { get; set; }

    /// <summary>Null where the form does not ask: then it stays as it is.</summary>
    public string? Reach { get; set; }

    /// <summary>Names or titles of sites, a line each.</summary>
    public string? Sites { get; set; }

    public void Fill(Alert record)
    {
        ArgumentNullException.ThrowIfNull(record);
        (Title, TitleEn, Text, TextEn, Area) = (record.Title, record.TitleEn, record.Text, record.TextEn, record.Area);
        (Grade, Category, Reach) = (record.Grade.ToString(), record.Category, record.Reach.ToString());
        (StartsAt, EndsAt, Sites) = (FormReader.Written(record.StartsAt), FormReader.Written(record.EndsAt), string.Join('\n', record.Sites));
    }

    public Alert Compose(FormReader reader, Alert? newest)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new Alert
        {
            Title = reader.Required(FormReader.Line(Title), reader.At(nameof(Title), "alerts.field.title")),
            TitleEn = FormReader.Line(TitleEn),
            Text = FormReader.Lines(Text),
            TextEn = FormReader.Lines(TextEn),
            Grade = Enum.TryParse<AlertGrade>(Grade, out var grade) && Enum.IsDefined(grade) ? grade : AlertGrade.Notice,
            Category = FormReader.Line(Category) ?? AlertCodes.Other,
            Area = FormReader.Line(Area),
            StartsAt = reader.RequiredMoment(StartsAt, reader.At(nameof(StartsAt), "alerts.field.starts")),
            EndsAt = reader.RequiredMoment(EndsAt, reader.At(nameof(EndsAt), "alerts.field.ends")),
            Reach = Enum.TryParse<AlertReach>(Reach, out var reach) && Enum.IsDefined(reach) ? reach : newest?.Reach ?? AlertReach.Own,
            Sites = Reach is null ? newest?.Sites ?? [] : [.. (FormReader.Lines(Sites) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        };
    }
}
