namespace GovPortal.Core.Files;

/// <summary>Where the installation keeps its data.</summary>
/// <param name="Path">The data folder: database, files, index, keys, logs.</param>
public sealed record DataFolder(string Path)
{
    // One block of a disk: an empty file fits on a full one.
    private const int Block = 4096;

    /// <exception cref="IOException">A file lies in its place.</exception>
    public string Of(string part) => Directory.CreateDirectory(Free(part)).FullName;

    /// <summary>A folder that the user of the process alone may enter, as it may have been made before.</summary>
    public string OfSecrets(string part)
    {
        var folder = Of(part);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder;
    }

    /// <summary>The folder at a path, made where it is missing.</summary>
    /// <exception cref="InvalidOperationException">The path leads to or through a file.</exception>
    public static DataFolder Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        for (var above = full; above is not null; above = System.IO.Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
            {
                throw new InvalidOperationException($"GovPortal__DataPath is “{path}”, but {above} is a file. Name a folder.");
            }
        }

        return new DataFolder(Directory.CreateDirectory(full).FullName);
    }

    /// <summary>Writes a little and takes it away again.</summary>
    /// <exception cref="IOException">The disk is full or read-only, or a file lies where a folder is kept.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not write here.</exception>
    public async Task InsistOnWritingAsync(CancellationToken ct)
    {
        Free("media");
        var probe = System.IO.Path.Combine(Path, $"write-test.{Environment.ProcessId}");
        try
        {
            await File.WriteAllBytesAsync(probe, new byte[Block], ct);
        }
        finally
        {
            File.Delete(probe);
        }
    }

    private string Free(string part) => System.IO.Path.Combine(Path, part) is var folder && File.Exists(folder)
        ? throw new IOException($"{folder} is a file, where the data folder keeps a folder. Move it away, then start again.")
        : folder;
}
