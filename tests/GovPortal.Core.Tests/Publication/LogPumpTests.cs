using GovPortal.Core.Modules;
using GovPortal.Core.Publication;
using GovPortal.Host;
using GovPortal.Publishing.Publication;
using GovPortal.Storage;
using GovPortal.Storage.Publication;
using GovPortal.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace GovPortal.Core.Tests.Publication;

public sealed class LogPumpTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private readonly string path = Path.Combine(Path.GetTempPath(), $"govportal-{Guid.NewGuid():n}.db");
    private PublicationLog log = null!;
    private PortalDbFactory databases = null!;

    public async ValueTask InitializeAsync()
    {
        var tables = Rooms.TablesOf(Portal.Modules);
        var services = new ServiceCollection().AddSingleton(tables).BuildServiceProvider();
        var options = new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite($"Data Source={path}").UseApplicationServiceProvider(services).Options;
        await new SqliteSetup(path, tables).MigrateAsync(Ct);
        databases = new PortalDbFactory(() => new SqlitePortalDb(options));
        log = new PublicationLog(databases);
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(path);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_follower_gets_every_entry_once_and_in_order()
    {
        var (a, b) = (new Follower("a"), new Follower("b"));
        await AppendAsync(1_203);

        await Pump(a, b).CatchUpAsync(Ct);
        await AppendAsync(2);
        await Pump(a, b).CatchUpAsync(Ct);

        Assert.Equal(Enumerable.Range(1, 1_205).Select(n => (long)n), a.Taken);
        Assert.Equal(a.Taken, b.Taken);
        Assert.True(a.LargestBatch <= 500);
    }

    [Fact]
    public async Task A_follower_that_breaks_stops_no_other_says_so_and_goes_on_where_it_stood()
    {
        var (sound, broken) = (new Follower("sound"), new Follower("broken") { BreaksAt = 3 });
        using var pump = Pump(broken, sound);
        await AppendAsync(2);
        await pump.StartAsync(Ct);
        await UntilAsync(() => sound.Taken.Count == 2 && broken.Taken.Count == 2);

        await AppendAsync(3);
        log.Wake();
        await UntilAsync(() => sound.Taken.Count == 5);
        await UntilAsync(() => HealthOf(pump).Status == HealthStatus.Degraded);
        Assert.Contains("broken has stopped and will be tried again: the disk is full", HealthOf(pump).Description, StringComparison.Ordinal);
        Assert.Equal([1, 2], broken.Taken);

        broken.BreaksAt = null;
        await UntilAsync(() => broken.Taken.Count == 5 && HealthOf(pump).Status == HealthStatus.Healthy);
        await pump.StopAsync(Ct);

        Assert.Equal([1, 2, 3, 4, 5], broken.Taken);
    }

    [Fact]
    public async Task What_another_process_publishes_is_followed_without_a_signal()
    {
        var follower = new Follower("a");
        using var pump = Pump(follower);
        await pump.StartAsync(Ct);

        await AppendAsync(3);
        await UntilAsync(() => follower.Taken.Count == 3);
        await pump.StopAsync(Ct);
    }

    private LogPump Pump(params ILogFollower[] followers) => new(log, followers, new HastyClock(), NullLogger<LogPump>.Instance);

    private static HealthCheckResult HealthOf(LogPump pump) => pump.CheckHealthAsync(new HealthCheckContext(), Ct).GetAwaiter().GetResult();

    private async Task AppendAsync(int count)
    {
        await using var db = databases.OpenInstallation();
        db.Log.AddRange(Enumerable.Range(0, count).Select(_ => new LogEntry { TenantId = 1, ItemId = 1, Type = "article", Act = PublicationAct.Published, At = DateTimeOffset.UnixEpoch }));
        await db.SaveChangesAsync(Ct);
    }

    private static async Task UntilAsync(Func<bool> isTrue)
    {
        for (var turn = 0; !isTrue(); turn++)
        {
            Assert.True(turn < 30_000, "It did not come true.");
            await Task.Delay(10, Ct);
        }
    }

    private sealed class Follower(string name) : ILogFollower
    {
        public List<long> Taken { get; } = [];

        public int LargestBatch { get; private set; }

        public long? BreaksAt { get; set; }

        public string Name => name;

        public ValueTask<long> PositionAsync(CancellationToken ct) => ValueTask.FromResult(Taken.Count == 0 ? 0 : Taken[^1]);

        public Task FollowAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct)
        {
            if (BreaksAt is { } at && entries.Any(e => e.Position >= at))
            {
                throw new IOException("the disk is full");
            }

            LargestBatch = Math.Max(LargestBatch, entries.Count);
            Taken.AddRange(entries.Select(e => e.Position));
            return Task.CompletedTask;
        }
    }

    /// <summary>Makes every wait a hundredth of its length.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 100 : dueTime, period);
    }
}
