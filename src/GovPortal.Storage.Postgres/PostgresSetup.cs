using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GovPortal.Storage.Postgres;

/// <summary>The installation's database on a PostgreSQL server.</summary>
public sealed class PostgresSetup : DatabaseSetup
{
    public const string Name = DatabaseKind.Postgres;

    private readonly string connection;
    private readonly string owner;

    /// <param name="given">The connection string of the application; null where there is none.</param>
    /// <param name="ownerGiven">How the owner of the tables signs in, who alone creates, upgrades and carries them; null where the application does so itself.</param>
    /// <param name="tables">The tables of every room and module.</param>
    /// <exception cref="InvalidOperationException">One of them is missing, names no host, or cannot be read.</exception>
    public PostgresSetup(string? given, string? ownerGiven, Tables tables) : base(tables)
    {
        connection = given is { Length: > 0 } ? Checked(given, "Postgres")
            : throw new InvalidOperationException("GovPortal:Database is postgres, but ConnectionStrings:Postgres is empty. Give it a connection string.");
        owner = ownerGiven is { Length: > 0 } ? Checked(ownerGiven, "PostgresOwner") : connection;
    }

    public override string Kind => Name;

    public override string Place => new NpgsqlConnectionStringBuilder(connection) is var server ? $"{server.Database ?? server.Username} on {server.Host}:{server.Port}, user {server.Username}" : "";

    public override void AddTo(IServiceCollection services)
    {
        var guard = new RowLevelSecurity();
        services.AddPooledDbContextFactory<PostgresPortalDb>(o => o.UseNpgsql(connection).AddInterceptors(guard));
        services.AddSingleton(s => new PortalDbFactory(s.GetRequiredService<IDbContextFactory<PostgresPortalDb>>().CreateDbContext));
        services.AddSingleton<ISetupLock>(new PostgresSetupLock(owner));
    }

    public override async Task<DatabaseState> LookAsync(CancellationToken ct)
    {
        await using var db = Open();
        return await StateAsync(db.Database.GetMigrations().ToHashSet(), [.. await db.Database.GetAppliedMigrationsAsync(ct)], () => RowLevelPolicies.AreInPlaceAsync(db, ct));
    }

    public override async Task MigrateAsync(CancellationToken ct)
    {
        await using var db = Open();
        await db.Database.MigrateAsync(ct);
        await RowLevelPolicies.ApplyAsync(db, ct);
    }

    public override PortalDb OpenAsOwner() => Open();

    private PostgresPortalDb Open() => new(new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql(owner).UseApplicationServiceProvider(Described).Options);

    private static string Checked(string given, string name)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(given) is { Host.Length: > 0 } ? given
                : throw new InvalidOperationException($"ConnectionStrings:{name} names no Host. Give it one, for example “Host=db;Database=govportal;Username=govportal;Password=…”.");
        }
        catch (Exception odd) when (odd is ArgumentException or FormatException or OverflowException)
        {
            throw new InvalidOperationException($"ConnectionStrings:{name} cannot be read ({odd.Message.TrimEnd('.')}). It looks like “Host=db;Database=govportal;Username=govportal;Password=…”.", odd);
        }
    }
}
