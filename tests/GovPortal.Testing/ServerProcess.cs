using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GovPortal.Testing;

/// <summary>The product as a process of its own that can be killed at any moment.</summary>
public sealed class ServerProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process process;
    private readonly StringBuilder said = new();

    private ServerProcess(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it has said so far.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    public bool HasEnded => process.HasExited;

    public int Code => process.ExitCode;

    public int Id => process.Id;

    /// <param name="settings">As the server takes them (<c>--GovPortal:DataPath=…</c>); given to the process as environment.</param>
    public static ServerProcess Start(IEnumerable<string> settings, params IEnumerable<string> arguments) => StartBehind([], settings, arguments);

    /// <param name="before">A program that makes ready what the server finds and then becomes it, with its own arguments; none starts the server itself.</param>
    /// <param name="settings">As of <see cref="Start"/>.</param>
    public static ServerProcess StartBehind(IReadOnlyList<string> before, IEnumerable<string> settings, params IEnumerable<string> arguments)
    {
        string[] all = [.. before, "dotnet", Path.Combine(AppContext.BaseDirectory, "GovPortal.Host.dll"), .. arguments];
        var start = new ProcessStartInfo(all[0]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in all.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var parts in settings.Append("--Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime=Information").Select(setting => setting.TrimStart('-').Split('=', 2)))
        {
            start.Environment[parts[0].Replace(":", "__", StringComparison.Ordinal)] = parts[1];
        }

        return new ServerProcess(start);
    }

    /// <summary>Waits until it serves; fails with what it said when it ends instead.</summary>
    public async Task<Uri> ReadyAsync()
    {
        await Eventually.BecomesTrueAsync("the server serves", () => Task.FromResult(HasEnded || Said.Contains(Listening, StringComparison.Ordinal)));
        return Said.Split(Listening) is [_, var rest, ..] && !HasEnded ? new Uri(rest.Split('\n')[0].Trim()) : throw new InvalidOperationException($"It does not serve:\n{Said}");
    }

    /// <summary>As the system does when memory runs out, or somebody with <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    public async Task EndAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await EndedAsync();
    }

    public Task EndedAsync() => Eventually.BecomesTrueAsync("the process ends", () => Task.FromResult(HasEnded));

    public void Dispose()
    {
        if (!HasEnded)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (said)
        {
            said.Append(line.Data).Append('\n');
        }
    }
}
