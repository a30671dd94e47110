using System.Globalization;
using System.Runtime.InteropServices;

namespace GovPortal.Benchmarks.Measuring;

/// <summary>Where it was measured, as far as it matters to a figure.</summary>
internal static class Machine
{
    public static double MemoryGiB { get; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30);

    public static string Description { get; } = string.Create(CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores{Model()}, {MemoryGiB:0} GiB of memory, {RuntimeInformation.OSDescription} ({RuntimeInformation.ProcessArchitecture}), {RuntimeInformation.FrameworkDescription}, {(System.Runtime.GCSettings.IsServerGC ? "server" : "workstation")} collector");

    /// <summary>Processes that wanted a core in the last minute; null where the system does not tell.</summary>
    public static double? Load() =>
        File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : null;

    private static string Model()
    {
        const string Cpus = "/proc/cpuinfo";
        var line = File.Exists(Cpus) ? File.ReadLines(Cpus).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? "" : $" of {line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()}";
    }
}
