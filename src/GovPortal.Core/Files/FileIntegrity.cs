using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace GovPortal.Core.Files;

/// <summary>Whether a stored file is what was stored.</summary>
public enum FileState
{
    Sound,
    Missing,

    /// <summary>Its length or its hash is another one, or it cannot be read.</summary>
    Damaged,
}

/// <summary>
/// Compares files with the hash they were stored under, once for each state of a file in this process: a file of the same length and
/// time of writing is not read again, except by <see cref="ReadAsync"/>.
/// </summary>
public sealed class FileIntegrity(ILogger<FileIntegrity> logger)
{
    // Verdicts take about 200 bytes each.
    private const int MostRemembered = 100_000;
    private const int MostNamed = 1_000;

    private readonly ConcurrentDictionary<string, Verdict> verdicts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> unsound = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<FileState>>> reading = new(StringComparer.Ordinal);

    /// <summary>What is known without reading it: a file of the right length that nobody has read yet counts as sound.</summary>
    /// <param name="length">In bytes; null where it is not known.</param>
    public FileState Look(string path, long? length)
    {
        var file = new FileInfo(path);
        var state = !file.Exists ? FileState.Missing
            : length is { } whole && file.Length != whole ? FileState.Damaged
            : Remembered(path, file) ?? FileState.Sound;
        if (state != FileState.Sound && length is not null)
        {
            Remember(path, file, state);
        }

        return state;
    }

    /// <summary>Paths of the files that were found unsound and are so still, whoever met them; a thousand of them at most.</summary>
    public IReadOnlyCollection<string> Unsound => [.. unsound.Select(one => one.Key).Where(path => Look(path, null) != FileState.Sound).Take(MostNamed)];

    /// <summary>A file that nobody names any more is missed by nobody.</summary>
    public void Forget(string path) => unsound.TryRemove(path, out _);

    /// <summary>What was found when the file was read in its present state; null when it has not been.</summary>
    public FileState? Known(string path) => new FileInfo(path) is { Exists: true } file ? Remembered(path, file) : null;

    /// <summary>Reads a file unless it has been read in its present state.</summary>
    /// <param name="hash">Lower-case hexadecimal SHA-256 that its bytes must have.</param>
    /// <param name="length">In bytes; null where it is not known.</param>
    public async Task<FileState> CheckAsync(string path, string hash, long? length = null)
    {
        var file = new FileInfo(path);
        if (file.Exists && Remembered(path, file) is { } known)
        {
            return known;
        }

        // Many may ask for it at once; it is read once.
        var one = reading.GetOrAdd(path, _ => new Lazy<Task<FileState>>(() => ReadAsync(path, hash, length)));
        try
        {
            return await one.Value;
        }
        finally
        {
            reading.TryRemove(KeyValuePair.Create(path, one));
        }
    }

    /// <summary>Reads a file whether or not it has been read before, since a disk may rot without a word.</summary>
    public async Task<FileState> ReadAsync(string path, string hash, long? length = null)
    {
        var file = new FileInfo(path);
        var state = !file.Exists ? FileState.Missing : length is { } whole && file.Length != whole || await HashAsync(path) != hash ? FileState.Damaged : FileState.Sound;
        Remember(path, file, state);
        return state;
    }

    private FileState? Remembered(string path, FileInfo file) =>
        verdicts.TryGetValue(path, out var verdict) && verdict.Length == file.Length && verdict.WrittenAt == file.LastWriteTimeUtc ? verdict.State : null;

    private void Remember(string path, FileInfo file, FileState state)
    {
        if (verdicts.Count >= MostRemembered)
        {
            verdicts.Clear();
        }

        if (state != FileState.Sound && (!verdicts.TryGetValue(path, out var before) || before.State != state))
        {
            logger.LogWarning(new EventId(1, "StoredFileNotSound"), "The stored file {Path} is {State}; it is not sent", path, state);
        }

        if (state == FileState.Sound)
        {
            Forget(path);
        }
        else
        {
            unsound[path] = true;
        }

        verdicts[path] = file.Exists ? new Verdict(file.Length, file.LastWriteTimeUtc, state) : new Verdict(0, DateTime.MinValue, state);
    }

    /// <returns>Null when it cannot be read.</returns>
    private static async Task<string?> HashAsync(string path)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private sealed record Verdict(long Length, DateTime WrittenAt, FileState State);
}
