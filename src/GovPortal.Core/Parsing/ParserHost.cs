using System.Diagnostics;

namespace GovPortal.Core.Parsing;

/// <summary>What a process that parses files does: it answers one job after the other until its standard input ends. It opens no database and no settings.</summary>
public static class ParserHost
{
    /// <summary>Exit code of a process that came to the end of the memory it may take.</summary>
    internal const int OutOfMemory = 70;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <param name="parse">Reads the one frame of the file from the stream and answers, with as many payloads as the answer says.</param>
    /// <returns>Exit code of the process.</returns>
    public static async Task<int> RunAsync<TJob, TAnswer>(Func<TJob, Stream, Task<(TAnswer Answer, IReadOnlyList<byte[]> Payloads)>> parse) where TJob : IParserJob where TAnswer : IParserAnswer
    {
        ArgumentNullException.ThrowIfNull(parse);
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();

        // What a library prints must not fall between the frames.
        Console.SetOut(TextWriter.Null);
        await GoFirstAsync();
        await Frames.WriteJsonAsync(output, new ParserGreeting(), CancellationToken.None);
        try
        {
            while (true)
            {
                var job = await Frames.ReadJsonAsync<TJob>(input, CancellationToken.None);
                await using var last = new Timer(_ => Process.GetCurrentProcess().Kill(), null, TimeSpan.FromSeconds(job.Seconds) + Grace, Timeout.InfiniteTimeSpan);
                var (answer, payloads) = await parse(job, input);
                await Frames.WriteJsonAsync(output, answer, CancellationToken.None);
                foreach (var payload in payloads)
                {
                    await Frames.WriteAsync(output, payload, CancellationToken.None);
                }
            }
        }
        catch (IOException)
        {
            // The server is gone, or has no more files.
            return 0;
        }
        catch (OutOfMemoryException)
        {
            return OutOfMemory;
        }
    }

    /// <summary>Where memory is short, this process goes before the server does; and what it held is not written to the disk when it crashes.</summary>
    private static async Task GoFirstAsync()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            await File.WriteAllTextAsync("/proc/self/oom_score_adj", "1000");
            await File.WriteAllTextAsync("/proc/self/coredump_filter", "0");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Where the system does not allow it, the limits hold all the same.
        }
    }
}
