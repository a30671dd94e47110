using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace GovPortal.Storage.Sqlite;

/// <summary>Says in the log, and so at the console, that a question or a transaction has not been answered for long: most often another program keeps the database to itself.</summary>
internal sealed class SqliteWaits : DbCommandInterceptor, IDbTransactionInterceptor, IDisposable
{
    private static readonly TimeSpan SayAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan SayAgain = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentDictionary<Guid, long> asked = [];
    private readonly TimeProvider clock;
    private readonly ILogger<SqliteWaits> logger;
    private readonly ITimer timer;
    private long? saidAt;

    public SqliteWaits(TimeProvider clock, ILogger<SqliteWaits> logger)
    {
        (this.clock, this.logger) = (clock, logger);
        timer = clock.CreateTimer(_ => Tell(), null, Look, Look);
    }

    public void Dispose() => timer.Dispose();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Begin(eventData.CommandId, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(Begin(eventData.CommandId, result));

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Begin(eventData.CommandId, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        new(Begin(eventData.CommandId, result));

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) => End(eventData.CommandId, result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) => new(End(eventData.CommandId, result));

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result) => End(eventData.CommandId, result);

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default) => new(End(eventData.CommandId, result));

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => asked.TryRemove(eventData.CommandId, out _);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default) => Ended(eventData.CommandId);

    public override void CommandCanceled(DbCommand command, CommandEndEventData eventData) => asked.TryRemove(eventData.CommandId, out _);

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default) => Ended(eventData.CommandId);

    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result) => Begin(eventData.TransactionId, result);

    public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default) =>
        new(Begin(eventData.TransactionId, result));

    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result) => End(eventData.TransactionId, result);

    public ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default) => new(End(eventData.TransactionId, result));

    public void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) => asked.TryRemove(eventData.TransactionId, out _);

    public Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default) => Ended(eventData.TransactionId);

    private T Begin<T>(Guid question, T result)
    {
        asked[question] = clock.GetTimestamp();
        return result;
    }

    private T End<T>(Guid question, T answer)
    {
        asked.TryRemove(question, out _);
        return answer;
    }

    private Task Ended(Guid question)
    {
        asked.TryRemove(question, out _);
        return Task.CompletedTask;
    }

    private void Tell()
    {
        var longest = asked.Select(one => clock.GetElapsedTime(one.Value)).DefaultIfEmpty().Max();

        // A transaction that could not begin is not told of; nothing waits so long.
        foreach (var over in asked.Where(one => clock.GetElapsedTime(one.Value) > 2 * SayAgain).ToArray())
        {
            asked.TryRemove(over);
        }

        if (longest >= SayAfter && (saidAt is not { } last || clock.GetElapsedTime(last) >= SayAgain))
        {
            saidAt = clock.GetTimestamp();
            logger.LogWarning(new EventId(1, "DatabaseWaitedFor"), "The database has not answered for {Seconds} s; waiting on. Another program may keep it locked", (int)longest.TotalSeconds);
        }
    }
}
