using GovPortal.Editing.Forms;

namespace GovPortal.Galleries.Admin;

/// <summary>An album as people put it together.</summary>
public sealed class AlbumForm : IRecordForm<Album>
{
    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? TakenOn { get; set; }

    public List<PictureRow> Pictures { get; set; } = [];

    public void Fill(Album record)
    {
        ArgumentNullException.ThrowIfNull(record);
        (Title, Summary, TakenOn) = (record.Title, record.Summary, FormReader.Written(record.TakenOn));
        Pictures = [.. record.Pictures.Select(picture => new PictureRow { Path = picture.Path, Alt = picture.Alt, Caption = picture.Caption, Credit = picture.Credit })];
    }

    public Album Compose(FormReader reader, Album? newest)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new Album
        {
            Title = reader.Required(FormReader.Line(Title), reader.At(nameof(Title), "galleries.field.title")),
            Summary = FormReader.Lines(Summary),
            TakenOn = reader.Day(TakenOn, reader.At(nameof(TakenOn), "galleries.field.taken")),
            Pictures = [.. Pictures.Select((row, number) => Read(reader, row, number)).OfType<AlbumPicture>()],
        };
    }

    private static AlbumPicture? Read(FormReader reader, PictureRow row, int number)
    {
        var (path, alt, caption, credit) = (FormReader.Line(row.Path), FormReader.Line(row.Alt), FormReader.Line(row.Caption), FormReader.Line(row.Credit));
        if (path is null && alt is null && caption is null)
        {
            return null;
        }

        var at = reader.In(reader.Row(nameof(Pictures), number, "galleries.picture"), nameof(row.Path), "galleries.field.path");
        if (path is not null && !path.StartsWith("/tep/", StringComparison.Ordinal))
        {
            reader.Refuse(at, "galleries.not-in-library", path);
        }

        return new AlbumPicture(reader.Required(path, at), alt, caption, credit);
    }
}

/// <summary>A picture of the album.</summary>
public sealed class PictureRow
{
    public string? Path { get; set; }

    public string? Alt { get; set; }

    public string? Caption { get; set; }

    public string? Credit { get; set; }
}
