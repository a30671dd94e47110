using GovPortal.Core.Modules;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Moves;

/// <summary>A reorganisation that was carried out, with what is needed to take it back.</summary>
[Carried(Carrying.Backup)]
public sealed class SiteMove
{
    public int Id { get; set; }

    public MoveKind Kind { get; set; }

    /// <summary>Names of the sites that gave, separated by spaces.</summary>
    public required string Sites { get; set; }

    /// <summary>Name of the site that took; of the renamed one, its new name; empty where a site closed without a successor.</summary>
    public required string Into { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary><see cref="MoveJournal"/> as JSON.</summary>
    public required string Journal { get; set; }
}

public enum MoveKind
{
    Close,
    Merge,
    Rename,
}

/// <summary>The table of reorganisations.</summary>
public static class MoveTables
{
    public static void Describe(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Entity<SiteMove>(move =>
        {
            move.ToTable("site_moves");
            move.Property(m => m.Kind).HasConversion<string>();
        });
    }
}
