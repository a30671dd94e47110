using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace GovPortal.Core.Files;

/// <summary>Writes files that lie on the disk, under their name and whole, once the call returns: what is acknowledged afterwards survives a power cut.</summary>
internal static partial class DurableFile
{
    /// <summary>Ending of what is still being written; after a crash such a file may be left over, and nobody reads it.</summary>
    public const string PartEnding = ".part";

    private const int BufferSize = 1 << 16;

    // O_RDONLY | O_CLOEXEC of Linux.
    private const int ForReading = 0x80000;

    /// <summary>Written aside in the same folder, flushed to the disk and moved, so that neither a full disk nor a crash leaves half a file under a whole file's name.</summary>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var folder = Path.GetDirectoryName(path)!;
        await MoveInAsync(path, bytes, isFlushed: true, ct);
        FlushFolder(folder);
    }

    /// <summary>Whole or not at all while the system lives; a power cut may leave anything. For what can be made again.</summary>
    public static Task WriteForNowAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken ct) => MoveInAsync(path, bytes, isFlushed: false, ct);

    /// <summary>Sees to it that a file which is there already is also on the disk: whoever wrote it may not have come so far.</summary>
    public static void Confirm(string path)
    {
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
        {
            file.Flush(flushToDisk: true);
        }

        FlushFolder(Path.GetDirectoryName(path)!);
    }

    private static async Task MoveInAsync(string path, ReadOnlyMemory<byte> bytes, bool isFlushed, CancellationToken ct)
    {
        EnsureFolder(Path.GetDirectoryName(path)!);
        var aside = $"{path}.{Guid.NewGuid():n}{PartEnding}";
        try
        {
            await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize, FileOptions.Asynchronous))
            {
                await file.WriteAsync(bytes, ct);
                await file.FlushAsync(ct);
                file.Flush(isFlushed);
            }

            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            // Still there only when it was not moved: the disk is full, or nobody waits any more.
            File.Delete(aside);
        }
    }

    private static void EnsureFolder(string folder)
    {
        if (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } above)
        {
            EnsureFolder(above);
            Directory.CreateDirectory(folder);
            FlushFolder(above);
        }
    }

    /// <summary>On Linux a new name lasts only once its folder is flushed as well; other systems write names through by themselves.</summary>
    private static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // .NET opens no folders; once one is open, it flushes it like any file.
        using var handle = new SafeFileHandle(Open(folder, ForReading), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw new IOException($"The folder {folder} cannot be flushed to the disk: {Marshal.GetLastPInvokeErrorMessage()}");
        }

        RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Open(string path, int flags);
}
