using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GovPortal.Core.Storage;

/// <summary>Settings SQLite forgets with each connection.</summary>
internal sealed class SqliteHabits : DbConnectionInterceptor
{
    // NORMAL loses at most the last commits at a power cut and never the file; with WAL that is what SQLite advises.
    private const string Habits = "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Habits;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Habits;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
