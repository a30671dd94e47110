using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace GovPortal.Storage.Sqlite;

/// <summary>Asks for the database as long as another program keeps it to itself, and says so.</summary>
/// <param name="patience">After it the lock of the other program is a fault.</param>
internal sealed class SqliteLockWait(string file, TimeSpan patience)
{
    private const int Busy = 5;
    private const int Locked = 6;

    private static readonly TimeSpan SayAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <exception cref="SqliteException">It is locked still.</exception>
    public async Task WaitAsync(bool isToWrite, Action<string> tell, CancellationToken ct)
    {
        var hasSaid = false;
        for (var since = Stopwatch.StartNew(); await FaultAsync(isToWrite, ct) is { } fault; await Task.Delay(Pause, ct))
        {
            if (fault.SqliteErrorCode is not (Busy or Locked))
            {
                // Whoever asks for tables next meets the same, and has a sentence for it.
                return;
            }

            if (since.Elapsed >= patience)
            {
                throw fault;
            }

            if (!hasSaid && since.Elapsed >= SayAfter)
            {
                hasSaid = true;
                tell($"The database {file} is locked by another program. Waiting for it, at most {patience.TotalSeconds:0} s");
            }
        }
    }

    private async Task<SqliteException?> FaultAsync(bool isToWrite, CancellationToken ct)
    {
        try
        {
            // The shortest wait of its own there is, in seconds; none would be for ever.
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 1, Pooling = false }.ToString());
            await connection.OpenAsync(ct);
            await using var question = connection.CreateCommand();
            question.CommandText = isToWrite ? "BEGIN IMMEDIATE; ROLLBACK" : "SELECT COUNT(*) FROM sqlite_master";
            await question.ExecuteScalarAsync(ct);
            return null;
        }
        catch (SqliteException fault)
        {
            return fault;
        }
    }
}
