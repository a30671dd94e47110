using System.Globalization;
using GovPortal.Core.Text;
using GovPortal.Editing.Forms;
using GovPortal.Web.Pages;

namespace GovPortal.Events.Admin;

/// <summary>An event as people type it.</summary>
public sealed class EventForm : IRecordForm<PublicEvent>
{
    public const string Yes = "yes";

    public string? Title { get; set; }

    public string? StartsAt { get; set; }

    public string? EndsAt { get; set; }

    public string? Place { get; set; }

    public string? OnlineAddress { get; set; }

    public string? Organiser { get; set; }

    public string? Contact { get; set; }

    public string? Summary { get; set; }

    public string? Details { get; set; }

    public string? Results { get; set; }

    /// <summary><c>yes</c> where people register; empty where one simply comes.</summary>
    public string? Registers { get; set; }

    public string? ClosesOn { get; set; }

    public string? Capacity { get; set; }

    public string? Consent { get; set; }

    public List<FileRow> Files { get; set; } = [];

    public List<SessionRow> Sessions { get; set; } = [];

    public void Fill(PublicEvent record)
    {
        ArgumentNullException.ThrowIfNull(record);
        (Title, Place, OnlineAddress, Organiser, Contact) = (record.Title, record.Place, record.OnlineAddress, record.Organiser, record.Contact);
        (Summary, Details, Results) = (record.Summary, record.Details, record.Results);
        (StartsAt, EndsAt) = (FormReader.Written(record.StartsAt), FormReader.Written(record.EndsAt));
        (Registers, ClosesOn, Capacity, Consent) = (record.Registration is null ? null : Yes, FormReader.Written(record.Registration?.ClosesOn), record.Registration?.Capacity?.ToString(CultureInfo.InvariantCulture), record.Registration?.Consent);
        Files = [.. record.Files.Select(FileRow.Of)];
        Sessions = [.. record.Sessions.Select(session => new SessionRow
        {
            Title = session.Title,
            Track = session.Track,
            Chair = session.Chair,
            StartsAt = FormReader.Written(session.StartsAt),
            EndsAt = FormReader.Written(session.EndsAt),
            Talks = [.. session.Talks.Select(talk => new TalkRow { Title = talk.Title, Authors = talk.Authors, Name = talk.File?.Name, Url = talk.File?.Url })],
        })];
    }

    public PublicEvent Compose(FormReader reader, PublicEvent? newest)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var start = reader.At(nameof(StartsAt), "events.field.starts");
        return new PublicEvent
        {
            Title = reader.Required(FormReader.Line(Title), reader.At(nameof(Title), "events.field.title")),
            StartsAt = reader.RequiredMoment(StartsAt, start),
            EndsAt = reader.Moment(EndsAt, reader.At(nameof(EndsAt), "events.field.ends")),
            Place = FormReader.Line(Place),
            OnlineAddress = Address(reader, FormReader.Line(OnlineAddress), reader.At(nameof(OnlineAddress), "events.field.online"), mayBeFile: false),
            Organiser = FormReader.Line(Organiser),
            Contact = FormReader.Line(Contact),
            Summary = FormReader.Line(Summary),
            Details = FormReader.Lines(Details),
            Results = FormReader.Lines(Results),
            Registration = Registers == Yes ? ReadRegistration(reader) : null,
            Files = [.. Files.Select((row, number) => row.Read(reader, reader.Row(nameof(Files), number, "events.files"))).OfType<EventFile>()],
            Sessions = [.. Sessions.Select((row, number) => row.Read(reader, reader.Row(nameof(Sessions), number, "events.programme"))).OfType<EventSession>()],
        };
    }

    private EventRegistration ReadRegistration(FormReader reader)
    {
        int? capacity = null;
        if (FormReader.Line(Capacity) is { } typed)
        {
            capacity = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var places) && places is >= 1 and <= EventRegistration.MostPlaces ? places : null;
            if (capacity is null)
            {
                reader.Refuse(reader.At(nameof(Capacity), "events.field.capacity"), "events.capacity", typed);
            }
        }

        var closesOn = reader.Day(ClosesOn, reader.At(nameof(ClosesOn), "events.field.closes"));
        return new EventRegistration(closesOn, capacity, reader.Required(FormReader.Lines(Consent), reader.At(nameof(Consent), "events.field.consent")));
    }

    /// <summary>An address outside that is safe to follow, or one of the library where that may be.</summary>
    internal static string? Address(FormReader reader, string? line, FormPlace at, bool mayBeFile)
    {
        if (line is not null && !(mayBeFile && line.StartsWith("/tep/", StringComparison.Ordinal)) && !(Uri.TryCreate(line, UriKind.Absolute, out var outside) && outside.Scheme == Uri.UriSchemeHttps))
        {
            reader.Refuse(at, "form.address", line);
        }

        return line;
    }
}
