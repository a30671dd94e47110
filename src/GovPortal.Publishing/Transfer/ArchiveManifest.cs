using System.Reflection;

namespace GovPortal.Publishing.Transfer;

/// <summary>What an archive says of itself, in its entry <c>manifest.json</c>.</summary>
public sealed record ArchiveManifest
{
    /// <summary>Name of the entry.</summary>
    public const string EntryName = "manifest.json";

    /// <summary>The entry that holds the SHA-256 of the manifest.</summary>
    public const string SumName = "manifest.sha256";

    /// <summary><see cref="OfSite"/> or <see cref="OfInstallation"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Number of the form this archive has; see <see cref="Present"/>.</summary>
    public required int Format { get; init; }

    /// <summary>Version of the program that made it.</summary>
    public string Program { get; init; } = "";

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Print of the tables, for a backup; see <see cref="Storage.Rows.InstallationShape.Print"/>.</summary>
    public string? Tables { get; init; }

    /// <summary>Every other entry.</summary>
    public IReadOnlyList<ArchiveEntry> Entries { get; init; } = [];

    /// <summary>Hashes of files whose bytes were missing or damaged when the archive was made, so that it cannot hold them.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The last number given in each numbered table, for a backup: none is given twice, whatever was deleted.</summary>
    public IReadOnlyDictionary<string, long> Numbers { get; init; } = new Dictionary<string, long>();

    public const string OfSite = "govportal-site";
    public const string OfInstallation = "govportal-backup";

    /// <summary>The form this program writes and reads.</summary>
    public const int Present = 1;

    public static string ThisProgram { get; } = typeof(ArchiveManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}

/// <summary>One entry of an archive.</summary>
/// <param name="Length">In bytes, unpacked.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Rows">How many rows a table's entry holds; null for others.</param>
public sealed record ArchiveEntry(string Name, long Length, string Sha256, long? Rows = null);
