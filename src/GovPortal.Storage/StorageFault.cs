using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovPortal.Storage;

/// <summary>Tells when what the data lies on gave out, disk or database, from faults of the program and of what was asked.</summary>
public static class StorageFault
{
    // Numbers of Linux, and what Windows says instead.
    private const int NoSpace = 28;
    private const int OverQuota = 122;
    private const int DamagedDisk = 5;
    private const int ReadOnlyDisk = 30;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsWriteProtected = unchecked((int)0x80070013);

    private const int SqliteReadOnly = 8;
    private const int SqliteFull = 13;
    private const int SqliteConstraint = 19;
    private const int SqliteMismatch = 20;
    private const int SqliteMisuse = 21;
    private const int SqliteRange = 25;

    /// <summary>True when the same request may succeed once somebody has looked after disk or database.</summary>
    public static bool Is(Exception fault) => CausesOf(fault).Any(cause => cause switch
    {
        DbUpdateConcurrencyException => false,
        SqliteException sqlite => sqlite.SqliteErrorCode is not (SqliteConstraint or SqliteMismatch or SqliteMisuse or SqliteRange),
        // Data, integrity and mistakes in a command are the program's; a table that is not there is a database that is not there.
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UndefinedTable || postgres.SqlState[..2] is not ("22" or "23" or "42"),
        DbException => true,
        _ => IsOfDisk(cause),
    });

    /// <summary>True when the disk is full, read-only, damaged, or closed to this process.</summary>
    public static bool IsOfDisk(Exception fault) => IsFull(fault) || IsReadOnly(fault) || fault is DirectoryNotFoundException or IOException { HResult: DamagedDisk };

    /// <summary>True when there is no room left.</summary>
    public static bool IsFull(Exception fault) => fault is IOException { HResult: NoSpace or OverQuota or WindowsDiskFull } or SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull };

    /// <summary>True when nothing may be written.</summary>
    public static bool IsReadOnly(Exception fault) => fault is IOException { HResult: ReadOnlyDisk or WindowsWriteProtected } or UnauthorizedAccessException or SqliteException { SqliteErrorCode: SqliteReadOnly };

    /// <summary>The fault and what led to it, outermost first.</summary>
    public static IEnumerable<Exception> CausesOf(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause is AggregateException { InnerExceptions: [var first, ..] } ? first : cause.InnerException)
        {
            yield return cause;
        }
    }
}
