using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GovPortal.Storage.Sqlite;

/// <summary>Settings SQLite forgets with each connection.</summary>
internal sealed class SqliteHabits : DbConnectionInterceptor
{
    // FULL waits at each commit until the log of changes lies on the disk: what was acknowledged survives a power cut. Its price: decision 0018.
    private const string Habits = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000";

    // Connections come from a pool, and most openings bring one that has been told already.
    private readonly ConditionalWeakTable<object, object> told = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!IsNew(connection))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Habits;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (!IsNew(connection))
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = Habits;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private bool IsNew(DbConnection connection) => ((SqliteConnection)connection).Handle is { } handle && told.TryAdd(handle, handle);
}
