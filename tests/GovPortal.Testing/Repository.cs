using System.Text.Json;

namespace GovPortal.Testing;

/// <summary>Where the sources lie, and the real data beside them.</summary>
public static class Repository
{
    public const string NoData = "The real data (../shared/data) is not at hand.";

    private static readonly string[] Folders = ["src", "modules", "themes", "tests", "recipes", "docs", "scripts"];

    public static string Root { get; } = FindRoot();

    /// <summary>Folder of the real data; null where it is not at hand.</summary>
    public static string? Data { get; } = FindData();

    public static string DataFile(string name) => Path.Combine(Data!, name);

    /// <summary>Files of the repository as git would list them, with <c>/</c> in their paths.</summary>
    public static IEnumerable<string> Files(params string[] endings) =>
        Folders.Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "artifacts"))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The sentences of a room in a language.</summary>
    public static Dictionary<string, string> Sentences(string path) => JsonSerializer.Deserialize<Dictionary<string, string>>(Read(path))!;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("There is no global.json above the test output.");
        }

        return folder.FullName;
    }

    private static string? FindData()
    {
        var shared = Environment.GetEnvironmentVariable("GOVPORTAL_SHARED") is { Length: > 0 } given ? given : Path.Combine(Root, "..", "shared");
        var data = Path.Combine(shared, "data");
        return Directory.Exists(data) ? Path.GetFullPath(data) : null;
    }
}
