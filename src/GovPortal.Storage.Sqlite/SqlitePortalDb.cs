using Microsoft.EntityFrameworkCore;

namespace GovPortal.Storage.Sqlite;

/// <summary>The database in one SQLite file.</summary>
public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : PortalDb(options)
{
    public override string Kind => DatabaseKind.Sqlite;

    /// <summary>SQLite has one writer at a time as it is.</summary>
    public override Task QueueAsync(long key, CancellationToken ct) => Task.CompletedTask;

    // SQLite has no instants: milliseconds since 1970 sort and compare.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
}
