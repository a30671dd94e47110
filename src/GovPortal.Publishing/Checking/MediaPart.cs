using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Checking;

/// <summary>Whether the bytes of every file lie on the disk, as long as they were and with their hash; whether pictures have their widths; and what lies there that nobody names.</summary>
internal sealed class MediaPart(PortalDbFactory databases, TenantDirectory directory, SiteFilesOf filesOf, FileStore store, DataFolder data, Suspects suspects, TimeProvider clock) : IInstallationCheck
{
    private static readonly string[] Endings = [".webp", ".avif"];

    // Who stores a file lays down its bytes first and names them then.
    private static readonly TimeSpan JustLaidDown = TimeSpan.FromHours(1);

    public string Part => "media";

    public async Task CheckAsync(CheckRun run, CancellationToken ct)
    {
        var read = new Dictionary<string, FileState>(StringComparer.Ordinal);
        foreach (var tenant in directory.All)
        {
            run.Tell(tenant.Name);
            await using var db = databases.OpenFor(tenant);
            var rendering = (await db.FileWorks.Where(work => work.Task == FileTask.Render).Select(work => work.FileId).ToListAsync(ct)).ToHashSet();
            foreach (var file in await db.Files.AsNoTracking().OrderBy(file => file.Id).ToListAsync(ct))
            {
                run.Count("files", read.ContainsKey(file.Hash) ? 0 : 1);
                await CheckAsync(file, tenant, read, run);
                if (file.DeletedAt is null && !rendering.Contains(file.Id) && read[file.Hash] == FileState.Sound)
                {
                    await CheckRenditionsAsync(file, tenant, run, ct);
                }
            }
        }

        if (read.Where(one => one.Value != FileState.Sound).Select(one => one.Key).ToArray() is { Length: > 0 } unsound)
        {
            // A server beside this command would meet it at the end of the day.
            suspects.Tell(Part, unsound);
        }

        await LookForUnnamedAsync(read.Keys.ToHashSet(StringComparer.Ordinal), run);
    }

    private async Task CheckAsync(StoredFile file, Tenant tenant, Dictionary<string, FileState> read, CheckRun run)
    {
        if (!read.TryGetValue(file.Hash, out var state))
        {
            read[file.Hash] = state = await store.ReadAsync(file);
        }

        if (state != FileState.Sound)
        {
            run.Add(new Difference(Part, state == FileState.Missing ? "missing" : "damaged", $"{tenant.Name} {file.Name}",
                $"The bytes of “{file.Title}” ({file.Hash[..StoredFile.PrintLength]}, {file.Length} bytes) are {(state == FileState.Missing ? "not there" : "others than were stored")}. Upload the file once more, or lay it into {store.PathOf(file.Hash)} from a backup."));
        }
    }

    private async Task CheckRenditionsAsync(StoredFile file, Tenant tenant, CheckRun run, CancellationToken ct)
    {
        var absent = new List<string>();
        foreach (var width in (file.Renditions ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse))
        {
            foreach (var ending in Endings)
            {
                run.Count("widths of pictures", 1);
                if (!await store.HasRenditionAsync(file.Hash, width, ending))
                {
                    absent.Add($"{width}{ending}");
                }
            }
        }

        if (absent.Count > 0)
        {
            run.Add(new Difference(Part, "missing", $"{tenant.Name} {file.Name}", $"The picture lacks {string.Join(", ", absent)}, or they are damaged; the server makes them anew.") { IsMended = run.IsMending });
            await (run.IsMending ? filesOf(tenant).RequestRenditionsAsync(file, ct) : Task.CompletedTask);
        }
    }

    private async Task LookForUnnamedAsync(HashSet<string> named, CheckRun run)
    {
        var folder = Path.Combine(data.Path, "media");
        var old = clock.GetUtcNow().UtcDateTime - JustLaidDown;
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
        {
            var name = Path.GetFileName(path);
            if (named.Contains(name.Split('.')[0]) && !name.EndsWith(DurableFile.PartEnding, StringComparison.Ordinal) || File.GetLastWriteTimeUtc(path) > old)
            {
                continue;
            }

            run.Add(new Difference(Part, "superfluous", Path.GetRelativePath(data.Path, path), "Nobody names these bytes.") { IsMended = run.IsMending });
            if (run.IsMending)
            {
                await RemoveAsync(path);
            }
        }
    }

    private async Task RemoveAsync(string path)
    {
        if (Path.GetFileName(path) is { Length: 64 } hash)
        {
            await store.EraseAsync(hash, () => Task.FromResult(false));
            return;
        }

        File.Delete(path);
    }
}
