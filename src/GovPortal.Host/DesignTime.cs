using GovPortal.Storage;
using GovPortal.Storage.Postgres;
using GovPortal.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace GovPortal.Host;

/// <summary>Lets <c>dotnet ef migrations add</c> see the SQLite model without a running host.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqlitePortalDb>
{
    public SqlitePortalDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=design.db").UseApplicationServiceProvider(DesignTime.Services).Options);
}

/// <summary>Lets <c>dotnet ef migrations add</c> see the PostgreSQL model without a server.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresPortalDb>
{
    public PostgresPortalDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql("Host=design").UseApplicationServiceProvider(DesignTime.Services).Options);
}

/// <summary>What a model is made from without a running host.</summary>
internal static class DesignTime
{
    public static IServiceProvider Services { get; } = new ServiceCollection().AddSingleton(Rooms.TablesOf(Portal.Modules)).BuildServiceProvider();
}
