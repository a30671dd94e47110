namespace GovPortal.Publishing.Checking;

/// <summary>Looks through database, content, media and index, one after another.</summary>
public sealed class InstallationCheck(IEnumerable<IInstallationCheck> parts)
{
    /// <summary>Where the database is damaged nothing else is asked: everything else is compared with it.</summary>
    public async Task<CheckRun> RunAsync(bool isMending, IProgress<string>? progress, CancellationToken ct)
    {
        var run = new CheckRun(isMending, progress);
        foreach (var part in parts)
        {
            progress?.Report(part.Part);
            await part.CheckAsync(run, ct);
            if (run.Differences.Any(difference => difference is { Part: "database", What: "damaged" }))
            {
                break;
            }
        }

        return run;
    }
}
