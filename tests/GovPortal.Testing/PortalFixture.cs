using GovPortal.Core.Tenancy;
using GovPortal.Host;
using GovPortal.Host.Commands;
using GovPortal.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace GovPortal.Testing;

/// <summary>The whole portal in this process: a real database, a data folder and a port of its own. Started when first needed.</summary>
public abstract class PortalFixture(TestDatabase database) : IAsyncDisposable
{
    public const string AdminPassword = "mat-khau-quan-tri";

    private static int numbers;

    private readonly SemaphoreSlim gate = new(1);
    private WebApplication? app;

    public TestDatabase Database => database;

    public LogWatch Log { get; } = new();

    public TestClock Clock { get; } = new();

    public string DataPath { get; } = Directory.CreateTempSubdirectory("govportal-portal-").FullName;

    /// <summary>Letters the portal sent.</summary>
    public PostBag Post => new(DataPath);

    public IServiceProvider Services => app!.Services;

    public Uri Address { get; private set; } = null!;

    /// <summary>Settings the portal runs with, so that commands can be run beside it.</summary>
    public IReadOnlyList<string> Settings { get; private set; } = [];

    /// <summary>Recipe of the portal's own site.</summary>
    protected virtual string Recipe => SetUpPortal.Recipe;

    /// <summary>Whether it goes through the first set-up, which takes seconds, instead of beginning as a copy of one that did.</summary>
    protected virtual bool SetsItselfUp => Recipe != SetUpPortal.Recipe;

    /// <summary>Settings besides the usual ones.</summary>
    protected virtual IEnumerable<string> MoreSettings => [];

    /// <summary>Services in place of the usual ones.</summary>
    protected virtual void Arrange(IServiceCollection services)
    {
    }

    public async Task StartAsync()
    {
        await gate.WaitAsync();
        try
        {
            app ??= await OpenAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>A site of its own for a test, made from a recipe.</summary>
    public Task<TestSite> WithRecipeAsync(string recipe) =>
        OpenAsync(new NewSite { Name = $"xa-thu-{Interlocked.Increment(ref numbers)}", Title = "Xã Thử Nghiệm Đường Lâm", Recipe = recipe, Parent = Tenant.PortalName });

    public async Task<TestSite> OpenAsync(NewSite site)
    {
        await StartAsync();
        var refusals = await Services.GetRequiredService<SiteProvisioning>().OpenAsync(site, progress: null, CancellationToken.None);
        return refusals.Count == 0 ? Site(site.Name) : throw new InvalidOperationException($"{site.Name}: {string.Join(", ", refusals)}");
    }

    /// <summary>A site that exists.</summary>
    public TestSite Site(string name) => new(this, name);

    public TestSite Portal => Site(Tenant.PortalName);

    public Visitor NewVisitor() => new(Address);

    /// <summary>Makes every further query fail, as when the disk under the database is gone. SQLite only.</summary>
    public Task BreakDatabaseAsync() => RunAsync("ALTER TABLE content_items RENAME TO gone");

    /// <summary>Brings all changes into the database file, and makes every further query read it. SQLite only.</summary>
    public async Task ReadAgainAsync()
    {
        await RunAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    /// <summary>Keeps everybody else from writing to the database until it is disposed. SQLite only.</summary>
    public async Task<IAsyncDisposable> HoldWritingAsync()
    {
        var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(DataPath, "govportal.db")};Pooling=False");
        await connection.OpenAsync();
        await using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Undoes <see cref="BreakDatabaseAsync"/>.</summary>
    public Task MendDatabaseAsync() => RunAsync("ALTER TABLE gone RENAME TO content_items");

    /// <summary>Takes every table away, as when the file under the database is gone. SQLite only.</summary>
    public async Task LoseDatabaseAsync()
    {
        foreach (var table in new[] { "content_items", "content_versions", "content_addresses", "person_sessions", "tenants", "files" })
        {
            await RunAsync($"ALTER TABLE {table} RENAME TO gone_{table}");
        }
    }

    private async Task RunAsync(string command)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(DataPath, "govportal.db")}");
        await connection.OpenAsync();
        await using var run = connection.CreateCommand();
        run.CommandText = command;
        await run.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        SqliteDatabase.Release(DataPath);
        await database.DisposeAsync();
        Directory.Delete(DataPath, recursive: true);
        gate.Dispose();
    }

    private async Task<WebApplication> OpenAsync()
    {
        Settings = [.. await BeginAsync(), "--GovPortal:LinkCheck=off", "--GovPortal:TrustedProxies=127.0.0.1", .. MoreSettings, $"--GovPortal:DataPath={DataPath}", $"--GovPortal:Recipe={Recipe}", $"--GovPortal:AdminPassword={AdminPassword}"];
        var builder = Host.Portal.Prepare([.. Settings, "--urls=http://127.0.0.1:0", "--Serilog:MinimumLevel:Default=Warning"], isServing: true);
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton<ILogEventSink>(Log).Configure(SetUpPortal.HashCheaply);
        Arrange(builder.Services);
        var portal = Host.Portal.Assemble(builder);
        await Serve.OpenAsync(portal);
        await portal.StartAsync();
        Address = new Uri(portal.Urls.Single());
        return portal;
    }

    private async Task<IReadOnlyList<string>> BeginAsync()
    {
        if (SetsItselfUp)
        {
            return await database.CreateAsync();
        }

        var pattern = await SetUpPortal.OfAsync(database);
        pattern.CopyTo(DataPath);
        return await database.CreateFromAsync(pattern.Database);
    }
}

/// <summary>A portal on SQLite, shared by the tests of an assembly.</summary>
public sealed class SqlitePortal() : PortalFixture(new SqliteDatabase());

/// <summary>A portal on SQLite that keeps no pages.</summary>
public sealed class UncachedPortal() : PortalFixture(new SqliteDatabase())
{
    protected override IEnumerable<string> MoreSettings => ["--GovPortal:PageCache:MiB=0"];
}

/// <summary>A portal on PostgreSQL, shared by the tests of an assembly.</summary>
public sealed class PostgresPortal() : PortalFixture(new PostgresDatabase());
