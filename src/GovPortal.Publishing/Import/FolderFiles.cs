namespace GovPortal.Publishing.Import;

/// <summary>Finds the files of an old site in a folder, and nothing outside it.</summary>
internal static class FolderFiles
{
    private const long Largest = 200L << 20;

    /// <param name="path">From the root of the old site. The folder may be that root, or any folder below it: <c>uploads</c> alone was often saved.</param>
    public static async Task<byte[]?> FindAsync(string folder, string path, CancellationToken ct)
    {
        var root = Path.GetFullPath(folder);
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Any(part => part is "." or ".." || part.AsSpan().IndexOfAny('\\', ':', '\0') >= 0))
        {
            return null;
        }

        for (var first = 0; first < parts.Length; first++)
        {
            var file = new FileInfo(Path.Combine([root, .. parts[first..]]));

            // A link may lead out of the folder.
            if (file.Exists && file.LinkTarget is null && file.Length <= Largest && file.FullName.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                return await File.ReadAllBytesAsync(file.FullName, ct);
            }
        }

        return null;
    }
}
