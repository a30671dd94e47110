using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace GovPortal.Benchmarks.Running;

/// <summary>A server in a process of its own: the product's host, or the plain server it is compared with.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan longestStart = TimeSpan.FromMinutes(10);

    private static readonly ConcurrentDictionary<Process, byte> running = [];

    private readonly Process process;
    private readonly long startedAt;

    private ChildProcess(Process process, long startedAt, Uri address)
    {
        (this.process, this.startedAt, Address) = (process, startedAt, address);

        // Compression is what browsers ask for; answers are compared as they travel.
        Http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = address };
        Http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double MemoryMiB
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / (double)(1 << 20);
        }
    }

    /// <summary>The built host on a data folder.</summary>
    public static ChildProcess StartHost(string dataPath, string recipe = "blank") => Start(
        [HostPath],
        address => ["--urls", address],
        new() { ["GovPortal__DataPath"] = dataPath, ["GovPortal__Recipe"] = recipe, ["GovPortal__AdminPassword"] = "mot-mat-khau-du-dai", ["ASPNETCORE_ENVIRONMENT"] = "Production" });

    /// <summary>The plain server of <see cref="BaselineServer"/>.</summary>
    public static ChildProcess StartBaseline(params IEnumerable<string> files) =>
        Start([typeof(ChildProcess).Assembly.Location, BaselineServer.Verb], address => [address, .. files], []);

    /// <summary>Waits for the first answer to a page.</summary>
    /// <returns>Milliseconds since the process was started: until it listened, and until the page was there.</returns>
    public async Task<(double Listening, double FirstPage)> FirstPageAsync(string path = "/")
    {
        while (!await ListensAsync())
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(startedAt) > longestStart)
            {
                throw new InvalidOperationException("The server did not start.");
            }

            await Task.Delay(2);
        }

        var listening = Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds;
        (await Http.GetAsync(path)).EnsureSuccessStatusCode();
        return (listening, Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!process.HasExited)
        {
            if (OperatingSystem.IsWindows())
            {
                process.Kill();
            }
            else
            {
                using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
                await kill.WaitForExitAsync();
            }

            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        running.TryRemove(process, out _);
        process.Dispose();
    }

    /// <summary>Ends what an interrupted benchmark would leave behind.</summary>
    public static void StopAll()
    {
        foreach (var process in running.Keys.Where(p => !p.HasExited))
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    private static string HostPath
    {
        get
        {
            // artifacts/bin/GovPortal.Benchmarks/release → artifacts/bin/GovPortal.Host/release
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            var path = Path.Combine(own.Parent!.Parent!.FullName, "GovPortal.Host", own.Name, "GovPortal.Host.dll");
            return File.Exists(path) ? path : throw new FileNotFoundException("Build src/GovPortal.Host in the same configuration first.", path);
        }
    }

    private static ChildProcess Start(string[] program, Func<string, string[]> arguments, Dictionary<string, string> settings)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [.. program, .. arguments(address)]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var startedAt = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        running.TryAdd(process, 0);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Complain(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ChildProcess(process, startedAt, new Uri(address));
    }

    private static void Complain(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            Console.Error.WriteLine(line);
        }
    }

    private async Task<bool> ListensAsync()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
