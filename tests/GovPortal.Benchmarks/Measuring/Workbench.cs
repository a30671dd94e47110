using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Running;
using Microsoft.Data.Sqlite;

namespace GovPortal.Benchmarks.Measuring;

/// <summary>Where a benchmark works and writes down what it found: a temporary folder, readable lines, and the figures for the last line.</summary>
internal sealed class Workbench : IDisposable
{
    private static readonly JsonSerializerOptions readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly string name;

    public Workbench(string name, bool isSmall)
    {
        (this.name, IsSmall) = (name, isSmall);
        Folder = Directory.CreateTempSubdirectory("govportal-bench-").FullName;

        // Whoever interrupts a long benchmark gets the disk back too.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Leave();
        Console.CancelKeyPress += (_, _) => Leave();
        Console.WriteLine($"{name}{(isSmall ? " (small)" : "")} on {Environment.ProcessorCount} cores, {MemoryGiB:0} GiB, {RuntimeInformation.FrameworkDescription}");
    }

    public bool IsSmall { get; }

    /// <summary>Deleted at the end.</summary>
    public string Folder { get; }

    /// <summary>What the last line says.</summary>
    public JsonObject Figures { get; } = [];

    private static double MemoryGiB => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30);

    public T Choose<T>(T small, T full) => IsSmall ? small : full;

    public string FolderOf(string part) => Directory.CreateDirectory(Path.Combine(Folder, part)).FullName;

    public void Say(string line) => Console.WriteLine($"[{clock.Elapsed.TotalSeconds,5:0.0} s] {line}");

    public void Finish()
    {
        var last = new JsonObject
        {
            ["benchmark"] = name,
            ["small"] = IsSmall,
            ["cores"] = Environment.ProcessorCount,
            ["memoryGiB"] = Math.Round(MemoryGiB),
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["seconds"] = Math.Round(clock.Elapsed.TotalSeconds, 1),
            ["figures"] = Figures,
        };
        Console.WriteLine(last.ToJsonString(readable));
    }

    public void Dispose() => Leave();

    private void Leave()
    {
        lock (Figures)
        {
            if (Directory.Exists(Folder))
            {
                ChildProcess.StopAll();
                SqliteConnection.ClearAllPools();
                Directory.Delete(Folder, recursive: true);
            }
        }
    }
}
