using System.Data;
using System.Data.Common;
using System.Globalization;
using GovPortal.Core.Tenancy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GovPortal.Storage.Rows;

/// <summary>
/// The database with the rights of its owner, in one transaction: every row of every site. For carrying rows out and in; nothing that
/// answers a request comes here. On PostgreSQL the policy <c>whole_installation</c> lets it through, for the owner alone.
/// </summary>
public sealed class WholeDatabase : IAsyncDisposable
{
    private readonly PortalDb db;
    private readonly IDbContextTransaction transaction;

    private WholeDatabase(PortalDb db, IDbContextTransaction transaction)
    {
        (this.db, this.transaction) = (db, transaction);
        Shape = InstallationShape.Of(db);
    }

    public InstallationShape Shape { get; }

    /// <summary>The table of a kind of rows.</summary>
    public TableShape TableOf<TRow>() where TRow : class => Shape.Of(db.Model.FindEntityType(typeof(TRow))!.GetTableName()!);

    internal bool IsPostgres => IsPostgresDb(db);

    internal DbConnection Connection => db.Database.GetDbConnection();

    /// <summary>The context within the same transaction, for the directory and the log.</summary>
    internal PortalDb Context => db;

    /// <summary>Sees the database as it is at this moment, however long reading takes.</summary>
    public static async Task<WholeDatabase> ReadAsync(DatabaseSetup setup, CancellationToken ct)
    {
        var db = await OpenAsync(setup, ct);
        if (IsPostgresDb(db))
        {
            return new WholeDatabase(db, await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct));
        }

        // Deferred: whoever only reads must not keep others from writing.
        var snapshot = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        var reading = new WholeDatabase(db, (await db.Database.UseTransactionAsync(snapshot, ct))!);
        await reading.AskAsync<long>("SELECT COUNT(*) FROM sqlite_master", ct);
        return reading;
    }

    /// <summary>Changes take effect all at once, with <see cref="CommitAsync"/>; until then others read what was there before.</summary>
    public static async Task<WholeDatabase> WriteAsync(DatabaseSetup setup, CancellationToken ct)
    {
        var db = await OpenAsync(setup, ct);
        return new WholeDatabase(db, await db.Database.BeginTransactionAsync(ct));
    }

    public Task CommitAsync(CancellationToken ct) => transaction.CommitAsync(ct);

    /// <summary>Rows of a table in the order of its key, the same on every database.</summary>
    /// <param name="tenantId">One site's; null gives all.</param>
    public async IAsyncEnumerable<object?[]> RowsAsync(TableShape table, int? tenantId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var command = CommandOf($"SELECT {string.Join(", ", table.Columns.Select(c => Quoted(c.Name)))} FROM {Quoted(table.Name)}"
            + (tenantId is { } id ? $" WHERE {Quoted(TableShape.SiteColumn)} = {id.ToString(CultureInfo.InvariantCulture)}" : "")
            + $" ORDER BY {string.Join(", ", table.Key.Select(name => Quoted(name) + (IsPostgres && table.Columns.First(c => c.Name == name).Type == typeof(string) ? " COLLATE \"C\"" : "")))}");
        await using var rows = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        while (await rows.ReadAsync(ct))
        {
            var values = new object?[table.Columns.Count];
            for (var number = 0; number < values.Length; number++)
            {
                values[number] = table.Columns[number].Read(rows, number);
            }

            yield return values;
        }
    }

    public Task<long> CountAsync(TableShape table, int? tenantId, CancellationToken ct) =>
        AskAsync<long>($"SELECT COUNT(*) FROM {Quoted(table.Name)}{(tenantId is { } id ? $" WHERE {Quoted(TableShape.SiteColumn)} = {id.ToString(CultureInfo.InvariantCulture)}" : "")}", ct);

    /// <summary>Whether a row of any site holds a value.</summary>
    internal async Task<bool> HasAsync(TableShape table, string column, string value, CancellationToken ct)
    {
        await using var command = CommandOf($"SELECT 1 FROM {Quoted(table.Name)} WHERE {Quoted(column)} = @value LIMIT 1");
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@value", value);
        command.Parameters.Add(parameter);
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    /// <summary>What rows of a table hold to and is not there, with how many they are; empty where all is well.</summary>
    public async Task<IReadOnlyList<(string Link, long Orphans)>> OrphansAsync(TableShape table, CancellationToken ct)
    {
        var found = new List<(string, long)>();
        foreach (var link in table.Links)
        {
            var meets = string.Join(" AND ", link.Columns.Select((column, n) => $"p.{Quoted(link.Principal[n])} = c.{Quoted(column)}"));
            var given = string.Join(" AND ", link.Columns.Select(column => $"c.{Quoted(column)} IS NOT NULL"));
            var orphans = await AskAsync<long>($"SELECT COUNT(*) FROM {Quoted(table.Name)} c WHERE {given} AND NOT EXISTS (SELECT 1 FROM {Quoted(link.Table)} p WHERE {meets})", ct);
            if (orphans > 0)
            {
                found.Add(($"{string.Join(", ", link.Columns)} of {link.Table}", orphans));
            }
        }

        return found;
    }

    /// <summary>Adds rows to a table, one after another.</summary>
    internal RowInsertion InsertInto(TableShape table, bool isNumbering) => new(this, table, isNumbering);

    /// <summary>Takes out a site's rows, or all there are.</summary>
    internal Task<int> DeleteAsync(TableShape table, int? tenantId, CancellationToken ct) =>
        DoAsync($"DELETE FROM {Quoted(table.Name)}{(tenantId is { } id ? $" WHERE {Quoted(TableShape.SiteColumn)} = {id.ToString(CultureInfo.InvariantCulture)}" : "")}", ct);

    /// <summary>Rows of every site, in the context of the owner.</summary>
    internal static IQueryable<TRow> AllOf<TRow>(PortalDb owner) where TRow : class, ISiteRow => owner.Set<TRow>().IgnoreQueryFilters([PortalDb.SiteFilter]);

    /// <summary>Rows of one site that hang on rows of another become that one's.</summary>
    /// <param name="column">Names the row they hang on.</param>
    /// <param name="principal">The table it stands in.</param>
    internal Task<int> RehomeAsync(TableShape table, string column, string principal, int from, int to, CancellationToken ct)
    {
        var (before, after) = (from.ToString(CultureInfo.InvariantCulture), to.ToString(CultureInfo.InvariantCulture));
        return DoAsync($"UPDATE {Quoted(table.Name)} SET {Quoted(TableShape.SiteColumn)} = {after} WHERE {Quoted(TableShape.SiteColumn)} = {before} AND {Quoted(column)} IN (SELECT \"Id\" FROM {Quoted(principal)} WHERE {Quoted(TableShape.SiteColumn)} = {after})", ct);
    }

    /// <summary>Keeps everybody else from writing until the end; reading goes on.</summary>
    internal async Task HoldWritersAsync(CancellationToken ct)
    {
        if (IsPostgres)
        {
            await DoAsync($"LOCK TABLE {string.Join(", ", Shape.Tables.Select(t => Quoted(t.Name)))} IN EXCLUSIVE MODE", ct);
        }
    }

    /// <summary>Lets tables that are only added to be emptied within this transaction; see <see cref="AppendOnly"/>.</summary>
    internal async Task LiftAppendOnlyAsync(bool isLifted, CancellationToken ct)
    {
        foreach (var (name, trigger) in IsPostgres ? [] : AppendOnly.SqliteTriggers.Select(t => (t.Split(' ')[5], t)))
        {
            await DoAsync(isLifted ? $"DROP TRIGGER IF EXISTS {name}" : trigger, ct);
        }
    }

    /// <summary>The last number the database gave in a table; 0 before the first.</summary>
    internal async Task<long> LastNumberAsync(TableShape table, CancellationToken ct) => IsPostgres
        ? await AskAsync<long?>($"SELECT CASE WHEN s.is_called THEN s.last_value ELSE 0 END FROM {await SequenceAsync(table, ct)} s", ct) ?? 0
        : await AskAsync<long?>($"SELECT seq FROM sqlite_sequence WHERE name = '{table.Name}'", ct) ?? 0;

    /// <summary>The highest number in a table; 0 where it is empty.</summary>
    internal async Task<long> HighestNumberAsync(TableShape table, CancellationToken ct) =>
        await AskAsync<long?>($"SELECT MAX({Quoted(table.NumberedBy!)}) FROM {Quoted(table.Name)}", ct) ?? 0;

    /// <summary>Numbers go on above this one: none is ever given twice.</summary>
    internal async Task NumberFromAsync(TableShape table, long last, CancellationToken ct)
    {
        last = Math.Max(Math.Max(last, await HighestNumberAsync(table, ct)), await LastNumberAsync(table, ct));
        if (last == 0)
        {
            return;
        }

        await DoAsync(IsPostgres ? $"SELECT setval('{await SequenceAsync(table, ct)}', {last.ToString(CultureInfo.InvariantCulture)})"
            : $"DELETE FROM sqlite_sequence WHERE name = '{table.Name}'; INSERT INTO sqlite_sequence (name, seq) VALUES ('{table.Name}', {last.ToString(CultureInfo.InvariantCulture)})", ct);
    }

    /// <summary>PostgreSQL plans badly after many new rows until it has looked at them.</summary>
    internal async Task AnalyseAsync(CancellationToken ct)
    {
        if (IsPostgres)
        {
            await DoAsync("ANALYZE", ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await db.DisposeAsync();
    }

    internal static string Quoted(string name) => $"\"{name}\"";

    internal DbCommand CommandOf(string text)
    {
        var command = Connection.CreateCommand();
        (command.CommandText, command.Transaction, command.CommandTimeout) = (text, transaction.GetDbTransaction(), 0);
        return command;
    }

    internal async Task<T?> AskAsync<T>(string question, CancellationToken ct)
    {
        await using var command = CommandOf(question);
        var answer = await command.ExecuteScalarAsync(ct);
        return answer is null or DBNull ? default : (T)Convert.ChangeType(answer, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), CultureInfo.InvariantCulture);
    }

    private async Task<int> DoAsync(string text, CancellationToken ct)
    {
        await using var command = CommandOf(text);
        return await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<string> SequenceAsync(TableShape table, CancellationToken ct) =>
        await AskAsync<string>($"SELECT pg_get_serial_sequence('{Quoted(table.Name)}', '{table.NumberedBy}')", ct) ?? throw new InvalidOperationException($"The table {table.Name} numbers no rows.");

    private static bool IsPostgresDb(PortalDb db) => db.Kind == DatabaseKind.Postgres;

    private static async Task<PortalDb> OpenAsync(DatabaseSetup setup, CancellationToken ct)
    {
        var db = setup.OpenAsOwner();
        await db.Database.OpenConnectionAsync(ct);
        await db.Database.ExecuteSqlRawAsync(IsPostgresDb(db) ? $"SELECT set_config('app.tenant', '{SiteRows.WholeInstallation}', false)" : "PRAGMA foreign_keys = ON", ct);
        return db;
    }
}
