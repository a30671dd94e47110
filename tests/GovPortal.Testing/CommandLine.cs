using System.Diagnostics;
using GovPortal.Host.Commands;

namespace GovPortal.Testing;

/// <summary>Runs verbs as people do at a shell: within this process, for a process of its own costs seconds; or, once for every verb, as such a process.</summary>
public static class CommandLine
{
    /// <summary>A verb on the portal's data, beside the server that is running.</summary>
    public static Task<Ended> RunAsync(this PortalFixture portal, params IEnumerable<string> arguments) => RunAsync(portal.Settings, "", arguments);

    /// <summary>A verb within this process, with a console and settings of its own. What serves is a process nevertheless.</summary>
    /// <param name="settings">As the server takes them (<c>--GovPortal:DataPath=…</c>).</param>
    /// <param name="input">What is typed.</param>
    public static async Task<Ended> RunAsync(IEnumerable<string> settings, string input, params IEnumerable<string> arguments)
    {
        string[] words = [.. arguments];
        if (words.Length == 0 || words[0].StartsWith("--", StringComparison.Ordinal) || words is ["serve"] or ["serve", not "--help", ..])
        {
            return await RunAsProcessAsync(settings, input, words);
        }

        return await ConsoleOfTests.RunAsync(input, async () =>
        {
            CommandRunner.Settings.Value = [.. settings];
            return await Verbs.RunAsync(words);
        });
    }

    /// <summary>The program itself, with the portal's settings.</summary>
    public static Task<Ended> RunAsProcessAsync(this PortalFixture portal, params IEnumerable<string> arguments) => RunAsProcessAsync(portal.Settings, "", arguments);

    /// <summary>The program itself, to its end; whoever waits for one that does not end is stopped with the test run.</summary>
    /// <param name="settings">Given to the process as environment.</param>
    /// <param name="input">What is typed.</param>
    public static async Task<Ended> RunAsProcessAsync(IEnumerable<string> settings, string input, params IEnumerable<string> arguments)
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
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Ended(process.ExitCode, await output, await errors);
    }
}

/// <summary>How a command ended and what it said.</summary>
public sealed record Ended(int Code, string Output, string Errors)
{
    public Ended Insist(int code) => Code == code ? this : throw new InvalidOperationException($"It ended with {Code} instead of {code}.\n{Output}\n{Errors}");
}
