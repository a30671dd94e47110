using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>The program as the install guide makes it, in a folder of its own.</summary>
public sealed partial class PublishedProgramTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("govportal-published-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_the_install_guide_publishes_starts_in_its_folder_and_in_any_other()
    {
        var program = Path.Combine(folder, "program");
        var command = PublishCommand().Match(Repository.Read("docs/operations/install.md")).Groups[1].Value;
        Assert.Contains("-c Release -o /srv/govportal", command, StringComparison.Ordinal);

        // What the tests were built from, so that nothing is compiled twice.
        var publish = command.Replace("-c Release -o /srv/govportal", $"--no-build -c Debug -o {program}", StringComparison.Ordinal);
        await RunAsync("dotnet", publish.Split(' '), Repository.Root, []);
        await ServesAsync(program, program);
        await ServesAsync(program, Directory.CreateDirectory(Path.Combine(folder, "elsewhere")).FullName);

        Assert.True(Directory.Exists(Path.Combine(program, "recipes")));
    }

    /// <summary>Starts the program in a working folder, asks for a page with its style sheet, and ends it.</summary>
    private static async Task ServesAsync(string program, string workingFolder)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        using var process = Start(Path.Combine(program, "GovPortal.Host"), ["--urls", address], workingFolder, [("GovPortal__Recipe", "portal")]);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            var page = "";
            await Eventually.BecomesTrueAsync($"the program serves a page, started in {workingFolder}", async () =>
            {
                Assert.False(process.HasExited, "It ended by itself.");
                try
                {
                    page = await client.GetStringAsync("/");
                    return true;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            });

            var sheet = StyleSheet().Match(page).Groups[1].Value;
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(sheet)).StatusCode);
            Assert.True(Directory.Exists(Path.Combine(workingFolder, "App_Data")), "The data does not lie where the program was started.");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task RunAsync(string program, IEnumerable<string> arguments, string workingFolder, IEnumerable<(string Name, string Value)> settings)
    {
        using var process = Start(program, arguments, workingFolder, settings);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static Process Start(string program, IEnumerable<string> arguments, string workingFolder, IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = workingFolder };
        foreach (var argument in arguments.SkipWhile(argument => argument == program))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("^(dotnet publish .*)$", RegexOptions.Multiline)]
    private static partial Regex PublishCommand();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex StyleSheet();
}
