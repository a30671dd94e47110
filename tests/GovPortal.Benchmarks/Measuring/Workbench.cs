using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Running;
using Microsoft.Data.Sqlite;

namespace GovPortal.Benchmarks.Measuring;

/// <summary>
/// Where a benchmark works and writes down what it found: a temporary folder, readable lines, sections of docs/performance.md,
/// and the figures for the last line.
/// </summary>
internal sealed class Workbench : IDisposable
{
    private static readonly JsonSerializerOptions readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly double? loadAtStart = Machine.Load();
    private readonly string name;

    public Workbench(string name, Choice choice)
    {
        (this.name, Choice) = (name, choice);
        Folder = Directory.CreateTempSubdirectory("govportal-bench-").FullName;

        // Whoever interrupts a long benchmark gets the disk back too.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Leave();
        Console.CancelKeyPress += (_, _) => Leave();
        Console.WriteLine($"{name}{(IsSmall ? " (small)" : "")} on {Machine.Description}");
    }

    public Choice Choice { get; }

    public bool IsSmall => Choice.IsSmall;

    /// <summary>Deleted at the end.</summary>
    public string Folder { get; }

    /// <summary>What the last line says.</summary>
    public JsonObject Figures { get; } = [];

    public T Choose<T>(T small, T full) => IsSmall ? small : full;

    public string FolderOf(string part) => Directory.CreateDirectory(Path.Combine(Folder, part)).FullName;

    public void Say(string line) => Console.WriteLine($"[{clock.Elapsed.TotalSeconds,5:0.0} s] {line}");

    /// <summary>Writes a finished part into docs/performance.md at once, so that a later part that fails does not take it along.</summary>
    public void Publish(string section, string markdown, params Chart[] charts)
    {
        if (!Choice.WritesDoc)
        {
            return;
        }

        foreach (var chart in charts)
        {
            chart.Save(PerformancePage.ChartFolder);
        }

        var measured = string.Create(CultureInfo.InvariantCulture, $"Measured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}{(loadAtStart is { } load ? $"; processes waiting for a core when it began: {load:0.0}" : "")}.");
        PerformancePage.Replace("machine", Machine.Description + ".");
        PerformancePage.Replace(section, string.Join("\n\n", [markdown.Trim(), .. charts.Select(c => c.Markdown), measured]));
        Say($"docs/performance.md: {section}");
    }

    /// <summary>Writes a table into another page of docs/.</summary>
    public void PublishTo(string page, string section, string markdown)
    {
        if (Choice.WritesDoc)
        {
            PerformancePage.Replace(page, section, $"{markdown.Trim()}\n\nMeasured on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}.");
            Say($"docs/{page}: {section}");
        }
    }

    public void Finish()
    {
        var last = new JsonObject
        {
            ["benchmark"] = name,
            ["small"] = IsSmall,
            ["parts"] = new JsonArray([.. Choice.Parts.Select(part => JsonValue.Create(part))]),
            ["cores"] = Environment.ProcessorCount,
            ["memoryGiB"] = Math.Round(Machine.MemoryGiB),
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["machine"] = Machine.Description,
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
