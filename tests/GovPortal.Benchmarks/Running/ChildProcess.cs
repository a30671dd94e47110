using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace GovPortal.Benchmarks.Running;

/// <summary>A server in a process of its own: the product's host, or the plain server it is compared with.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    public const string AdminPassword = "mot-mat-khau-du-dai";

    /// <summary>A setting of the host: every page is rendered anew.</summary>
    public const string WithoutPageCache = "--GovPortal:PageCache:MiB=0";

    private static readonly TimeSpan longestStart = TimeSpan.FromMinutes(10);

    private static readonly ConcurrentDictionary<Process, byte> running = [];

    private readonly Process process;
    private readonly long startedAt;

    private ChildProcess(Process process, long startedAt, Uri address)
    {
        (this.process, this.startedAt, Address) = (process, startedAt, address);

        // Answers are compared as they travel.
        Http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = address };
        foreach (var (name, value) in Reader.Headers)
        {
            Http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }
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
    public static ChildProcess StartHost(string dataPath, string recipe = "blank", params string[] settings) => Start(
        [HostPath("dll")],
        address => ["--urls", address, .. settings],
        new() { ["GovPortal__DataPath"] = dataPath, ["GovPortal__Recipe"] = recipe, ["GovPortal__AdminPassword"] = AdminPassword, ["GovPortal__LinkCheck"] = "off", ["ASPNETCORE_ENVIRONMENT"] = "Production" });

    /// <summary>The plain server of <see cref="BaselineServer"/>, under the host's own runtime settings: the same collector, the same compiler.</summary>
    public static ChildProcess StartBaseline(string? answer = null) =>
        Start(["exec", "--runtimeconfig", HostPath("runtimeconfig.json"), typeof(ChildProcess).Assembly.Location, BaselineServer.Verb], address => answer is null ? [address] : [address, answer], []);

    /// <returns>Milliseconds since the process was started until it listened.</returns>
    public async Task<double> ListeningAsync()
    {
        while (!await ListensAsync())
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(startedAt) > longestStart)
            {
                throw new InvalidOperationException("The server did not start.");
            }

            await Task.Delay(2);
        }

        return Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds;
    }

    /// <summary>Waits for the first answer to a page.</summary>
    /// <returns>Milliseconds since the process was started: until it listened, and until the page was there.</returns>
    public async Task<(double Listening, double FirstPage)> FirstPageAsync(string path = "/")
    {
        var listening = await ListeningAsync();
        (await Http.GetAsync(path)).EnsureSuccessStatusCode();
        return (listening, Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds);
    }

    /// <summary>Waits until it has finished what nobody waits for any more; at most a few seconds.</summary>
    public async Task SettleAsync()
    {
        var busy = true;
        for (var tenths = 0; busy && tenths < 40; tenths++)
        {
            var before = ProcessorTime;
            await Task.Delay(100);
            busy = (ProcessorTime - before).TotalMilliseconds > 15;
        }
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

    private static string HostPath(string ending)
    {
        // artifacts/bin/GovPortal.Benchmarks/release → artifacts/bin/GovPortal.Host/release
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var path = Path.Combine(own.Parent!.Parent!.FullName, "GovPortal.Host", own.Name, $"GovPortal.Host.{ending}");
        return File.Exists(path) ? path : throw new FileNotFoundException("Build src/GovPortal.Host in the same configuration first.", path);
    }

    private static ChildProcess Start(string[] program, Func<string, string[]> arguments, Dictionary<string, string> settings)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        string[] command = ["dotnet", .. program, .. arguments(address)];

        // A server's lines go where nobody reads them: reading them here would take processor from what is measured.
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true }
            : new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null", "sh", .. command]) { RedirectStandardError = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var startedAt = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        running.TryAdd(process, 0);
        process.ErrorDataReceived += (_, line) => Complain(line.Data);
        process.BeginErrorReadLine();
        if (start.RedirectStandardOutput)
        {
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
        }

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
