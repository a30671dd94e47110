using System.CommandLine;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Import;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Pages;

namespace GovPortal.Host.Commands;

/// <summary><c>import procedures | documents | articles | calendar FILE</c>.</summary>
internal static class ImportVerb
{
    private const int MostShown = 20;

    public static Command Make()
    {
        var what = new Argument<string>("what") { Description = "procedures, documents, articles or calendar." };
        var file = new Argument<FileInfo>("file") { Description = "A .jsonl or .jsonl.gz file." };
        var tenant = new Option<string?>("--tenant") { Description = "The site every record goes to; otherwise each goes to the site of its agency, and a calendar is the province's." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would happen and changes nothing." };
        var report = new Option<FileInfo?>("--report") { Description = "Writes what became of every line to this JSON file." };
        var import = new Command("import", "Takes records in from a file. Doing it again changes only what differs.") { what, file, tenant, dryRun, report };
        import.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            var readers = services.GetServices<IRecordReader>().Where(r => r.What != "pages").ToArray();
            var others = services.GetServices<IFileImport>().ToArray();
            var asked = parsed.GetRequiredValue(what);
            var (reader, other) = (readers.SingleOrDefault(r => r.What == asked), others.SingleOrDefault(i => i.What == asked));
            if (reader is null && other is null)
            {
                await Console.Error.WriteLineAsync($"“{asked}” cannot be imported; there are {string.Join(", ", [.. readers.Select(r => r.What), .. others.Select(i => i.What)])}.");
                return Verbs.WrongUse;
            }

            Tenant? target = null;
            if (parsed.GetValue(tenant) is { } name && (target = services.GetRequiredService<TenantDirectory>().FindByName(name)) is null)
            {
                return CommandRunner.Refuse(services, new Refusal("sites.unknown", "--tenant", name));
            }

            var path = parsed.GetRequiredValue(file).FullName;
            if (!File.Exists(path))
            {
                await Console.Error.WriteLineAsync($"There is no file {path}.");
                return Verbs.WrongUse;
            }

            if (parsed.GetValue(report) is { } wanted && CannotWrite(wanted.FullName) is { } why)
            {
                await Console.Error.WriteLineAsync($"The report cannot be written to {wanted.FullName}: {why} Nothing was taken in. Name another file with --report.");
                return Verbs.WrongUse;
            }

            var done = reader is not null
                ? await services.GetRequiredService<ImportRun>().RunAsync(reader, path, target, parsed.GetValue(dryRun), new ProgressLines(Console.Out), stop)
                : await other!.RunAsync(path, target, parsed.GetValue(dryRun), stop);
            Tell(done);
            if (!done.IsDryRun && !done.IsWrongFile)
            {
                await CommandAudit.NoteAsync(services, "site.fill", Path.GetFileName(path), new { done.What, Site = target?.Name, done.Added, done.Changed, done.Refused, done.Unplaced });
            }

            if (parsed.GetValue(report) is { } to && await WriteAsync(done, to.FullName) is { } fault)
            {
                await Console.Error.WriteLineAsync($"The report could not be written to {to.FullName}: {fault} Run the import again with another --report; what was taken in stands.");
                return Verbs.SomeRefused;
            }

            return done.IsWrongFile ? Verbs.WrongUse : done.Refused > 0 || done.Stopped is not null ? Verbs.SomeRefused : Verbs.Done;
        }, Doing.Publishes, ct));
        return import;
    }

    /// <summary>Found out before the work: whoever waited for an import wants its report.</summary>
    private static string? CannotWrite(string path)
    {
        try
        {
            var isNew = !File.Exists(path);
            using (new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write))
            {
            }

            if (isNew)
            {
                File.Delete(path);
            }

            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }

    /// <returns>Why it could not be written; null when it was.</returns>
    private static async Task<string?> WriteAsync(ImportReport done, string path)
    {
        try
        {
            await File.WriteAllTextAsync(path, BodyJson.Write(done));
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }

    private static void Tell(ImportReport done)
    {
        if (done.IsWrongFile)
        {
            Console.Error.WriteLine($"{done.File}: {done.Stopped}");
            return;
        }

        var placed = done.Added + done.Changed + done.Unchanged;
        Console.WriteLine($"{done.Records} records: {placed} taken in ({done.Added} added, {done.Changed} changed, {done.Unchanged} unchanged), {done.Refused} refused, {done.Unplaced} unplaced{(done.IsDryRun ? " (dry run: nothing was changed)" : "")}");
        foreach (var refused in done.Refusals.Take(MostShown))
        {
            Console.WriteLine($"  line {refused.Line}, {refused.Field}: {refused.Reason}");
        }

        if (done.Refusals.Count > MostShown)
        {
            Console.WriteLine($"  … and {done.Refusals.Count - MostShown} more; --report FILE lists all");
        }

        foreach (var note in done.Notes)
        {
            Console.WriteLine($"  {note}");
        }

        if (done.Kept > 0)
        {
            Console.WriteLine($"  {done.Kept} records were changed here as well as at their source; what was written here stands:");
            foreach (var kept in done.KeptFields.Take(MostShown))
            {
                Console.WriteLine($"    line {kept.Line}, {kept.Field}: here “{kept.Ours}”, source “{kept.Theirs}”");
            }
        }

        if (done.KeptFields.Count > MostShown)
        {
            Console.WriteLine($"    … and {done.KeptFields.Count - MostShown} more fields; --report FILE lists all");
        }

        if (done.Scheduled > 0)
        {
            Console.WriteLine($"  {done.Scheduled} records have a day to come and go public on it; --report FILE lists them");
        }

        if (done.Unplaced > 0)
        {
            Console.WriteLine($"  {done.Unplaced} records belong to agencies without a site here; --tenant portal puts them on the portal");
        }

        if (done.Remarks.Count > 0)
        {
            Console.WriteLine($"  {done.Remarks.Count} remarks (missing pictures, repaired codes); --report FILE lists them");
        }

        if (done.Stopped is { } stopped)
        {
            Console.Error.WriteLine(stopped);
        }
    }
}
