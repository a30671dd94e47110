using Npgsql;

namespace GovPortal.Storage.Postgres;

/// <summary>An advisory lock of a session, for PostgreSQL: for all nodes, and gone with the connection of whoever held it.</summary>
internal sealed class PostgresSetupLock(string connection) : ISetupLock
{
    // Any constant unique in this database serves; both halves are asked for in pg_locks.
    private const int Class = 0x676f7670;
    private const int Key = 0x7365746c;

    public async Task<IAsyncDisposable?> TryTakeAsync(CancellationToken ct)
    {
        var held = await OpenAsync(ct);
        await using var take = new NpgsqlCommand("SELECT pg_try_advisory_lock($1, $2)", held) { Parameters = { new() { Value = Class }, new() { Value = Key } } };
        if (await take.ExecuteScalarAsync(ct) is true)
        {
            return held;
        }

        await held.DisposeAsync();
        return null;
    }

    public async Task<string?> HolderAsync(CancellationToken ct)
    {
        await using var asking = await OpenAsync(ct);
        await using var ask = new NpgsqlCommand(
            "SELECT a.application_name || ', since ' || to_char(a.backend_start, 'HH24:MI:SS') FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND l.granted AND l.classid = $1 AND l.objid = $2 AND l.objsubid = 2 AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            asking)
        { Parameters = { new() { Value = Class }, new() { Value = Key } } };
        return await ask.ExecuteScalarAsync(ct) as string;
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        // Not of the pool: what is closed must be closed on the server too.
        var settings = new NpgsqlConnectionStringBuilder(connection) { Pooling = false, ApplicationName = $"process {Environment.ProcessId} on {Environment.MachineName}" };
        var opened = new NpgsqlConnection(settings.ToString());
        await opened.OpenAsync(ct);
        return opened;
    }
}
