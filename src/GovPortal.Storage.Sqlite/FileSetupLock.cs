using System.Globalization;
using GovPortal.Core.Files;

namespace GovPortal.Storage.Sqlite;

/// <summary>An open file of the data folder, for SQLite. A file that merely lies there holds nobody up.</summary>
internal sealed class FileSetupLock(DataFolder data, TimeProvider clock) : ISetupLock
{
    private string LockPath => Path.Combine(data.Path, "setup.lock");

    // Beside the lock: while that is held, nobody else can read what stands in it.
    private string HolderPath => Path.Combine(data.Path, "setup.lock.holder");

    public async Task<IAsyncDisposable?> TryTakeAsync(CancellationToken ct)
    {
        FileStream held;
        try
        {
            held = new FileStream(LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (IsHeld())
        {
            return null;
        }

        await File.WriteAllTextAsync(HolderPath, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}, since {clock.GetLocalNow():HH:mm:ss}"), ct);
        return held;
    }

    public async Task<string?> HolderAsync(CancellationToken ct)
    {
        try
        {
            return await File.ReadAllTextAsync(HolderPath, ct);
        }
        catch (IOException)
        {
            // It has only just been taken, or let go.
            return null;
        }
    }

    // A full or read-only disk fails in the same way, and is no reason to wait.
    private bool IsHeld()
    {
        try
        {
            using var look = new FileStream(LockPath, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (IOException fault)
        {
            return !StorageFault.IsOfDisk(fault);
        }
    }
}
