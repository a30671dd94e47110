using System.CommandLine;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Import;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Pages;

namespace GovPortal.Host.Commands;

/// <summary><c>import procedures | documents | articles | calendar | wordpress | … FILE</c>.</summary>
internal static class ImportVerb
{
    private const int MostShown = 20;
    private const string RedirectHeader = "from,to";

    public static Command Make()
    {
        var words = new ImportWords();
        var import = new Command("import", "Takes records in from a file, from another system's export, or from a site on the web. Doing it again changes only what differs.")
        {
            words.What, words.From, words.Tenant, words.Map, words.Files, words.OldSite, words.DryRun, words.Report,
        };
        import.SetAction((parsed, ct) => CommandRunner.RunAsync((services, stop) => RunAsync(services, words.Read(parsed), stop), Doing.Publishes, ct));
        return import;
    }

    private static async Task<int> RunAsync(IServiceProvider services, AskedImport asked, CancellationToken stop)
    {
        // Pages of recipes are no file that anybody keeps.
        var readers = services.GetServices<IRecordReader>().Where(r => r.What != "pages").ToArray();
        var others = services.GetServices<IFileImport>().ToArray();
        var (reader, other) = (readers.SingleOrDefault(r => r.What == asked.What), others.SingleOrDefault(i => i.What == asked.What));
        if (reader is null && other is null)
        {
            return await WrongAsync($"“{asked.What}” cannot be imported; there are {string.Join(", ", [.. readers.Select(r => r.What), .. others.Select(i => i.What)])}.");
        }

        Tenant? target = null;
        if (asked.Tenant is { } name && (target = services.GetRequiredService<TenantDirectory>().FindByName(name)) is null)
        {
            return CommandRunner.Refuse(services, new Refusal("sites.unknown", "--tenant", name));
        }

        if (WrongUse(asked, other, target) is { } wrong)
        {
            return await WrongAsync(wrong);
        }

        var progress = new ProgressLines(Console.Out);
        var done = reader is not null
            ? await services.GetRequiredService<ImportRun>().RunAsync(reader, asked.Path, target, asked.IsDryRun, progress, stop)
            : await other!.RunAsync(new FileImportOrder(asked.Path, target, asked.IsDryRun) { Map = asked.Map, Files = asked.Files, OldSite = asked.OldSite, Progress = progress }, stop);
        return await EndAsync(services, asked, target, done);
    }

    private static string? WrongUse(AskedImport asked, IFileImport? other, Tenant? target)
    {
        var source = other?.Source ?? ImportSource.File;
        return source != ImportSource.Address && !File.Exists(asked.Path) && !(source == ImportSource.FileOrFolder && Directory.Exists(asked.Path)) ? $"There is no file {asked.Path}."
            : asked.Map is { } map && !File.Exists(map) ? $"There is no file {map}."
            : asked.Files is { } files && !Directory.Exists(files) ? $"There is no folder {files}."
            : other is { NeedsSite: true } && target is null ? $"Say with --tenant NAME which site “import {asked.What}” fills."
            : asked.Report is { } wanted && CannotWrite(wanted) is { } why ? $"The report cannot be written to {wanted}: {why} Nothing was taken in. Name another file with --report."
            : null;
    }

    private static async Task<int> EndAsync(IServiceProvider services, AskedImport asked, Tenant? target, ImportReport done)
    {
        Tell(done);
        if (!done.IsDryRun && !done.IsWrongFile)
        {
            await CommandAudit.NoteAsync(services, "site.fill", done.File, new { done.What, Site = target?.Name, done.Added, done.Changed, done.Refused, done.Unplaced });
        }

        if (asked.Report is { } to && await WriteAsync(done, to) is { } fault)
        {
            await Console.Error.WriteLineAsync($"The report could not be written to {to}: {fault} Run the import again with another --report; what was taken in stands.");
            return Verbs.SomeRefused;
        }

        return done.IsWrongFile ? Verbs.WrongUse : done.Refused > 0 || done.Stopped is not null ? Verbs.SomeRefused : Verbs.Done;
    }

    private static async Task<int> WrongAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return Verbs.WrongUse;
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
            if (done.Redirects.Count > 0)
            {
                await File.WriteAllLinesAsync(path + ".redirects.csv", [RedirectHeader, .. done.Redirects.Select(one => $"{Quoted(one.From)},{Quoted(one.To)}")]);
            }

            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.Message;
        }
    }

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(',', '"') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

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

        if (done.Redirects.Count > 0)
        {
            Console.WriteLine($"  {done.Redirects.Count} old addresses lead to the new ones; --report FILE lists them, and writes them to FILE.redirects.csv");
        }

        if (done.Stopped is { } stopped)
        {
            Console.Error.WriteLine(stopped);
        }
    }
}
