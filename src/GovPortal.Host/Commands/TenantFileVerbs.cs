using System.CommandLine;
using GovPortal.Core.Checking;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Transfer;
using GovPortal.Sites;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Host.Commands;

/// <summary><c>tenant export | import | delete</c>.</summary>
internal static class TenantFileVerbs
{
    public static Command Export()
    {
        var name = new Argument<string>("name") { Description = "The site's name." };
        var output = new Option<FileInfo>("--output") { Description = "The .zip to write; nothing may be there.", Required = true };
        var export = new Command("export", "Writes a site with its content, versions, files, settings and people's roles into a file.") { name, output };
        export.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            if (services.GetRequiredService<TenantDirectory>().FindByName(parsed.GetRequiredValue(name)) is not { } site)
            {
                return Unknown(services, parsed.GetRequiredValue(name));
            }

            var path = parsed.GetRequiredValue(output).FullName;
            var done = await services.GetRequiredService<SiteExport>().WriteAsync(site, path, new ProgressLines(Console.Out), stop);
            Console.WriteLine($"{site.Name} is in {path}: {done.Rows} rows, {done.Files} files; read again and found whole.");
            if (done.Orphans > 0)
            {
                Console.WriteLine($"  {done.Orphans} rows tell of something that is gone, and were left out");
            }

            return TellMissing(done.Missing);
        }, Doing.Reads, ct));
        return export;
    }

    public static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = "What tenant export wrote." };
        var name = new Option<string?>("--name") { Description = "What the site is called here; as it was called unless said otherwise." };
        var import = new Command("import", "Takes an exported site in as a new site: all of it or nothing.") { file, name };
        import.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            var arrival = await services.GetRequiredService<SiteArrivals>().TakeInAsync(parsed.GetRequiredValue(file).FullName, parsed.GetValue(name), new ProgressLines(Console.Out), stop);
            if (arrival.Taken is not { } taken)
            {
                return CommandRunner.Refuse(services, arrival.Refusals);
            }

            Console.WriteLine($"{taken.Name} is open at /{taken.Name}/: {taken.Rows} rows, {taken.Files} files taken in");
            foreach (var note in arrival.Notes)
            {
                Console.WriteLine($"  {CommandRunner.SentenceOf(services, note)}");
            }

            foreach (var person in taken.Unknown)
            {
                Console.WriteLine($"  {person.SignInName} ({person.Name}) has no account here; user create takes them in, with a role of their own");
            }

            foreach (var role in taken.LeftOut)
            {
                Console.WriteLine($"  not taken in: {role}");
            }

            return TellMissing(arrival.Missing);
        }, Doing.Publishes, ct));
        return import;
    }

    public static Command Delete()
    {
        var name = new Argument<string>("name") { Description = "The site's name." };
        var yes = new Option<bool>("--yes") { Description = "It is meant; without it the verb only says what would be gone." };
        var delete = new Command("delete", "Takes a site away for good: content, versions, files, settings, roles. Export it first.") { name, yes };
        delete.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            if (services.GetRequiredService<TenantDirectory>().FindByName(parsed.GetRequiredValue(name)) is not { } site)
            {
                return Unknown(services, parsed.GetRequiredValue(name));
            }

            if (site.IsPortal)
            {
                return CommandRunner.Refuse(services, new Refusal("sites.delete.portal", "name", site.Name));
            }

            var removal = services.GetRequiredService<SiteRemoval>();
            if (!parsed.GetValue(yes))
            {
                var counts = await removal.CountAsync(site, stop);
                await Console.Error.WriteLineAsync($"{site.Name} ({site.Title}) has {string.Join(", ", counts.Select(table => $"{table.Value} {table.Key}"))}. Nothing was deleted: say --yes to delete them for good, after tenant export {site.Name} --output FILE.zip if they may be wanted again.");
                return Verbs.WrongUse;
            }

            var gone = await removal.RemoveAsync(site, stop);
            Console.WriteLine($"{site.Name} is gone: {gone.Rows} rows, and {gone.Files} files that no other site has");
            if (gone.Children.Count > 0)
            {
                Console.WriteLine($"  {string.Join(", ", gone.Children)} stood below it, and stand below {site.ParentName ?? "no site"} now");
            }

            return Verbs.Done;
        }, Doing.Publishes, ct));
        return delete;
    }

    /// <summary>Names files that an archive could not hold.</summary>
    internal static int TellMissing(IReadOnlyList<string> missing)
    {
        foreach (var hash in missing)
        {
            Console.Error.WriteLine($"  The bytes of {hash[..16]} are missing or damaged on the disk, so the archive does not hold them; check names the file.");
        }

        return missing.Count == 0 ? Verbs.Done : Verbs.SomeRefused;
    }

    private static int Unknown(IServiceProvider services, string name) => CommandRunner.Refuse(services, new Refusal("sites.unknown", "name", name));
}
