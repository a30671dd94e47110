using GovPortal.Core.Tenancy;
using GovPortal.Host;
using GovPortal.Publishing.Recipes;
using GovPortal.Sites;
using GovPortal.Storage;
using GovPortal.Storage.Postgres;
using GovPortal.Storage.Sqlite;
using GovPortal.Testing;
using GovPortal.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace GovPortal.Portal.Tests;

/// <summary>A start never hangs: locks belong to the living, and what a killed process left is gone on with.</summary>
public abstract class StartingTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private readonly List<WebApplication> opened = [];
    private IReadOnlyList<string> settings = [];

    protected string Folder { get; } = Directory.CreateTempSubdirectory("govportal-start-").FullName;

    private LogWatch Log { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(database.Missing is not null, database.Missing ?? "");
        settings = await database.CreateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var app in opened)
        {
            await app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    [Fact]
    public async Task A_start_that_meets_the_leavings_of_a_killed_one_goes_on()
    {
        await OpenAsync(NewApp());
        await LeaveMigrationHalfDoneAsync();

        Assert.Equal(DatabaseState.Older, await LookAsync());
        await OpenAsync(NewApp()).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(DatabaseState.Current, await LookAsync());
    }

    [Fact]
    public async Task Where_all_is_ready_nothing_is_locked()
    {
        await OpenAsync(NewApp());
        await using var held = await NewApp().Services.GetRequiredService<ISetupLock>().TryTakeAsync(Ct);

        Assert.NotNull(held);
        Assert.Empty(await OpenAsync(NewApp("--GovPortal:SetupPatience=0")));
        await SetupOf(NewApp("--GovPortal:SetupPatience=0")).OpenForWritingAsync(Ct);
        await SetupOf(NewApp()).OpenForReadingAsync(Ct);
    }

    [Fact]
    public async Task Who_waits_is_told_for_whom_and_not_for_ever()
    {
        var held = await NewApp().Services.GetRequiredService<ISetupLock>().TryTakeAsync(Ct);

        var ended = await Assert.ThrowsAsync<InvalidOperationException>(() => OpenAsync(NewApp("--GovPortal:SetupPatience=0")));
        var waiting = SetupOf(NewApp()).OpenForWritingAsync(Ct);
        await Eventually.BecomesTrueAsync("who waits says so", () => Task.FromResult(Log.Since(0, []).Any(line => line.Contains($"process {Environment.ProcessId}", StringComparison.Ordinal))));
        Assert.False(waiting.IsCompleted);
        await held!.DisposeAsync();
        var nothing = await Assert.ThrowsAsync<InvalidOperationException>(() => waiting);

        Assert.Contains("no installation yet", nothing.Message, StringComparison.Ordinal);
        Assert.Equal(DatabaseState.Absent, await LookAsync());
        Assert.Contains($"process {Environment.ProcessId}", ended.Message, StringComparison.Ordinal);
        Assert.Contains("GovPortal:SetupPatience", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_starts_at_once_make_one_installation()
    {
        var told = await Task.WhenAll(OpenAsync(NewApp()), OpenAsync(NewApp()));

        Assert.Single(told.SelectMany(t => t));
        Assert.Single(await SitesAsync());
    }

    [Fact]
    public async Task Verbs_that_read_bring_nothing_up_to_date_and_say_what_is_the_matter()
    {
        var none = await Assert.ThrowsAsync<InvalidOperationException>(() => SetupOf(NewApp()).OpenForReadingAsync(Ct));
        Assert.Equal(DatabaseState.Absent, await LookAsync());
        await OpenAsync(NewApp());
        await LeaveMigrationHalfDoneAsync();
        var older = await Assert.ThrowsAsync<InvalidOperationException>(() => SetupOf(NewApp()).OpenForReadingAsync(Ct));
        Assert.Equal(DatabaseState.Older, await LookAsync());
        await ChangeHistoryAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '10.0.0')");
        var newer = await Assert.ThrowsAsync<InvalidOperationException>(() => SetupOf(NewApp()).OpenForReadingAsync(Ct));
        var writing = await Assert.ThrowsAsync<InvalidOperationException>(() => SetupOf(NewApp()).OpenForWritingAsync(Ct));

        Assert.Contains("no installation yet", none.Message, StringComparison.Ordinal);
        Assert.Contains("older version", older.Message, StringComparison.Ordinal);
        Assert.Contains("newer version", newer.Message, StringComparison.Ordinal);
        Assert.Equal(newer.Message, writing.Message);
    }

    [Fact]
    public async Task A_set_up_cut_off_between_the_tables_and_the_first_site_is_no_installation_yet()
    {
        var app = NewApp();
        await app.Services.GetRequiredService<DatabaseSetup>().MigrateAsync(Ct);

        await SetupOf(NewApp()).OpenForReadingAsync(Ct);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => SetupOf(NewApp()).OpenForWritingAsync(Ct));

        Assert.Contains(Log.Since(0, []), line => line.Contains("incomplete", StringComparison.Ordinal));
        Assert.Contains("Start the server once", refused.Message, StringComparison.Ordinal);
        Assert.Single(await OpenAsync(NewApp()));
    }

    [Fact]
    public async Task A_set_up_cut_off_before_its_end_is_gone_on_with_and_shows_a_password_that_opens()
    {
        await OpenAsync(NewApp());
        await File.WriteAllTextAsync(Path.Combine(Folder, "setup-in-progress"), "");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => SetupOf(NewApp()).OpenForWritingAsync(Ct));
        await SetupOf(NewApp()).OpenForReadingAsync(Ct);
        var told = Assert.Single(await OpenAsync(NewApp()));

        Assert.Contains("Start the server once", refused.Message, StringComparison.Ordinal);
        Assert.Contains(Log.Since(0, []), line => line.Contains("incomplete", StringComparison.Ordinal));
        Assert.True(await OpensAsync(told.Split("password: ")[1].Split(' ')[0]), told);
        Assert.Empty(await OpenAsync(NewApp()));
    }

    [Fact]
    public async Task A_site_whose_opening_was_cut_off_is_taken_back_and_no_other()
    {
        var app = NewApp();
        await OpenAsync(app);
        foreach (var name in new[] { "xa-nua", "xa-nguyen" })
        {
            Assert.Empty(await app.Services.GetRequiredService<SiteProvisioning>().OpenAsync(new NewSite { Name = name, Title = "Xã Thử", Recipe = "commune", Parent = Tenant.PortalName }, null, Ct));
        }

        // As a kill leaves them: the note of a site half opened, and that of one which another process opened first.
        await NoteAsync("xa-nua", await OpenedAtAsync("xa-nua"));
        await NoteAsync("xa-nguyen", await OpenedAtAsync("xa-nguyen") + 1);
        await OpenAsync(NewApp());

        Assert.Equal([Tenant.PortalName, "xa-nguyen"], (await SitesAsync()).Order(StringComparer.Ordinal));
        Assert.Contains(Log.Since(0, []), line => line.Contains("xa-nua", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Folder, "opening")));
    }

    /// <summary>What a process killed in the middle of bringing the tables up to date leaves behind.</summary>
    protected abstract Task LeaveMigrationHalfDoneAsync();

    protected async Task RunAsync(string command)
    {
        await using var owner = await OwnerAsync();
        await owner.Database.ExecuteSqlRawAsync(command, Ct);
    }

    protected abstract Task<PortalDb> OwnerAsync();

    private Task ChangeHistoryAsync(string command) => RunAsync(command);

    private Task<DatabaseState> LookAsync() => NewApp().Services.GetRequiredService<DatabaseSetup>().LookAsync(Ct);

    private WebApplication NewApp(params string[] more)
    {
        var builder = Host.Portal.Prepare([.. settings, $"--GovPortal:DataPath={Folder}", "--GovPortal:Recipe=blank", "--Serilog:MinimumLevel:Default=Warning", .. more], isServing: false);
        builder.Services.AddSingleton<ILogEventSink>(Log);
        var app = builder.Build();
        opened.Add(app);
        return app;
    }

    private static FirstSetup SetupOf(WebApplication app) => app.Services.GetRequiredService<FirstSetup>();

    /// <returns>What the person who started it was told.</returns>
    private static async Task<IReadOnlyList<string>> OpenAsync(WebApplication app)
    {
        var told = new List<string>();
        await SetupOf(app).OpenAsync(new Progress<RecipeProgress>(), told.Add, Ct);
        return told;
    }

    protected static IServiceProvider Described { get; } = new ServiceCollection().AddSingleton(Rooms.TablesOf(Host.Portal.Modules)).BuildServiceProvider();

    private async Task<IReadOnlyList<string>> SitesAsync()
    {
        await using var db = await OwnerAsync();
        return await db.Tenants.Select(t => t.Name).ToListAsync(Ct);
    }

    private async Task<long> OpenedAtAsync(string name)
    {
        await using var db = await OwnerAsync();
        return (await db.Tenants.SingleAsync(t => t.Name == name, Ct)).CreatedAt.ToUnixTimeMilliseconds();
    }

    private Task NoteAsync(string name, long openedAt) => File.WriteAllTextAsync(Path.Combine(Folder, "opening", name), $"{openedAt}");

    private async Task<bool> OpensAsync(string password)
    {
        await using var scope = NewApp().Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Person>>();
        return await people.CheckPasswordAsync((await people.FindByNameAsync("admin"))!, password);
    }
}

public sealed class StartingOnSqliteTests() : StartingTests(new SqliteDatabase())
{
    protected override async Task LeaveMigrationHalfDoneAsync()
    {
        await RunAsync("CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        await RunAsync("INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01 00:00:00')");
        await RunAsync("DROP TRIGGER audit_log_no_update");
    }

    protected override Task<PortalDb> OwnerAsync() =>
        Task.FromResult<PortalDb>(new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite($"Data Source={Path.Combine(Folder, "govportal.db")}").UseApplicationServiceProvider(Described).Options));
}

public sealed class StartingOnPostgresTests(PostgresDatabase database) : StartingTests(database), IClassFixture<PostgresDatabase>
{
    protected override Task LeaveMigrationHalfDoneAsync() => RunAsync("COMMENT ON TABLE content_items IS NULL");

    protected override Task<PortalDb> OwnerAsync() =>
        Task.FromResult<PortalDb>(new PostgresPortalDb(new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql(database.ConnectionString).UseApplicationServiceProvider(Described).Options));
}
