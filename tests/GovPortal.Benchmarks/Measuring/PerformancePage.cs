namespace GovPortal.Benchmarks.Measuring;

/// <summary>docs/performance.md and its neighbours: what stands between a section's marks is written by the program, the rest by people.</summary>
internal static class PerformancePage
{
    private static readonly Lazy<string> docs = new(FindDocs);

    public static string ChartFolder => Directory.CreateDirectory(Path.Combine(docs.Value, "charts")).FullName;

    public static void Replace(string section, string markdown) => Replace("performance.md", section, markdown);

    /// <param name="name">Name of the page in docs/.</param>
    public static void Replace(string name, string section, string markdown)
    {
        var path = Path.Combine(docs.Value, name);
        File.WriteAllText(path, Put(File.ReadAllText(path), section, markdown));
    }

    private static string Put(string page, string section, string markdown)
    {
        var (begin, end) = ($"<!-- {section} -->\n", $"<!-- /{section} -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal);
        var to = page.IndexOf(end, StringComparison.Ordinal);
        return from >= 0 && to > from
            ? page[..(from + begin.Length)] + markdown.Trim() + "\n" + page[to..]
            : throw new InvalidOperationException($"The page has no place for “{section}”.");
    }

    private static string FindDocs()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "global.json")))
            {
                return Path.Combine(folder.FullName, "docs");
            }
        }

        throw new InvalidOperationException("The benchmarks write into the repository they are built in; use --no-doc elsewhere.");
    }
}
