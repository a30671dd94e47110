using Microsoft.EntityFrameworkCore;

namespace GovPortal.Storage.Postgres;

/// <summary>The database on a PostgreSQL server, with row-level security.</summary>
public sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options) : PortalDb(options)
{
    public override string Kind => DatabaseKind.Postgres;

    public override Task QueueAsync(long key, CancellationToken ct) => Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", ct);
}
