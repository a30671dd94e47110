using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using GovPortal.Signatures.Checking;
using Microsoft.Extensions.Logging;

namespace GovPortal.Signatures.Serving;

/// <summary>How the program starts itself anew as the process that checks files.</summary>
/// <param name="Program">The executable.</param>
/// <param name="Arguments">What comes before the verb.</param>
public sealed record CheckerCommand(string Program, IReadOnlyList<string> Arguments);

/// <summary>Has files checked in processes of their own, with limits on time and memory; the server never opens what strangers send (decision 0016). A process is kept warm for a minute.</summary>
public sealed class Checker : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan KeptWarm = TimeSpan.FromMinutes(1);

    private readonly ConcurrentBag<Process> waiting = [];
    private readonly CheckerCommand command;
    private readonly TimeProvider clock;
    private readonly ILogger<Checker> logger;
    private readonly ITimer cooling;
    private long lastAsked;

    public Checker(CheckerCommand command, TimeProvider clock, ILogger<Checker> logger)
    {
        (this.command, this.clock, this.logger) = (command, clock, logger);
        cooling = clock.CreateTimer(_ => Cool(), null, KeptWarm, KeptWarm);
    }

    /// <summary>Checks a file.</summary>
    /// <param name="file">From where it stands to its end.</param>
    /// <returns>Null for what is no PDF.</returns>
    public async Task<SignatureReport?> CheckAsync(Stream file, TrustFiles trust, CancellationToken ct)
    {
        Interlocked.Exchange(ref lastAsked, clock.GetTimestamp());
        var process = waiting.TryTake(out var warm) && !warm.HasExited ? warm : Start();
        using var late = new CancellationTokenSource(Longest, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);

        // Reading from a pipe does not heed tokens everywhere; the end of the process ends it.
        await using var ending = both.Token.Register(() => End(process));
        try
        {
            var to = process.StandardInput.BaseStream;
            await CheckerMessages.WriteAsync(to, new CheckerJob(trust.Trusted, trust.Crls, clock.GetUtcNow(), file.Length - file.Position, false), both.Token);
            await file.CopyToAsync(to, both.Token);
            await to.FlushAsync(both.Token);
            var answer = await CheckerMessages.ReadAsync<CheckerAnswer>(process.StandardOutput.BaseStream, both.Token);
            waiting.Add(process);
            return answer.Report;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or JsonException or OperationCanceledException)
        {
            End(process);
            process.Dispose();
            ct.ThrowIfCancellationRequested();
            logger.LogWarning(new EventId(1, "CheckEnded"), fault, "The process that checks signatures ended on a file");
            return new SignatureReport([], [], [new Reason("too-costly", Weight.Unchecked, late.IsCancellationRequested ? $"{Longest.TotalSeconds:0} s" : "the check ended early")]);
        }
    }

    public void Dispose()
    {
        cooling.Dispose();
        EndAll();
    }

    /// <exception cref="IOException">The program does not start.</exception>
    private Process Start()
    {
        var start = new ProcessStartInfo(command.Program, [.. command.Arguments, CheckerLoop.Verb]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };

        // Settings and secrets stand in the environment: only what the runtime needs is passed on.
        foreach (var name in start.Environment.Keys.Where(name => name is not ("PATH" or "HOME" or "LANG" or "TMPDIR" or "TMP" or "TEMP" or "SystemRoot" or "DOTNET_ROOT")).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = "0x18000000";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        try
        {
            var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, said) => logger.LogDebug("The process that checks signatures says: {Line}", said.Data);
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception fault)
        {
            throw new IOException($"The process that checks signatures does not start ({command.Program}): {fault.Message}", fault);
        }
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
            End(process);
            process.Dispose();
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception)
        {
            // It has ended already, or is about to.
        }
    }
}
