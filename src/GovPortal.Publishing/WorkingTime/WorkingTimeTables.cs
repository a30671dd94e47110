using GovPortal.Core.Tenancy;
using GovPortal.Core.WorkingTime;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.WorkingTime;

/// <summary>A day of a site's calendar; the portal's are the province's, and hold for every site that says nothing else of the day.</summary>
public sealed class StoredDay : ISiteRow
{
    public int TenantId { get; set; }
    public DateOnly Date { get; set; }
    public DayKind Kind { get; set; }
    public DayPart Part { get; set; }
    public required string Name { get; set; }
}

/// <summary>The hours of a weekday at a site; the portal's are the province's.</summary>
public sealed class StoredHours : ISiteRow
{
    public int TenantId { get; set; }
    public DayOfWeek Weekday { get; set; }

    /// <summary>As <see cref="WeeklyHours.Parse"/> reads it; empty where the weekday is free.</summary>
    public required string Hours { get; set; }
}

/// <summary>Tables of calendars.</summary>
public static class WorkingTimeTables
{
    extension(PortalDb db)
    {
        public DbSet<StoredDay> WorkingDays => db.Set<StoredDay>();
        public DbSet<StoredHours> WorkingHours => db.Set<StoredHours>();
    }

    public static void Describe(ModelBuilder builder)
    {
        builder.Entity<StoredDay>(day =>
        {
            day.ToTable("working_days");
            day.HasKey(d => new { d.TenantId, d.Date });
            day.Property(d => d.Kind).HasConversion<string>();
            day.Property(d => d.Part).HasConversion<string>();
            day.Property(d => d.Name).HasMaxLength(CalendarDay.NameLength);
        });
        builder.Entity<StoredHours>(hours =>
        {
            hours.ToTable("working_hours");
            hours.HasKey(h => new { h.TenantId, h.Weekday });
            hours.Property(h => h.Weekday).HasConversion<string>();
        });
    }
}
