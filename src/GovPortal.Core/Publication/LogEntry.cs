using GovPortal.Core.Modules;
using GovPortal.Core.Tenancy;

namespace GovPortal.Core.Publication;

/// <summary>One line of the publication log: everything that went public, in order, over all sites.</summary>
[Carried(Carrying.Backup)]
public sealed class LogEntry : ISiteRow
{
    public long Position { get; set; }
    public int TenantId { get; set; }

    /// <summary>0 when <see cref="Act"/> is <see cref="PublicationAct.SiteChanged"/>.</summary>
    public long ItemId { get; set; }
    public required string Type { get; set; }
    public PublicationAct Act { get; set; }
    public int? Version { get; set; }
    public DateTimeOffset At { get; set; }
    public Guid? ById { get; set; }
}
