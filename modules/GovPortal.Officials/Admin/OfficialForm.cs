using System.Globalization;
using GovPortal.Editing.Forms;

namespace GovPortal.Officials.Admin;

/// <summary>A person as somebody types them.</summary>
public sealed class OfficialForm : IRecordForm<Official>
{
    public string? Name { get; set; }

    public string? Order { get; set; }

    public bool IsLeader { get; set; }

    public bool IsInformationOfficer { get; set; }

    public bool IsSpokesperson { get; set; }

    public List<PostRow> Posts { get; set; } = [];

    public string? Phone { get; set; }

    public string? Fax { get; set; }

    public string? Email { get; set; }

    public string? Picture { get; set; }

    public string? PictureAlt { get; set; }

    public string? Reception { get; set; }

    public string? ReceptionEn { get; set; }

    public string? Duties { get; set; }

    public string? DutiesEn { get; set; }

    /// <summary>The English was compared with the Vietnamese.</summary>
    public bool IsEnglishRight { get; set; }

    public void Begin() => Posts = [new PostRow()];

    public void Fill(Official record)
    {
        ArgumentNullException.ThrowIfNull(record);
        (Name, IsLeader, IsInformationOfficer, IsSpokesperson) = (record.Name, record.IsLeader, record.IsInformationOfficer, record.IsSpokesperson);
        (Phone, Fax, Email, Picture, PictureAlt) = (record.Phone, record.Fax, record.Email, record.Picture, record.PictureAlt);
        (Reception, ReceptionEn, Duties, DutiesEn) = (record.Reception, record.ReceptionEn, record.Duties, record.DutiesEn);
        Order = record.Order.ToString(CultureInfo.InvariantCulture);
        Posts = [.. record.Posts.Select(held => new PostRow { Post = held.Post, PostEn = held.PostEn, Unit = held.Unit, From = FormReader.Written(held.From), Until = FormReader.Written(held.Until) })];
    }

    public Official Compose(FormReader reader, Official? newest)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return new Official
        {
            Name = reader.Required(FormReader.Line(Name), reader.At(nameof(Name), "officials.name")),
            Posts = [.. Posts.Select((row, number) => row.Read(reader, number)).OfType<HeldPost>()],
            IsLeader = IsLeader,
            IsInformationOfficer = IsInformationOfficer,
            IsSpokesperson = IsSpokesperson,
            Order = OrderField.Read(reader, Order),
            Phone = FormReader.Line(Phone),
            Fax = FormReader.Line(Fax),
            Email = FormReader.Line(Email),
            Picture = ReadPicture(reader),
            PictureAlt = FormReader.Line(PictureAlt),
            Reception = FormReader.Lines(Reception),
            ReceptionEn = FormReader.Lines(ReceptionEn),
            Duties = FormReader.Lines(Duties),
            DutiesEn = FormReader.Lines(DutiesEn),
        };
    }

    private string? ReadPicture(FormReader reader)
    {
        var address = FormReader.Line(Picture);
        if (address is null || address.StartsWith("/tep/", StringComparison.Ordinal))
        {
            return address;
        }

        reader.Refuse(reader.At(nameof(Picture), "officials.picture.address"), "officials.picture.bad", address);
        return null;
    }
}
