using System.Globalization;
using Microsoft.Data.Sqlite;

namespace GovPortal.Benchmarks.Scale;

/// <summary>
/// Makes many articles out of those an import stored, by copying rows inside SQLite: importing a million takes an hour.
/// The copies have addresses, texts, terms and dates of their own and stand in every table and index that pages read.
/// The publication log does not name them, so the search index never hears of them: search is set aside here.
/// </summary>
internal static class Multiplier
{
    // Copies of all made articles in one transaction.
    private const int Batch = 100;

    // Columns that must differ from the original's, for the copy number n.k. A minute apart, so that lists mix copies of all of them.
    private static readonly Dictionary<string, string> items = new()
    {
        ["Id"] = "b.Id + n.k * $items",
        ["Slug"] = "'tin-' || (CAST(substr(b.Slug, 5) AS INTEGER) + n.k * $made)",
        ["Title"] = "b.Title || ' ' || n.k",
        ["SourceKey"] = "b.SourceKey || '-' || n.k",
        ["SortAt"] = "b.SortAt - n.k * 60000",
        ["PublishedAt"] = "b.PublishedAt - n.k * 60000",
    };

    private static readonly Dictionary<string, string> versions = new() { ["Id"] = "b.Id + n.k * $versions", ["ItemId"] = "b.ItemId + n.k * $items" };
    private static readonly Dictionary<string, string> terms = new() { ["ItemId"] = "b.ItemId + n.k * $items" };
    private static readonly Dictionary<string, string> addresses = new() { ["ItemId"] = "b.ItemId + n.k * $items", ["Slug"] = "'tin-' || (CAST(substr(b.Slug, 5) AS INTEGER) + n.k * $made)" };

    /// <param name="made">Articles that were imported, with the slugs tin-1, tin-2 and so on.</param>
    public static void Fill(string data, int made, int wanted)
    {
        // Connections that were given back hold the file open, and its journal cannot be switched.
        SqliteConnection.ClearAllPools();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "govportal.db")};Pooling=False");
        connection.Open();

        // Nothing is lost here by a crash but the benchmark.
        Execute(connection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -400000");
        Execute(connection, "CREATE TEMP TABLE made AS SELECT Id FROM content_items WHERE Type = 'article' AND Slug LIKE 'tin-%'");
        if (Number(connection, "SELECT count(*) FROM made") != made)
        {
            throw new InvalidOperationException("The import made something else than was asked for.");
        }

        var (itemStep, versionStep) = (Number(connection, "SELECT max(Id) FROM content_items"), Number(connection, "SELECT max(Id) FROM content_versions"));
        var copies = (wanted / made) - 1;
        for (var from = 1; from <= copies; from += Batch)
        {
            Execute(connection, "BEGIN");
            foreach (var (table, key, changed) in new[] { ("content_items", "Id", items), ("content_versions", "ItemId", versions), ("content_terms", "ItemId", terms), ("content_addresses", "ItemId", addresses) })
            {
                var columns = Columns(connection, table);
                var values = columns.Select(column => changed.GetValueOrDefault(column, $"b.\"{column}\""));
                Execute(
                    connection,
                    $"WITH RECURSIVE n(k) AS (SELECT $from UNION ALL SELECT k + 1 FROM n WHERE k < $to) INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM n CROSS JOIN {table} b WHERE b.{key} IN (SELECT Id FROM made)",
                    ("$from", from), ("$to", Math.Min(from + Batch - 1, copies)), ("$made", made), ("$items", itemStep), ("$versions", versionStep));
            }

            Execute(connection, "COMMIT");
        }

        Execute(connection, "PRAGMA journal_mode = WAL");
    }

    private static List<string> Columns(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static void Execute(SqliteConnection connection, string sql, params (string Name, long Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters.Where(p => sql.Contains(p.Name, StringComparison.Ordinal)))
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
