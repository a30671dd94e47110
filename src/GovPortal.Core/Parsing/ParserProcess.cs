using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace GovPortal.Core.Parsing;

/// <summary>A running process that parses files, one after the other. Whatever a file does to it, the server only loses this process.</summary>
internal sealed class ParserProcess : IDisposable
{
    private const int MostOfErrors = 400;

    // A machine that is busy with other things starts a process slowly.
    private static readonly TimeSpan PatienceAtStart = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PatienceAtEnd = TimeSpan.FromSeconds(2);

    // In so little time no file fills much more than is allowed.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly Process process;
    private readonly ParserLimits limits;
    private readonly TimeProvider clock;
    private string errors = "";

    private ParserProcess(Process process, ParserLimits limits, TimeProvider clock) => (this.process, this.limits, this.clock) = (process, limits, clock);

    public int Id => process.Id;

    /// <summary>Whether it can be given another file: one that has grown is better started anew.</summary>
    public bool IsFit => !process.HasExited && MemoryInUse() < limits.Memory / 2;

    /// <summary>What it said before it died, for the log.</summary>
    public string Errors => errors;

    /// <exception cref="ParserUnavailableException">It does not start.</exception>
    public static async Task<ParserProcess> StartAsync(ParserCommand command, ParserLimits limits, TimeProvider clock, CancellationToken ct)
    {
        ParserProcess? started = null;
        using var late = new CancellationTokenSource(PatienceAtStart, clock);
        try
        {
            started = new ParserProcess(Process.Start(command.Start(limits))!, limits, clock);
            started.ListenToErrors();
            await using var stopping = ct.Register(started.Kill);
            await using var giving = late.Token.Register(started.Kill);
            await Frames.ReadJsonAsync<ParserGreeting>(started.process.StandardOutput.BaseStream, ct);
            return started;
        }
        catch (Exception fault) when (fault is Win32Exception or IOException or InvalidDataException or JsonException)
        {
            started?.Dispose();
            ct.ThrowIfCancellationRequested();
            throw new ParserUnavailableException($"The process that parses files does not start ({command.Program}): {fault.Message} {started?.errors}".TrimEnd(), fault);
        }
    }

    /// <exception cref="OperationCanceledException">Nobody waits any more; the process is ended too.</exception>
    public async Task<ParserResult<TAnswer>> AskAsync<TAnswer>(IParserJob job, Stream file, CancellationToken ct) where TAnswer : class, IParserAnswer
    {
        using var late = new CancellationTokenSource(limits.Time, clock);
        using var done = new CancellationTokenSource();

        // Reading from a pipe does not heed tokens everywhere; the end of the process ends it.
        await using var stopping = ct.Register(Kill);
        await using var ending = late.Token.Register(Kill);
        var outgrown = WatchMemoryAsync(done.Token);
        try
        {
            return await TalkAsync<TAnswer>(job, file, ct);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or JsonException or OperationCanceledException)
        {
            await EndAsync();
            ct.ThrowIfCancellationRequested();
            await done.CancelAsync();
            return new ParserResult<TAnswer>(late.IsCancellationRequested ? ParserFault.TooSlow : await outgrown || process.ExitCode == ParserHost.OutOfMemory ? ParserFault.TooMuchMemory : ParserFault.Crashed, null, []);
        }
        finally
        {
            await done.CancelAsync();
            await outgrown;
        }
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }

    private async Task<ParserResult<TAnswer>> TalkAsync<TAnswer>(IParserJob job, Stream file, CancellationToken ct) where TAnswer : class, IParserAnswer
    {
        var (to, from) = (process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        await Frames.WriteJsonAsync<object>(to, job, ct);
        await Frames.WriteAsync(to, file, ct);
        var answer = await Frames.ReadJsonAsync<TAnswer>(from, ct);
        var (payloads, room) = (new List<byte[]>(), limits.Output);
        for (var i = 0; i < answer.Payloads; i++)
        {
            payloads.Add(await Frames.ReadAsync(from, room, ct));
            room -= payloads[^1].Length;
        }

        return new ParserResult<TAnswer>(null, answer, payloads);
    }

    /// <returns>Whether it was ended because it took more than it may.</returns>
    private async Task<bool> WatchMemoryAsync(CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            if (MemoryInUse() > limits.Memory)
            {
                Kill();
                return true;
            }

            await Task.Delay(BetweenLooks, clock, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return false;
    }

    private long MemoryInUse()
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It ended between the two questions.
            return 0;
        }
    }

    private void ListenToErrors()
    {
        process.ErrorDataReceived += (_, line) => errors = line.Data is { } said && errors.Length < MostOfErrors ? $"{errors} {said}".Trim() : errors;
        process.BeginErrorReadLine();
    }

    // One that dies by itself is left the time to say with which code.
    private async Task EndAsync()
    {
        using var late = new CancellationTokenSource(PatienceAtEnd, clock);
        await process.WaitForExitAsync(late.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private void Kill()
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
