using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Core.Storage;

/// <summary>Which database the installation uses, and bringing it up to date.</summary>
public sealed class DatabaseSetup(string kind, string connection)
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    public string Kind => kind;

    /// <exception cref="InvalidOperationException">The settings name no usable database.</exception>
    public static DatabaseSetup From(IConfiguration settings, DataFolder data)
    {
        var kind = settings["GovPortal:Database"] ?? Sqlite;
        return kind switch
        {
            Sqlite => new DatabaseSetup(kind, new SqliteConnectionStringBuilder { DataSource = Path.Combine(data.Path, "govportal.db"), DefaultTimeout = 30 }.ToString()),
            Postgres when settings.GetConnectionString("Postgres") is { Length: > 0 } given => new DatabaseSetup(kind, given),
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
        }
        else
        {
            services.AddPooledDbContextFactory<SqlitePortalDb>(o => o.UseSqlite(connection).AddInterceptors(new SqliteHabits()));
            services.AddSingleton(s => Renting(s.GetRequiredService<IDbContextFactory<SqlitePortalDb>>()));
        }
    }

    /// <summary>Creates or upgrades the tables. Runs as the owner; the application itself never does.</summary>
    /// <param name="services">Where the tables of all rooms are known.</param>
    public async Task MigrateAsync(IServiceProvider services, CancellationToken ct)
    {
        if (kind == Sqlite)
        {
            await using var sqlite = new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite(connection).UseApplicationServiceProvider(services).Options);
            await sqlite.Database.MigrateAsync(ct);
            await sqlite.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
            foreach (var guard in AppendOnly.SqliteTriggers)
            {
                await sqlite.Database.ExecuteSqlRawAsync(guard, ct);
            }

            return;
        }

        await using var postgres = new PostgresPortalDb(new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql(connection).UseApplicationServiceProvider(services).Options);
        await postgres.Database.MigrateAsync(ct);
        await RowLevelPolicies.ApplyAsync(postgres, ct);
    }

    private static PortalDbFactory Renting<TDb>(IDbContextFactory<TDb> pool) where TDb : PortalDb => new(() => pool.CreateDbContext());
}
