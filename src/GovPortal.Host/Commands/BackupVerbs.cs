using System.CommandLine;
using GovPortal.Publishing.Backup;
using GovPortal.Search;

namespace GovPortal.Host.Commands;

/// <summary><c>backup create | restore</c>.</summary>
internal static class BackupVerbs
{
    public static Command Make() => new("backup", "Writes the whole installation into a file, or brings it back from one; also while the server runs.") { Create(), Restore() };

    private static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The .zip to write; nothing may be there." };
        var create = new Command("create", "Writes database, files and keys, as they are at one moment, and reads them again.") { file };
        create.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            var path = parsed.GetRequiredValue(file).FullName;
            var made = await services.GetRequiredService<BackupWriter>().WriteAsync(path, new ProgressLines(Console.Out), stop);
            Console.WriteLine($"{path}: {made.Rows} rows, {made.Files} files, {made.Size} MiB; read again and found whole. It holds everything of everybody: keep it as closely as the server.");
            return TenantFileVerbs.TellMissing(made.Missing);
        }, Doing.Reads, ct));
        return create;
    }

    private static Command Restore()
    {
        var file = new Argument<FileInfo>("file") { Description = "What backup create wrote, on either database." };
        var restore = new Command("restore", "Puts a backup into the place of everything there is; what came after it is gone, and everybody signs in again.") { file };
        restore.SetAction((parsed, ct) => CommandRunner.RunAsync(async (services, stop) =>
        {
            var restored = await services.GetRequiredService<BackupReader>().RestoreAsync(parsed.GetRequiredValue(file).FullName, new ProgressLines(Console.Out), stop);
            services.GetRequiredService<FirstSetup>().Complete();
            services.GetRequiredService<SearchIndexFollower>().RequestRebuild();
            Console.WriteLine($"The installation is as it was on {restored.Moment}: {restored.Rows} rows, {restored.Files} files. The search index is being made anew.");
            return TenantFileVerbs.TellMissing(restored.Missing);
        }, Doing.Restores, ct));
        return restore;
    }
}
