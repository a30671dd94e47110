using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace GovPortal.Core.Parsing;

/// <summary>How the program starts itself anew as the process that parses files.</summary>
/// <param name="Program">The executable.</param>
/// <param name="Arguments">What comes after it; see <see cref="For"/>.</param>
public sealed record ParserCommand(string Program, IReadOnlyList<string> Arguments)
{
    // Where the runtime and the system's libraries are found, and nothing else: settings and secrets stand in the environment.
    private static readonly string[] Inherited = ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TMP", "TEMP", "SystemRoot", "LD_LIBRARY_PATH", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "DOTNET_BUNDLE_EXTRACT_BASE_DIR", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"];

    /// <param name="program">The assembly with the command line.</param>
    public static ParserCommand Of(Assembly program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Of(program.GetName().Name!, Environment.ProcessPath);
    }

    /// <param name="name">Of the program's assembly.</param>
    /// <param name="running">The executable that runs this code: the program itself once it is published, else the runtime or a test.</param>
    internal static ParserCommand Of(string name, string? running) => running is not null && (Path.GetFileName(running) == name || Path.GetFileName(running) == $"{name}.exe")
        ? new ParserCommand(running, [])
        : new ParserCommand(Runtime(running), [Path.Combine(AppContext.BaseDirectory, $"{name}.dll")]);

    /// <summary>The same with the verb of a kind of work: for the server alone, not for people.</summary>
    public ParserCommand For(string verb) => this with { Arguments = [.. Arguments, verb] };

    internal ProcessStartInfo Start(ParserLimits limits)
    {
        var start = new ProcessStartInfo(Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var argument in Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var other in start.Environment.Keys.Except(Inherited, StringComparer.OrdinalIgnoreCase).ToArray())
        {
            start.Environment.Remove(other);
        }

        // A crash is expected here: no dump, no door for debuggers; collecting with one thread is enough.
        start.Environment["DOTNET_GCHeapHardLimit"] = $"0x{limits.Memory:X}";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        return start;
    }

    // Under "dotnet run" and in tests something else runs this code, and the runtime has to be found.
    private static string Runtime(string? running)
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string?[] places = [running, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH"), Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name))];
        return places.FirstOrDefault(place => place is not null && Path.GetFileName(place) == name && File.Exists(place)) ?? name;
    }
}
