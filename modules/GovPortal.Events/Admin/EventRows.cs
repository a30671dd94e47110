using GovPortal.Editing.Forms;

namespace GovPortal.Events.Admin;

public sealed class FileRow
{
    public string? Name { get; set; }

    public string? Url { get; set; }

    public static FileRow Of(EventFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new FileRow { Name = file.Name, Url = file.Url };
    }

    /// <summary>Null where nothing was typed.</summary>
    public EventFile? Read(FormReader reader, FormPlace at)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (name, url) = (FormReader.Line(Name), FormReader.Line(Url));
        if (name is null && url is null)
        {
            return null;
        }

        var place = reader.In(at, nameof(Url), "events.form.file.address");
        return new EventFile(reader.Required(name, reader.In(at, nameof(Name), "events.form.file.name")), reader.Required(EventForm.Address(reader, url, place, mayBeFile: true), place));
    }
}

/// <summary>A session of the programme.</summary>
public sealed class SessionRow
{
    public string? Title { get; set; }

    public string? Track { get; set; }

    public string? Chair { get; set; }

    public string? StartsAt { get; set; }

    public string? EndsAt { get; set; }

    public List<TalkRow> Talks { get; set; } = [];

    /// <summary>Null where nothing was typed.</summary>
    public EventSession? Read(FormReader reader, FormPlace at)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (title, start) = (FormReader.Line(Title), FormReader.Line(StartsAt));
        var talks = Talks.Select((row, number) => row.Read(reader, reader.Row(at, nameof(Talks), number, "events.form.talk"))).OfType<EventTalk>().ToArray();
        if (title is null && start is null && talks.Length == 0)
        {
            return null;
        }

        var place = reader.In(at, nameof(StartsAt), "events.field.starts");
        return new EventSession(reader.Required(title, reader.In(at, nameof(Title), "events.form.session.title")), reader.RequiredMoment(start, place))
        {
            EndsAt = reader.Moment(EndsAt, reader.In(at, nameof(EndsAt), "events.field.ends")),
            Track = FormReader.Line(Track),
            Chair = FormReader.Line(Chair),
            Talks = talks,
        };
    }
}

/// <summary>A talk of a session, with its paper or slides.</summary>
public sealed class TalkRow
{
    public string? Title { get; set; }

    public string? Authors { get; set; }

    /// <summary>Of the file.</summary>
    public string? Name { get; set; }

    public string? Url { get; set; }

    /// <summary>Null where nothing was typed.</summary>
    public EventTalk? Read(FormReader reader, FormPlace at)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (title, authors, url) = (FormReader.Line(Title), FormReader.Line(Authors), FormReader.Line(Url));
        if (title is null && authors is null && url is null)
        {
            return null;
        }

        var address = EventForm.Address(reader, url, reader.In(at, nameof(Url), "events.form.file.address"), mayBeFile: true);
        return new EventTalk(reader.Required(title, reader.In(at, nameof(Title), "events.form.talk.title")), authors, address is null ? null : new EventFile(FormReader.Line(Name) ?? title ?? address, address));
    }
}
