using GovPortal.Editing.Forms;

namespace GovPortal.Feedback.Admin;

/// <summary>A question and its answer as people type them.</summary>
public sealed class QuestionForm : IRecordForm<Question>
{
    public string? Title { get; set; }

    public string? Text { get; set; }

    public string? Answer { get; set; }

    public string? Asker { get; set; }

    public string? AskedOn { get; set; }

    public string? AnsweredBy { get; set; }

    public string? AnsweredOn { get; set; }

    public string? Field { get; set; }

    public void Fill(Question record)
    {
        ArgumentNullException.ThrowIfNull(record);
        (Title, Text, Answer, Asker, Field) = (record.Title, record.Text, record.Answer, record.Asker, record.Field);
        (AskedOn, AnsweredBy, AnsweredOn) = (FormReader.Written(record.AskedOn), record.AnsweredBy, FormReader.Written(record.AnsweredOn));
    }

    public Question Compose(FormReader reader, Question? newest)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new Question
        {
            Title = reader.Required(FormReader.Line(Title), reader.At(nameof(Title), "feedback.subject")),
            Text = reader.Required(FormReader.Lines(Text), reader.At(nameof(Text), "feedback.question")),
            Answer = reader.Required(FormReader.Lines(Answer), reader.At(nameof(Answer), "feedback.answer")),
            Asker = FormReader.Line(Asker),
            AskedOn = reader.Day(FormReader.Line(AskedOn), reader.At(nameof(AskedOn), "feedback.asked-on")),
            AnsweredBy = reader.Required(FormReader.Line(AnsweredBy), reader.At(nameof(AnsweredBy), "feedback.answered-by")),
            AnsweredOn = reader.Day(FormReader.Line(AnsweredOn), reader.At(nameof(AnsweredOn), "feedback.answered-on")),
            Field = FormReader.Line(Field),
        };
    }
}
