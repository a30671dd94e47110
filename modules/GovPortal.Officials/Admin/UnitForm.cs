using System.Globalization;
using GovPortal.Editing.Forms;

namespace GovPortal.Officials.Admin;

/// <summary>A unit as people type it.</summary>
public sealed class UnitForm : IRecordForm<OrganizationUnit>
{
    public string? Name { get; set; }

    public string? NameEn { get; set; }

    /// <summary>Key of the unit above; empty directly below the agency.</summary>
    public string? Under { get; set; }

    public string? Order { get; set; }

    public string? Tasks { get; set; }

    public string? TasksEn { get; set; }

    public string? Address { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    /// <summary>The English was compared with the Vietnamese.</summary>
    public bool IsEnglishRight { get; set; }

    public void Fill(OrganizationUnit record)
    {
        ArgumentNullException.ThrowIfNull(record);
        (Name, NameEn, Under, Tasks, TasksEn) = (record.Name, record.NameEn, record.Under, record.Tasks, record.TasksEn);
        (Address, Phone, Email) = (record.Address, record.Phone, record.Email);
        Order = record.Order.ToString(CultureInfo.InvariantCulture);
    }

    public OrganizationUnit Compose(FormReader reader, OrganizationUnit? newest)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var name = reader.Required(FormReader.Line(Name), reader.At(nameof(Name), "officials.unit.name"));
        return new OrganizationUnit
        {
            Key = newest?.Key ?? UnitReader.KeyOf(name),
            Name = name,
            NameEn = FormReader.Line(NameEn),
            Under = FormReader.Line(Under),
            Order = OrderField.Read(reader, Order),
            Tasks = FormReader.Lines(Tasks),
            TasksEn = FormReader.Lines(TasksEn),
            Address = FormReader.Line(Address),
            Phone = FormReader.Line(Phone),
            Email = FormReader.Line(Email),
        }.WithEnglishSince(newest, IsEnglishRight);
    }
}
