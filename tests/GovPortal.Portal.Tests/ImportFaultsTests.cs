using System.IO.Compression;
using System.Text;
using GovPortal.Publishing.Import;
using GovPortal.Testing;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace GovPortal.Portal.Tests;

/// <summary>Files that break off and storage that gives out: what was taken in stands, and running again completes.</summary>
public abstract class ImportFaultsTests(PortalFixture portal) : PortalTest(portal)
{
    private const int Records = 1_200;

    /// <summary>A portal of its own: its log holds errors on purpose.</summary>
    protected abstract PortalFixture NewPortal();

    protected abstract Task BreakStorageAsync(PortalFixture portal, string slug);

    protected abstract Task MendStorageAsync(PortalFixture portal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_damaged_file_leaves_what_came_before_and_the_whole_one_completes_it(bool isCutOff)
    {
        var site = await WithRecipeAsync();
        var whole = Importing.Gzip(Lines());
        var broken = isCutOff ? whole[..(whole.Length / 2)] : [.. whole];
        if (!isCutOff)
        {
            // The header of a stored block in the middle: what follows cannot be read.
            Array.Fill(broken, (byte)0xff, whole.Length / 2, whole.Length / 2);
        }

        var stopped = await ImportBytesAsync(site, broken);
        var completed = await ImportBytesAsync(site, whole);

        Assert.NotNull(stopped.Stopped);
        Assert.InRange(stopped.Added, 1, Records - 1);
        Assert.Contains("line", stopped.Stopped, StringComparison.Ordinal);
        Assert.Null(completed.Stopped);
        Assert.Equal((Records, Records - stopped.Added, stopped.Added), (completed.Records, completed.Added, completed.Unchanged));
    }

    [Fact]
    public async Task A_plain_file_in_a_foreign_encoding_or_with_a_mark_in_front_is_read_or_named()
    {
        var site = await WithRecipeAsync();
        var marked = await ImportBytesAsync(site, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(string.Join("\r\n", Lines().Take(3)))]);
        var empty = await ImportBytesAsync(site, []);
        var binary = await ImportBytesAsync(site, [0x50, 0x4B, 0x03, 0x04, 0x00, 0xff, 0xfe, 0x0a, 0x00]);

        Assert.Equal((3, 3), (marked.Records, marked.Added));
        Assert.Equal(0, empty.Records);
        Assert.Equal(binary.Records, binary.Refused);
    }

    [Fact]
    public async Task When_storage_gives_out_the_run_says_where_and_running_again_completes()
    {
        await using var own = NewPortal();
        var site = await own.WithRecipeAsync("commune");
        await BreakStorageAsync(own, "bai-so-700");

        var stopped = await site.ImportAsync("articles", Lines());
        await MendStorageAsync(own);
        var completed = await site.ImportAsync("articles", Lines());

        Assert.NotNull(stopped.Stopped);
        Assert.Contains("run the same command again", stopped.Stopped, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(500, stopped.Added);
        Assert.Null(completed.Stopped);
        Assert.Equal((Records - 500, 500), (completed.Added, completed.Unchanged));
        (await site.VisitAsync("/tin-tuc/bai-so-700")).Insist(System.Net.HttpStatusCode.OK);
    }

    private static IEnumerable<string> Lines() =>
        Enumerable.Range(1, Records).Select(number => $"{{\"title\":\"Bài số {number}\",\"slug\":\"bai-so-{number}\",\"body\":\"<p>{new string('x', 200)} {number}</p>\",\"publishedAt\":\"2026-02-01T08:00:00+07:00\"}}");

    private async Task<ImportReport> ImportBytesAsync(TestSite site, byte[] bytes)
    {
        var path = Portal.NewFile(".jsonl.gz");
        await File.WriteAllBytesAsync(path, bytes);
        return await Portal.ImportFileAsync("articles", site.Tenant, path);
    }
}

public sealed class ImportFaultsOnSqliteTests(SqlitePortal portal) : ImportFaultsTests(portal)
{
    protected override PortalFixture NewPortal() => new SqlitePortal();

    protected override Task BreakStorageAsync(PortalFixture portal, string slug) =>
        RunAsync(portal, $"CREATE TRIGGER full BEFORE INSERT ON content_items WHEN NEW.Slug = '{slug}' BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END");

    protected override Task MendStorageAsync(PortalFixture portal) => RunAsync(portal, "DROP TRIGGER full");

    private static async Task RunAsync(PortalFixture portal, string command)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(portal.DataPath, "govportal.db")}");
        await connection.OpenAsync();
        await using var run = connection.CreateCommand();
        run.CommandText = command;
        await run.ExecuteNonQueryAsync();
    }
}

public sealed class ImportFaultsOnPostgresTests(PostgresPortal portal) : ImportFaultsTests(portal)
{
    protected override PortalFixture NewPortal() => new PostgresPortal();

    protected override Task BreakStorageAsync(PortalFixture portal, string slug) => RunAsync(portal, $"""
        CREATE FUNCTION give_out() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
        CREATE TRIGGER gives_out BEFORE INSERT ON content_items FOR EACH ROW WHEN (NEW."Slug" = '{slug}') EXECUTE FUNCTION give_out()
        """);

    protected override Task MendStorageAsync(PortalFixture portal) => RunAsync(portal, "DROP TRIGGER gives_out ON content_items");

    private static async Task RunAsync(PortalFixture portal, string command)
    {
        await using var connection = new NpgsqlConnection(((PostgresDatabase)portal.Database).ConnectionString);
        await connection.OpenAsync();
        await using var run = new NpgsqlCommand(command, connection);
        await run.ExecuteNonQueryAsync();
    }
}
