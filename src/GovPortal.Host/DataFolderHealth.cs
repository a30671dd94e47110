using GovPortal.Core.Configuration;
using GovPortal.Core.Files;
using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace GovPortal.Host;

/// <summary>How much room there must be on the disk of the data folder.</summary>
/// <param name="Bytes">Below it <c>/health/ready</c> is degraded.</param>
internal sealed record LeastFreeSpace(long Bytes)
{
    public const string Setting = "GovPortal:Health:FreeMiB";

    /// <exception cref="InvalidOperationException">The setting is out of its range.</exception>
    public static LeastFreeSpace From(IConfiguration settings) =>
        new(settings.Number(Setting, 200L, 0, 1_000_000_000) << 20);
}

/// <summary>Whether the data folder can be written to, and has room. Folders in it may lie on disks of their own, so each that grows is asked.</summary>
internal sealed class DataFolderHealth(DataFolder data, LeastFreeSpace least) : IHealthCheck
{
    private const int ProbeLength = 1 << 16;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string[] folders = [data.Path, Path.Combine(data.Path, "media"), Path.Combine(data.Path, "index")];
        var broken = folders.Select(folder => (Folder: folder, Fault: FaultOf(folder))).FirstOrDefault(probe => probe.Fault is not null);
        if (broken.Fault is { } fault)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy($"Nothing can be written to {broken.Folder}: {fault}"));
        }

        var (narrowest, free) = folders.Select(folder => (folder, new DriveInfo(folder).AvailableFreeSpace)).MinBy(disk => disk.AvailableFreeSpace);
        return Task.FromResult(free >= least.Bytes ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{free >> 20} MiB are free on the disk of {narrowest}; {LeastFreeSpace.Setting} asks for {least.Bytes >> 20}."));
    }

    /// <summary>Why nothing can be written to a folder; null when it can.</summary>
    private static string? FaultOf(string folder)
    {
        try
        {
            Probe(Directory.CreateDirectory(folder).FullName);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }

    // A full disk may still take a name; it does not take bytes.
    private static void Probe(string folder)
    {
        var path = Path.Combine(folder, $"health.{Guid.NewGuid():n}.part");
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        file.Write(new byte[ProbeLength]);
    }
}

/// <summary>Whether the keys that protect sign-ins and forms can be read.</summary>
internal sealed class KeysHealth(DataFolder data, IOptions<KeyManagementOptions> options, IActivator activator) : IHealthCheck
{
    private readonly System.Threading.Lock gate = new();
    private string? seen;
    private HealthCheckResult found;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(Look());

    /// <summary>How the keys stand now.</summary>
    public HealthCheckResult Look()
    {
        lock (gate)
        {
            // The same files are read once.
            var files = Files();
            var standing = string.Join('\n', files.OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => $"{f.Name} {f.Length} {f.LastWriteTimeUtc.Ticks}"));
            if (standing != seen)
            {
                (seen, found) = (standing, Read(files.Count(f => f.Name.StartsWith("key-", StringComparison.Ordinal))));
            }

            return found;
        }
    }

    private FileInfo[] Files()
    {
        try
        {
            return new DirectoryInfo(data.Of("keys")).GetFiles("*.xml");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Closed to this process, or a file lies in its place: nothing can be read, which is what counts.
            return [];
        }
    }

    private HealthCheckResult Read(int written)
    {
        try
        {
            // The server makes its first key before it serves.
            if (written == 0)
            {
                return HealthCheckResult.Unhealthy("The folder of keys is empty or cannot be read. Whoever is signed in stays so at most until the next start. Restore it from a backup, or start the server again: that makes a new key, and people must sign in again.");
            }

            // A manager of its own: the one in use knows its keys by heart. One that cannot be read is left out without a word.
            var readable = new XmlKeyManager(options, activator).GetAllKeys().Count(key => key.CreateEncryptor() is not null);
            return readable >= written ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"{written - readable} of {written} keys cannot be read; restore them from a backup, or people must sign in again.");
        }
        catch (Exception failure)
        {
            return HealthCheckResult.Unhealthy($"The keys cannot be read; restore them from a backup, or remove what is broken, and people must sign in again: {failure.Message}");
        }
    }
}
