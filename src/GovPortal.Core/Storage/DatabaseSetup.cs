using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GovPortal.Core.Storage;

/// <summary>Which database the installation uses, how it stands to this version of the program, and bringing it up to date.</summary>
/// <param name="tables">The tables of every room and module.</param>
public sealed class DatabaseSetup(string kind, string connection, Tables tables)
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    // The context asks for the tables where it is made by hand, outside the container.
    private readonly ServiceProvider described = new ServiceCollection().AddSingleton(tables).BuildServiceProvider();

    public string Kind => kind;

    /// <summary>Where the database is, as a person is told: without its password.</summary>
    public string Place => kind == Sqlite
        ? new SqliteConnectionStringBuilder(connection).DataSource
        : new NpgsqlConnectionStringBuilder(connection) is var server ? $"{server.Database ?? server.Username} on {server.Host}:{server.Port}, user {server.Username}" : "";

    /// <exception cref="InvalidOperationException">The settings name no usable database.</exception>
    public static DatabaseSetup From(IConfiguration settings, DataFolder data, Tables tables)
    {
        var kind = settings["GovPortal:Database"] ?? Sqlite;
        return kind switch
        {
            Sqlite => new DatabaseSetup(kind, new SqliteConnectionStringBuilder { DataSource = Path.Combine(data.Path, "govportal.db"), DefaultTimeout = 30 }.ToString(), tables),
            Postgres when settings.GetConnectionString("Postgres") is { Length: > 0 } given => new DatabaseSetup(kind, Checked(given), tables),
            Postgres => throw new InvalidOperationException("GovPortal:Database is postgres, but ConnectionStrings:Postgres is empty. Give it a connection string."),
            _ => throw new InvalidOperationException($"GovPortal:Database is “{kind}”; it may be sqlite or postgres."),
        };
    }

    public void AddTo(IServiceCollection services)
    {
        if (kind == Postgres)
        {
            var guard = new RowLevelSecurity();
            services.AddPooledDbContextFactory<PostgresPortalDb>(o => o.UseNpgsql(connection).AddInterceptors(guard));
            services.AddSingleton(s => Renting(s.GetRequiredService<IDbContextFactory<PostgresPortalDb>>()));
            services.AddSingleton<ISetupLock>(new PostgresSetupLock(connection));
        }
        else
        {
            // A file that was taken away must not come back empty: only the set-up makes one.
            var present = new SqliteConnectionStringBuilder(connection) { Mode = SqliteOpenMode.ReadWrite }.ToString();
            services.AddPooledDbContextFactory<SqlitePortalDb>(o => o.UseSqlite(present).AddInterceptors(new SqliteHabits()));
            services.AddSingleton(s => Renting(s.GetRequiredService<IDbContextFactory<SqlitePortalDb>>()));
            services.AddSingleton<ISetupLock, FileSetupLock>();
        }
    }

    /// <summary>How the tables stand to this version of the program. Changes and locks nothing.</summary>
    public async Task<DatabaseState> LookAsync(CancellationToken ct)
    {
        if (kind == Sqlite && !File.Exists(Place))
        {
            return DatabaseState.Absent;
        }

        await using var db = Open();
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToArray();
        return applied.Length == 0 ? DatabaseState.Absent
            : applied.Any(one => !known.Contains(one)) ? DatabaseState.Newer
            : applied.Length < known.Count || !await IsGuardedAsync(db, ct) ? DatabaseState.Older
            : DatabaseState.Current;
    }

    /// <summary>Creates or upgrades the tables. Runs as the owner; the application itself never does. Whoever calls it holds the <see cref="ISetupLock"/>.</summary>
    public async Task MigrateAsync(CancellationToken ct)
    {
        await using var db = Open();
        if (db is PostgresPortalDb postgres)
        {
            await postgres.Database.MigrateAsync(ct);
            await RowLevelPolicies.ApplyAsync(postgres, ct);
            return;
        }

        // EF Core's own lock is a row that a killed process leaves behind for ever. Under ours, whoever left it is gone.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        await db.Database.MigrateAsync(ct);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
        foreach (var guard in AppendOnly.SqliteTriggers)
        {
            await db.Database.ExecuteSqlRawAsync(guard, ct);
        }
    }

    // A process may have been killed between the last migration and what comes after it.
    private static async Task<bool> IsGuardedAsync(PortalDb db, CancellationToken ct)
    {
        if (db is PostgresPortalDb postgres)
        {
            return await RowLevelPolicies.AreInPlaceAsync(postgres, ct);
        }

        var triggers = await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND (name LIKE '%\\_no\\_update' ESCAPE '\\' OR name LIKE '%\\_no\\_delete' ESCAPE '\\')").SingleAsync(ct);
        var journal = await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").SingleAsync(ct);
        return triggers == AppendOnly.SqliteTriggers.Count && journal == "wal";
    }

    private PortalDb Open() => kind == Sqlite
        ? new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite(connection).UseApplicationServiceProvider(described).Options)
        : new PostgresPortalDb(new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql(connection).UseApplicationServiceProvider(described).Options);

    private static string Checked(string given)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(given) is { Host.Length: > 0 } ? given
                : throw new InvalidOperationException("ConnectionStrings:Postgres names no Host. Give it one, for example “Host=db;Database=govportal;Username=govportal;Password=…”.");
        }
        catch (Exception odd) when (odd is ArgumentException or FormatException or OverflowException)
        {
            throw new InvalidOperationException($"ConnectionStrings:Postgres cannot be read ({odd.Message.TrimEnd('.')}). It looks like “Host=db;Database=govportal;Username=govportal;Password=…”.", odd);
        }
    }

    private static PortalDbFactory Renting<TDb>(IDbContextFactory<TDb> pool) where TDb : PortalDb => new(() => pool.CreateDbContext());
}

/// <summary>How an installation's tables stand to the program.</summary>
public enum DatabaseState
{
    /// <summary>There are none.</summary>
    Absent,

    /// <summary>Made by an older version, or by a start that was cut off: to be brought up to date.</summary>
    Older,

    Current,

    /// <summary>Made by a newer version, which this one does not know.</summary>
    Newer,
}
