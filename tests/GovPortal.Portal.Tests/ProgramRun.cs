using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>A program of the product as a process of its own, serving; ended with this.</summary>
internal sealed class ProgramRun : IDisposable
{
    private readonly Process process;
    private readonly HttpClient client;

    private ProgramRun(Process process, string address) => (this.process, client) = (process, new HttpClient { BaseAddress = new Uri(address) });

    /// <param name="recipe">What the empty data folder is set up with.</param>
    public static ProgramRun Serve(string program, IEnumerable<string> arguments, string workingFolder, string recipe)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        return new ProgramRun(Start(program, [.. arguments, "--urls", address], workingFolder, ("GovPortal__Recipe", recipe)), address);
    }

    /// <summary>Runs a command, which must end well.</summary>
    public static async Task ToItsEndAsync(string program, IEnumerable<string> arguments, string workingFolder)
    {
        var given = arguments.ToArray();
        using var process = Start(program, given, workingFolder);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', given)} ended with {process.ExitCode}.");
    }

    /// <summary>The home page, once it is served.</summary>
    public async Task<string> FirstPageAsync()
    {
        var page = "";
        await Eventually.BecomesTrueAsync("the program serves a page", async () =>
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
        return page;
    }

    public async Task<HttpStatusCode> AskAsync(string path) => (await client.GetAsync(path)).StatusCode;

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        client.Dispose();
    }

    private static Process Start(string program, IEnumerable<string> arguments, string workingFolder, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = workingFolder };
        foreach (var argument in arguments)
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
}
