using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.Rows;

namespace GovPortal.Editing.Forms;

/// <summary>What somebody has typed into a form and not saved properly yet.</summary>
[Carried(Carrying.Backup)]
public sealed class Autosave : ISiteRow
{
    public long Id { get; set; }
    public int TenantId { get; set; }
    public Guid PersonId { get; set; }

    /// <summary>Number of the item, or what the form of a new item was named when it was opened.</summary>
    public required string Key { get; set; }

    /// <summary>Which form it was typed into: the name of a content type.</summary>
    public required string Form { get; set; }

    /// <summary>Null while the item is new.</summary>
    public long? ItemId { get; set; }

    /// <summary>What stood in the form's fields, by name, as JSON.</summary>
    public required string Fields { get; set; }

    /// <summary>The revision the editor started from; null for a new item.</summary>
    public int? Revision { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>When the form of a new item was sent to be saved, so that sending it twice saves it once; null before that.</summary>
    public DateTimeOffset? SentAt { get; set; }
}

/// <summary>Who has an item's form open. Nobody is kept from saving by it: it tells people of each other.</summary>
[Carried(Carrying.Nothing)]
public sealed class WritingLock : ISiteRow
{
    public int TenantId { get; set; }
    public long ItemId { get; set; }
    public Guid PersonId { get; set; }
    public DateTimeOffset Since { get; set; }
    public DateTimeOffset SeenAt { get; set; }
}
