using System.Diagnostics;

namespace GovPortal.Testing;

/// <summary>Runs the product as a process of its own, as people do at a shell.</summary>
public static class CommandLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>A verb on the portal's data, beside the server that is running.</summary>
    public static Task<Ended> RunAsync(this PortalFixture portal, params IEnumerable<string> arguments) => RunAsync(portal.Settings, "", arguments);

    /// <param name="settings">As the server takes them (<c>--GovPortal:DataPath=…</c>); given to the process as environment.</param>
    /// <param name="input">What is typed.</param>
    public static async Task<Ended> RunAsync(IEnumerable<string> settings, string input, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "GovPortal.Host.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var setting in settings)
        {
            var (name, value) = setting.TrimStart('-').Split('=', 2) is [var key, var given] ? (key, given) : (setting, "");
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        using var stop = new CancellationTokenSource(Patience);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(stop.Token);
        var errors = process.StandardError.ReadToEndAsync(stop.Token);
        try
        {
            await process.WaitForExitAsync(stop.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"It did not end: {string.Join(' ', arguments)}");
        }

        return new Ended(process.ExitCode, await output, await errors);
    }
}

/// <summary>How a process ended and what it said.</summary>
public sealed record Ended(int Code, string Output, string Errors)
{
    public Ended Insist(int code) => Code == code ? this : throw new InvalidOperationException($"It ended with {Code} instead of {code}.\n{Output}\n{Errors}");
}
