using GovPortal.Core.Files;
using GovPortal.Storage;
using GovPortal.Storage.Sqlite;

namespace GovPortal.Host;

/// <summary>
/// What lies in a data folder beside its database. A set-up makes the database first, so whatever lies there without one belongs to an installation whose
/// database was lost, or lies elsewhere: a new province made over it would look like the old one, empty.
/// </summary>
internal static class Leavings
{
    // The log of changes without its database is no less a loss.
    private static readonly (string Part, string Pattern)[] parts = [("media", "*"), ("index", "segments*"), ("keys", "key-*.xml"), ("", "govportal.db-wal")];

    private static readonly string[] unfilled = ["index", "instances", "keys", "mail"];

    /// <summary>The sentence for whoever starts; null where nothing of an installation lies there, or where the database is none of the folder's.</summary>
    public static string? Without(DatabaseSetup database, DataFolder data)
    {
        string[] found = database.Kind != SqliteSetup.Name ? [] : [.. parts.Where(part => Holds(Path.Combine(data.Path, part.Part), part.Pattern, isDeep: part.Part.Length > 0)).Select(part => part.Part.Length > 0 ? part.Part : part.Pattern)];
        return found.Length == 0 ? null
            : $"The database {database.Place} is missing or empty, but its folder holds {string.Join(", ", found)} of an installation. Bring the database back from a backup, or correct GovPortal__DataPath "
            + "(with PostgreSQL: GovPortal__Database and ConnectionStrings__Postgres); a new installation begins in an empty folder.";
    }

    /// <summary>Takes away the folders that a start makes before it sets anything up, where it set nothing up: nothing but its log stays.</summary>
    public static void RemoveEmpty(DataFolder? data)
    {
        if (data is null || File.Exists(Path.Combine(data.Path, "govportal.db")))
        {
            return;
        }

        foreach (var folder in unfilled.Select(part => Path.Combine(data.Path, part)).Where(folder => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            try
            {
                Directory.Delete(folder);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Another process is at it, or the disk is read-only: an empty folder harms nobody.
            }
        }
    }

    private static bool Holds(string folder, string pattern, bool isDeep) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, pattern, isDeep ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly).Any(file => !file.EndsWith(".part", StringComparison.Ordinal));
}
