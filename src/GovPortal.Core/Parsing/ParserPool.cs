using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GovPortal.Core.Parsing;

/// <summary>
/// Has files parsed in processes of their own, with limits on time, memory and output; the server never opens what strangers send.
/// A process is kept warm for the next file, and ended when there was none for a while.
/// </summary>
public abstract class ParserPool : IDisposable
{
    private static readonly TimeSpan KeptWarm = TimeSpan.FromMinutes(1);

    private readonly ConcurrentBag<ParserProcess> waiting = [];
    private readonly ParserCommand command;
    private readonly ParserLimits limits;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly ITimer cooling;
    private long lastAsked;

    protected ParserPool(ParserCommand command, ParserLimits limits, TimeProvider clock, ILogger logger)
    {
        (this.command, this.limits, this.clock, this.logger) = (command, limits, clock, logger);
        cooling = clock.CreateTimer(_ => Cool(), null, KeptWarm, KeptWarm);
    }

    /// <summary>How long a file may take at most.</summary>
    public TimeSpan TimeLimit => limits.Time;

    /// <param name="task">What is done, for the log.</param>
    /// <param name="file">From where it stands to its end.</param>
    /// <exception cref="ParserUnavailableException">No process can be started.</exception>
    protected async Task<ParserResult<TAnswer>> AskAsync<TAnswer>(string task, IParserJob job, Stream file, CancellationToken ct) where TAnswer : class, IParserAnswer
    {
        Interlocked.Exchange(ref lastAsked, clock.GetTimestamp());
        var process = Taken() ?? await ParserProcess.StartAsync(command, limits, clock, ct);
        var isFit = false;
        try
        {
            var result = await process.AskAsync<TAnswer>(job, file, ct);
            if (result.Fault is { } fault)
            {
                logger.LogInformation(new EventId(1, "FileGivenUp"), "A file was given up by the parser process, {Task}: {Fault}. {Errors}", task, fault, process.Errors);
            }

            isFit = result.Fault is null && process.IsFit;
            return result;
        }
        finally
        {
            if (isFit)
            {
                waiting.Add(process);
            }
            else
            {
                process.Dispose();
            }
        }
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        cooling.Dispose();
        EndAll();
    }

    // One that was ended from outside while it waited is no file's fault.
    private ParserProcess? Taken()
    {
        while (waiting.TryTake(out var process))
        {
            if (process.IsFit)
            {
                return process;
            }

            process.Dispose();
        }

        return null;
    }

    private void Cool()
    {
        if (clock.GetElapsedTime(Interlocked.Read(ref lastAsked)) >= KeptWarm)
        {
            EndAll();
        }
    }

    private void EndAll()
    {
        while (waiting.TryTake(out var process))
        {
            process.Dispose();
        }
    }
}
