using System.Net;
using GovPortal.Core.Files;
using GovPortal.Core.Parsing;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Media;
using GovPortal.Media.Parsing;
using GovPortal.Publishing.Files;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>What is done with files behind the scenes: for every site in its turn, and not for ever.</summary>
public abstract class FileQueueTests(PortalFixture portal) : PortalTest(portal)
{
    // Further than any other test's work is due.
    private static readonly TimeSpan Later = TimeSpan.FromDays(1_000);

    [Fact]
    public async Task Ten_thousand_tables_within_tables_end_nothing_and_hold_up_nobody()
    {
        var (site, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var hostile = await UploadAsync(site, "long-nhau.docx", HostileFiles.NestedTables(10_000));
        var own = await UploadAsync(site, "to-trinh.docx", Samples.Word("Tờ trình của xã"));
        var theirs = await UploadAsync(other, "bao-cao.pdf", Samples.Pdf("Bao cao"));

        await IsReadAsync(other, theirs);
        await IsReadAsync(site, own);
        await IsReadAsync(site, hostile);
        await using var db = Db(site);
        Assert.False(await db.FileWorks.AnyAsync(w => w.FileId == hostile));
    }

    [Fact]
    public async Task What_the_server_died_of_three_times_is_set_aside_with_a_word_until_a_person_asks_for_it()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Author);
        var id = await UploadAsync(site, "don.docx", Samples.Word("Đơn xin xác nhận"));
        await IsReadAsync(site, id);
        var page = $"{site.Root}/quan-tri/thu-vien/{id}";
        await using (var db = Db(site))
        {
            await db.Files.Where(f => f.Id == id).ExecuteUpdateAsync(set => set.SetProperty(f => f.TextReading, TextReading.Waiting));
            db.FileWorks.Add(new FileWork { TenantId = site.Tenant.Id, FileId = id, Task = FileTask.ReadText, DueAt = Portal.Clock.GetUtcNow(), Attempts = FileLeases.MostAttempts, LeasedBy = "gone", LeasedUntil = Portal.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        }

        Portal.Services.GetRequiredService<FileQueue>().Wake();
        await Eventually.BecomesTrueAsync("the file is set aside", async () => (await RowAsync(site, id)).TextReading == TextReading.Unreadable);
        await Eventually.BecomesTrueAsync("the library says so", async () => (await editor.GetAsync(page)).Words.Contains("Lần nào xử lý tệp này máy chủ cũng dừng", StringComparison.Ordinal));
        var told = (await editor.GetAsync(page)).Words;
        Assert.Contains("cả 3 lần thử đều không thành", told, StringComparison.Ordinal);
        Assert.DoesNotContain("có mật khẩu", told, StringComparison.Ordinal);
        Assert.Contains("Chưa xử lý được", (await editor.GetAsync($"{site.Root}/quan-tri/thu-vien")).Words, StringComparison.Ordinal);

        (await editor.FillAsync(page, new Dictionary<string, string>(), "form[action*=Retry] button")).Insist(HttpStatusCode.Redirect);

        await IsReadAsync(site, id);
        Assert.DoesNotContain("Chưa xử lý được", (await editor.GetAsync($"{site.Root}/quan-tri/thu-vien")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_dead_server_of_this_data_folder_had_taken_is_free_at_once()
    {
        var site = await WithRecipeAsync();
        var id = await UploadAsync(site, "don.docx", Samples.Word("Đơn đề nghị"));
        await IsReadAsync(site, id);
        var dead = Guid.NewGuid().ToString("n");
        await using var db = Db(site);
        await db.Files.Where(f => f.Id == id).ExecuteUpdateAsync(set => set.SetProperty(f => f.TextReading, TextReading.Waiting));
        db.FileWorks.Add(new FileWork { TenantId = site.Tenant.Id, FileId = id, Task = FileTask.ReadText, DueAt = Portal.Clock.GetUtcNow(), Attempts = 1, LeasedBy = dead, LeasedUntil = Portal.Clock.GetUtcNow() + FileLeases.Length });
        await db.SaveChangesAsync();

        await File.WriteAllTextAsync(Path.Combine(Portal.DataPath, "instances", dead), "");
        Portal.Services.GetRequiredService<FileQueue>().Wake();

        await IsReadAsync(site, id);
    }

    [Fact]
    public async Task A_thousand_files_of_one_site_leave_every_second_turn_to_the_other()
    {
        var (large, small) = (await WithRecipeAsync(), await WithRecipeAsync());
        await AddLaterAsync(large, 1_000);
        await AddLaterAsync(small, 2);
        using var data = new ScratchData();
        using var server = new ServerInstance(data.Folder);
        var leases = Leases(server);

        var (turns, after) = (new List<int>(), large.Tenant.Id - 1);
        while (turns.Count < 5)
        {
            after = (await leases.TakeAsync(after, OthersThan(large, small), CancellationToken.None)).Work!.TenantId;
            turns.Add(after);
        }

        var (many, few) = (large.Tenant.Id, small.Tenant.Id);
        Assert.Equal([many, few, many, few, many], turns);
    }

    [Fact]
    public async Task Two_servers_never_take_the_same_work()
    {
        var site = await WithRecipeAsync();
        await AddLaterAsync(site, 40);
        using var data = new ScratchData();
        using var one = new ServerInstance(data.Folder);
        using var two = new ServerInstance(data.Folder);
        async Task<List<long>> TakeAllAsync(FileLeases leases)
        {
            var mine = new List<long>();
            while (await leases.TakeAsync(0, OthersThan(site), CancellationToken.None) is (var work, true))
            {
                mine.AddRange(work is null ? [] : [work.Id]);
            }

            return mine;
        }

        var taken = (await Task.WhenAll(Task.Run(() => TakeAllAsync(Leases(one))), Task.Run(() => TakeAllAsync(Leases(two))))).SelectMany(mine => mine).ToArray();

        Assert.Equal(40, taken.Length);
        Assert.Equal(40, taken.Distinct().Count());
    }

    [Fact]
    public async Task A_try_counts_before_it_begins_and_is_given_back_only_by_whoever_holds_it()
    {
        var site = await WithRecipeAsync();
        await AddLaterAsync(site, 1);
        using var data = new ScratchData();
        using var one = new ServerInstance(data.Folder);
        using var two = new ServerInstance(data.Folder);
        var first = (await Leases(one).TakeAsync(0, OthersThan(site), CancellationToken.None)).Work!;

        Assert.Equal(1, (await WorkAsync(site)).Attempts);
        Assert.False((await Leases(two).TakeAsync(0, OthersThan(site), CancellationToken.None)).IsAny);
        await Leases(two).GiveBackAsync(first, CancellationToken.None);
        Assert.Equal(1, (await WorkAsync(site)).Attempts);
        await Leases(one).GiveBackAsync(first, CancellationToken.None);
        Assert.Equal((0, null), ((await WorkAsync(site)).Attempts, (await WorkAsync(site)).LeasedBy));
    }

    private FileLeases Leases(ServerInstance server) => new(Portal.Services.GetRequiredService<PortalDbFactory>(), server, new LaterClock(Portal.Clock));

    private int[] OthersThan(params TestSite[] sites) =>
        [.. Portal.Services.GetRequiredService<TenantDirectory>().All.Select(t => t.Id).Except(sites.Select(site => site.Tenant.Id))];

    private async Task AddLaterAsync(TestSite site, int count)
    {
        await using var db = Db(site);

        // What the recipe brought along is out of the way.
        await Eventually.BecomesTrueAsync("nothing is to be done for the site", async () => !await db.FileWorks.AnyAsync(w => w.TenantId == site.Tenant.Id));
        db.FileWorks.AddRange(Enumerable.Range(0, count).Select(_ => new FileWork { TenantId = site.Tenant.Id, FileId = -1, Task = FileTask.ReadText, DueAt = Portal.Clock.GetUtcNow() + (Later / 2) }));
        await db.SaveChangesAsync();
    }

    private static async Task<long> UploadAsync(TestSite site, string name, byte[] bytes) =>
        (await (await site.SignInAsAsync(Role.Author)).UploadAsync(site, name, bytes)).Insist(HttpStatusCode.Created).Json.GetProperty("id").GetInt64();

    private Task IsReadAsync(TestSite site, long id) =>
        Eventually.BecomesTrueAsync($"file {id} of {site.Name} is read", async () => (await RowAsync(site, id)).TextReading == TextReading.HasText);

    private async Task<StoredFile> RowAsync(TestSite site, long id)
    {
        await using var db = Db(site);
        return await db.Files.AsNoTracking().SingleAsync(f => f.Id == id);
    }

    private async Task<FileWork> WorkAsync(TestSite site)
    {
        await using var db = Db(site);
        return await db.FileWorks.AsNoTracking().SingleAsync(w => w.TenantId == site.Tenant.Id);
    }

    private PortalDb Db(TestSite site) => Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);

    private sealed class LaterClock(TimeProvider now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.GetUtcNow() + Later;
    }

    private sealed class ScratchData : IDisposable
    {
        public DataFolder Folder { get; } = new(Directory.CreateTempSubdirectory("govportal-queue-").FullName);

        public void Dispose() => Directory.Delete(Folder.Path, recursive: true);
    }
}

public sealed class FileQueueOnSqliteTests(SqlitePortal portal) : FileQueueTests(portal)
{
    [Fact]
    public async Task A_file_that_is_late_three_times_is_set_aside_and_the_library_says_why()
    {
        await using var own = new HurriedPortal();
        var site = await own.WithRecipeAsync("commune");
        var editor = await site.SignInAsAsync(Role.Author);
        var id = (await editor.UploadAsync(site, "rat-sau.docx", HostileFiles.NestedTables(400_000))).Insist(HttpStatusCode.Created).Json.GetProperty("id").GetInt64();
        await using var db = own.Services.GetRequiredService<PortalDbFactory>().OpenFor(site.Tenant);
        for (var tries = 1; tries < FileLeases.MostAttempts; tries++)
        {
            await Eventually.BecomesTrueAsync($"try {tries} is given up", () => db.FileWorks.AnyAsync(w => w.FileId == id && w.Attempts == tries && w.LeasedBy == null && w.Fault == "TooSlow"));
            own.Clock.Advance(TimeSpan.FromMinutes(10));
            own.Services.GetRequiredService<FileQueue>().Wake();
        }

        await Eventually.BecomesTrueAsync("it is set aside", () => db.FileWorks.AnyAsync(w => w.FileId == id && w.SetAsideAt != null));
        Assert.Contains("Đã thử 3 lần. Tệp mất quá nhiều thời gian để mở.", (await editor.GetAsync($"{site.Root}/quan-tri/thu-vien/{id}")).Words, StringComparison.Ordinal);
    }

    private sealed class HurriedPortal() : PortalFixture(new SqliteDatabase())
    {
        // So little that the file is late on any machine.
        protected override void Arrange(IServiceCollection services) => services.AddSingleton(s => ActivatorUtilities.CreateInstance<FileTasks>(s,
            ActivatorUtilities.CreateInstance<Parser>(s, s.GetRequiredService<ParserLimits>() with { Time = TimeSpan.FromMilliseconds(5) })));
    }
}

public sealed class FileQueueOnPostgresTests(PostgresPortal portal) : FileQueueTests(portal);
