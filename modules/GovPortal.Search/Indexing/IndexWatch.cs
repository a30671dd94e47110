namespace GovPortal.Search.Indexing;

/// <summary>
/// Notices that the files of an index are no longer what was written. Lucene writes each file once: one that is gone or was touched
/// again is noticed at the next look, and then, and once a day in any case, every file is read and compared with its checksum.
/// </summary>
internal sealed class IndexWatch(SearchIndex index, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    // A search that fails by a fault of our own must not have the index read again and again.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(10);

    // Of a slow disk that commits much at once.
    private static readonly TimeSpan LongestCommit = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, (long Length, DateTime WrittenAt)> known = [];
    private Task? reading;
    private volatile string? found;
    private long? readAt;
    private bool isTouched;
    private volatile bool isSuspect;

    /// <summary>A search failed, or a merge, or a command found damage: the files are read at the next look.</summary>
    public void Suspect() => isSuspect = true;

    /// <summary>Knows the files of a commit as they are now, just written: what touches them from here on is noticed.</summary>
    public void Learn()
    {
        lock (known)
        {
            foreach (var file in index.CommittedFiles.Select(name => new FileInfo(Path.Combine(index.Path, name))).Where(file => file.Exists))
            {
                known.TryAdd(file.Name, (file.Length, file.LastWriteTimeUtc));
            }
        }
    }

    /// <summary>Safe to be asked by several at once: whoever follows the log, and whoever brings it up to date besides.</summary>
    /// <returns>What is damaged; null when nothing is known to be.</returns>
    public string? Look()
    {
        lock (known)
        {
            return LookAlone();
        }
    }

    private string? LookAlone()
    {
        if (reading is { IsCompleted: true })
        {
            (reading, readAt) = (null, clock.GetTimestamp());
            if (found is { } damage)
            {
                return damage;
            }
        }

        if (Missing() is { } missing)
        {
            return missing;
        }

        var pause = readAt is { } last ? clock.GetElapsedTime(last) : TimeSpan.MaxValue;
        if (reading is null && index.CommittedFiles.Count > 0 && (isTouched || pause > Interval || isSuspect && pause > ShortestPause))
        {
            (isTouched, isSuspect) = (false, false);
            reading = Task.Run(async () => found = await IndexFolder.DamageAsync(index.Path, () => index.CommittedFiles, LongestCommit, CancellationToken.None));
        }

        return null;
    }

    private string? Missing()
    {
        if (!Directory.Exists(index.Path))
        {
            return "its folder is missing";
        }

        var files = index.CommittedFiles;
        if (files.Count == 0)
        {
            return null;
        }

        foreach (var gone in known.Keys.Except(files).ToArray())
        {
            known.Remove(gone);
        }

        foreach (var name in files)
        {
            var file = new FileInfo(Path.Combine(index.Path, name));
            if (!file.Exists)
            {
                // A newer commit may have taken it away since.
                return ReferenceEquals(files, index.CommittedFiles) ? $"the file {name} is missing" : null;
            }

            if (!known.TryAdd(name, (file.Length, file.LastWriteTimeUtc)) && known[name] != (file.Length, file.LastWriteTimeUtc))
            {
                // Also while they are being read: that may have come past this one before.
                known[name] = (file.Length, file.LastWriteTimeUtc);
                isTouched = true;
            }
        }

        return null;
    }
}
