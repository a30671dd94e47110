using System.Diagnostics;
using System.Xml;
using NetVips;

namespace GovPortal.Media.Parsing;

/// <summary>The process that parses files: answers one job after the other until its standard input ends. It opens no database, no settings and no file.</summary>
public static class ParserLoop
{
    /// <summary>Exit code of a process that came to the end of the memory it may take.</summary>
    internal const int OutOfMemory = 70;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync()
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();

        // What a library prints must not fall between the frames.
        Console.SetOut(TextWriter.Null);
        await GoFirstAsync();
        await Frames.WriteJsonAsync(output, new ParserAnswer(), CancellationToken.None);
        try
        {
            while (true)
            {
                var job = await Frames.ReadJsonAsync<ParserJob>(input, CancellationToken.None);
                var bytes = await Frames.ReadAsync(input, int.MaxValue, CancellationToken.None);
                await using var last = new Timer(_ => Process.GetCurrentProcess().Kill(), null, TimeSpan.FromSeconds(job.Seconds) + Grace, Timeout.InfiniteTimeSpan);
                var (answer, payloads) = Do(job, bytes);
                await Frames.WriteJsonAsync(output, answer with { Payloads = payloads.Count }, CancellationToken.None);
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

    private static (ParserAnswer Answer, IReadOnlyList<byte[]> Payloads) Do(ParserJob job, byte[] bytes)
    {
        try
        {
            return job.Task switch
            {
                ParserTask.Inspect => (Containers.Inspect(bytes), []),
                ParserTask.CleanPicture => Pictures.Clean(bytes, job.MediaType),
                ParserTask.Render => Pictures.Render(bytes, job.Made),
                _ => (new ParserAnswer { Words = WordsOfFiles.Read(bytes, job.MediaType) }, []),
            };
        }
        catch (Exception fault) when (fault is VipsException or InvalidDataException or XmlException)
        {
            return (new ParserAnswer { Refusal = "media.refused.damaged", Detail = fault.Message }, []);
        }
        catch (Exception fault) when (job.Task == ParserTask.ReadWords && fault is not OutOfMemoryException)
        {
            // The libraries throw many kinds for files that are damaged or locked.
            return (new ParserAnswer { Refusal = "media.text.Unreadable", Detail = fault.Message }, []);
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
