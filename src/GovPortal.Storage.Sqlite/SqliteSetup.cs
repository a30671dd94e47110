using GovPortal.Core.Files;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Storage.Sqlite;

/// <summary>The installation's database in one file.</summary>
/// <param name="file">Path of the file.</param>
public sealed class SqliteSetup(string file, Tables tables) : DatabaseSetup(tables)
{
    public const string Name = DatabaseKind.Sqlite;

    // How long a question waits for another program, in seconds.
    private const int Patience = 30;

    private readonly string connection = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = Patience }.ToString();

    public override string Kind => Name;

    public override string Place => file;

    /// <summary>The file that an installation keeps in its data folder.</summary>
    public static SqliteSetup In(DataFolder data, Tables tables)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new SqliteSetup(Path.Combine(data.Path, "govportal.db"), tables);
    }

    public override void AddTo(IServiceCollection services)
    {
        // A file that was taken away must not come back empty: only the set-up makes one.
        var present = new SqliteConnectionStringBuilder(connection) { Mode = SqliteOpenMode.ReadWrite }.ToString();
        services.AddPooledDbContextFactory<SqlitePortalDb>(o => o.UseSqlite(present).AddInterceptors(new SqliteHabits()));
        services.AddSingleton(s => new PortalDbFactory(s.GetRequiredService<IDbContextFactory<SqlitePortalDb>>().CreateDbContext));
        services.AddSingleton<ISetupLock, FileSetupLock>();
    }

    public override Task WaitUntilFreeAsync(bool isToWrite, Action<string> tell, CancellationToken ct) =>
        File.Exists(file) ? new SqliteLockWait(file, TimeSpan.FromSeconds(Patience)).WaitAsync(isToWrite, tell, ct) : Task.CompletedTask;

    public override async Task<DatabaseState> LookAsync(CancellationToken ct)
    {
        if (!File.Exists(file))
        {
            return DatabaseState.Absent;
        }

        await using var db = Open();
        return await StateAsync(db.Database.GetMigrations().ToHashSet(), [.. await db.Database.GetAppliedMigrationsAsync(ct)], () => IsGuardedAsync(db, ct));
    }

    public override async Task MigrateAsync(CancellationToken ct)
    {
        await using var db = Open();

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
    private static async Task<bool> IsGuardedAsync(SqlitePortalDb db, CancellationToken ct)
    {
        var triggers = await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND (name LIKE '%\\_no\\_update' ESCAPE '\\' OR name LIKE '%\\_no\\_delete' ESCAPE '\\')").SingleAsync(ct);
        var journal = await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").SingleAsync(ct);
        return triggers == AppendOnly.SqliteTriggers.Count && journal == "wal";
    }

    public override PortalDb OpenAsOwner() => Open();

    private SqlitePortalDb Open() => new(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite(connection).UseApplicationServiceProvider(Described).Options);
}
