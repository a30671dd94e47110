using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Core.WorkingTime;
using GovPortal.Publishing.Import;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.WorkingTime;

/// <summary><c>import calendar FILE</c>: holidays, make-up days and hours, of the province or of one site. All good lines are kept together or, where storage fails, none.</summary>
public sealed class CalendarImport(PortalDbFactory databases, TenantDirectory directory, WorkingCalendars calendars, IEnumerable<IPromises> promises, AuditTrail audit, Texts texts) : IFileImport
{
    private const int MostNamed = 20;

    public string What => "calendar";

    /// <summary>Without a site it is the province's calendar.</summary>
    public async Task<ImportReport> RunAsync(FileImportOrder order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        var (path, target, isDryRun) = order;
        var report = new ImportReport { What = What, File = Path.GetFileName(path), IsDryRun = isDryRun };
        if (FileFormat.WrongIn(path) is { } wrong)
        {
            (report.IsWrongFile, report.Stopped) = (true, texts.In(Texts.English, $"import.file.{wrong}"));
            return report;
        }

        var site = target ?? directory.Portal!;
        await using var db = databases.OpenFor(site);
        var taking = new Taking(db, site.Id, await db.WorkingDays.ToDictionaryAsync(d => d.Date, ct), await db.WorkingHours.ToDictionaryAsync(h => h.Weekday, ct), report, texts);
        await ReadAsync(path, taking, ct);
        report.Sites[site.Name] = report.Added + report.Changed + report.Unchanged;
        if (!isDryRun && report.Added + report.Changed > 0)
        {
            var sites = target is null ? directory.All : [site];
            var before = await CalendarsOfAsync(sites, ct);
            audit.Note(db, site, "calendar.import", report.File, by: null, after: new { report.Added, report.Changed });
            await db.SaveChangesAsync(ct);
            await TellPromisesAsync(sites, before, report, ct);
        }

        return report;
    }

    private async Task<IReadOnlyList<WorkingCalendar>> CalendarsOfAsync(IReadOnlyList<Tenant> sites, CancellationToken ct)
    {
        var all = new List<WorkingCalendar>();
        foreach (var site in sites)
        {
            all.Add(await calendars.OfAsync(site, ct));
        }

        return all;
    }

    /// <summary>What was promised stands; which promises would be others is told.</summary>
    private async Task TellPromisesAsync(IReadOnlyList<Tenant> sites, IReadOnlyList<WorkingCalendar> before, ImportReport report, CancellationToken ct)
    {
        var after = await CalendarsOfAsync(sites, ct);
        for (var n = 0; n < sites.Count; n++)
        {
            foreach (var kind in promises)
            {
                if (await kind.MovedAsync(sites[n], before[n], after[n], ct) is { Count: > 0 } moved)
                {
                    report.Notes.Add(texts.Filled(Texts.English, "working-time.import.promised", sites[n].Name, moved.Count, string.Join(", ", moved.Take(MostNamed)) + (moved.Count > MostNamed ? ", …" : "")));
                }
            }
        }
    }

    private async Task ReadAsync(string path, Taking taking, CancellationToken ct)
    {
        var number = 0;
        try
        {
            using var file = new LineFile(path);
            while (await file.ReadLineAsync(ct) is { } line)
            {
                number++;
                if (InvisibleSigns.Trim(line, out _) is { Length: > 0 } record)
                {
                    taking.Take(number, record);
                }
            }
        }
        catch (InvalidDataException damaged)
        {
            taking.Report.Stopped = texts.Filled(Texts.English, "import.stopped.damaged", number, damaged.Message);
        }
    }

    /// <summary>One file on its way into the tables.</summary>
    private sealed record Taking(PortalDb Db, int SiteId, Dictionary<DateOnly, StoredDay> Days, Dictionary<DayOfWeek, StoredHours> Hours, ImportReport Report, Texts Texts)
    {
        private readonly Dictionary<object, int> lineOf = [];

        public void Take(int number, string text)
        {
            Report.Records++;
            var (line, refusals) = CalendarLine.Read(text);
            IReadOnlyList<object> keys = line is null ? [] : line.Weekday is { } named ? [named] : [.. line.Days.Select(day => (object)day.Date)];
            if (keys.FirstOrDefault(lineOf.ContainsKey) is { } twice)
            {
                refusals = [new Refusal("import.line.repeated", "(line)", lineOf[twice].ToString(CultureInfo.InvariantCulture))];
            }

            if (refusals.Count > 0)
            {
                Report.Refusals.AddRange(refusals.Select(r => new RefusedLine(number, r.Field, r.Value, r.Code, Texts.Sentence(Texts.English, r))));
                return;
            }

            foreach (var key in keys)
            {
                lineOf[key] = number;
            }

            Count(line!.Weekday is { } weekday ? [TakeHours(weekday, WeeklyHours.Write(line.Shifts))] : [.. line.Days.Select(TakeDay)]);
        }

        // A line is one record, though it may stand for many days.
        private void Count(IReadOnlyList<EntityState> states)
        {
            if (states.All(state => state == EntityState.Added))
            {
                Report.Added++;
            }
            else if (states.All(state => state == EntityState.Unchanged))
            {
                Report.Unchanged++;
            }
            else
            {
                Report.Changed++;
            }
        }

        private EntityState TakeDay(CalendarDay day)
        {
            if (!Days.TryGetValue(day.Date, out var stored))
            {
                Db.WorkingDays.Add(new StoredDay { TenantId = SiteId, Date = day.Date, Kind = day.Kind, Part = day.Part, Name = day.Name });
                return EntityState.Added;
            }

            (stored.Kind, stored.Part, stored.Name) = (day.Kind, day.Part, day.Name);
            return Db.Entry(stored).State;
        }

        private EntityState TakeHours(DayOfWeek weekday, string written)
        {
            if (!Hours.TryGetValue(weekday, out var stored))
            {
                Db.WorkingHours.Add(new StoredHours { TenantId = SiteId, Weekday = weekday, Hours = written });
                return EntityState.Added;
            }

            stored.Hours = written;
            return Db.Entry(stored).State;
        }
    }
}
