using System.Net;
using GovPortal.Storage;
using GovPortal.Storage.Rows;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Operations.Tests;

/// <summary>The whole installation is written into a file while it serves, and put back: into itself, into a new data folder, and into the other database.</summary>
public abstract class BackupTests
{
    protected abstract PortalFixture NewPortal();

    [Fact]
    public async Task A_running_server_is_put_back_to_the_moment_of_the_backup()
    {
        await using var portal = NewPortal();
        Assert.SkipWhen(portal.Database.Missing is not null, portal.Database.Missing ?? "");
        var filled = await StartAsync(portal);
        var backup = portal.NewFile(".zip");
        (await portal.RunAsync("backup", "create", backup)).Insist(0);
        var before = Archives.Read(backup);

        var later = await filled.Site.PublishArticleAsync("Bài viết sau khi sao lưu", slug: "bai-sau-khi-sao-luu");
        var opened = await portal.FilledAsync();
        (await portal.RunAsync("tenant", "delete", filled.Site.Name, "--yes")).Insist(0);
        await Eventually.BecomesTrueAsync("the site is gone", async () => (await filled.Site.VisitAsync($"/tin-tuc/{filled.Slug}")).Status == HttpStatusCode.NotFound);

        var restored = (await portal.RunAsync("backup", "restore", backup)).Insist(0);
        await Eventually.BecomesTrueAsync("the server serves what it served then", async () => (await filled.Site.VisitAsync($"/tin-tuc/{filled.Slug}")).Status == HttpStatusCode.OK);
        await Eventually.BecomesTrueAsync("the server serves nothing that came later", async () => (await opened.Site.VisitAsync($"/tin-tuc/{opened.Slug}")).Status == HttpStatusCode.NotFound);
        await filled.Site.IsFoundAsync("nghi le quoc khanh", "Thông báo nghỉ lễ Quốc khánh 2/9");
        await filled.Site.IsGoneAsync("sau khi sao luu", "Bài viết sau khi sao lưu");

        Assert.Contains("The installation is as it was on ", restored.Output, StringComparison.Ordinal);
        Assert.True(before["tables/content_items.jsonl"].Length > 1_000);
        (await filled.Site.VisitAsync("/tin-tuc/bai-sau-khi-sao-luu")).Insist(HttpStatusCode.NotFound);
        (await filled.Site.VisitAsync(filled.File)).Insist(HttpStatusCode.OK);
        var again = portal.NewFile(".zip");
        (await portal.RunAsync("backup", "create", again)).Insist(0);
        var after = Archives.Read(again);
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before.Keys.Where(name => name.StartsWith("tables/", StringComparison.Ordinal) && name is not ("tables/publication_log.jsonl" or "tables/file_work.jsonl" or "tables/content_views.jsonl")), name => Assert.Equal(before.Text(name), after.Text(name)));
        Assert.StartsWith(before.Text("tables/publication_log.jsonl"), after.Text("tables/publication_log.jsonl"), StringComparison.Ordinal);
        Assert.True(await filled.Site.PublishArticleAsync("Số mới không trùng số cũ") > later);
        (await portal.RunAsync("check")).Insist(0);
    }

    [Fact]
    public async Task A_backup_restores_in_a_new_data_folder_and_on_the_other_database()
    {
        await using var portal = NewPortal();
        Assert.SkipWhen(portal.Database.Missing is not null, portal.Database.Missing ?? "");
        var filled = await StartAsync(portal);
        var backup = portal.NewFile(".zip");
        (await portal.RunAsync("backup", "create", backup)).Insist(0);

        foreach (var database in new TestDatabase[] { new SqliteDatabase(), new PostgresDatabase() }.Where(database => database.Missing is null))
        {
            var folder = Directory.CreateTempSubdirectory("govportal-restore-").FullName;
            string[] settings = [.. await database.CreateAsync(), $"--GovPortal:DataPath={folder}"];

            (await CommandLine.RunAsync(settings, "", "backup", "restore", backup)).Insist(0);
            var check = (await CommandLine.RunAsync(settings, "", "check")).Insist(0);
            var found = (await CommandLine.RunAsync(settings, "", "search", "query", "nghi le quoc khanh", "--tenant", filled.Site.Name)).Insist(0);
            var again = portal.NewFile(".zip");
            (await CommandLine.RunAsync(settings, "", "backup", "create", again)).Insist(0);

            Assert.Contains("Nothing differs", check.Output, StringComparison.Ordinal);
            Assert.Contains("Quốc khánh 2/9", found.Output, StringComparison.Ordinal);
            var (before, after) = (Archives.Read(backup), Archives.Read(again));
            Assert.Equal(before.Text("tables/content_versions.jsonl").Split('\n').Length, after.Text("tables/content_versions.jsonl").Split('\n').Length);
            Assert.Equal(before.Keys, after.Keys);
            SqliteDatabase.Release(folder);
            await database.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Every_row_of_every_site_is_in_a_backup()
    {
        await using var portal = NewPortal();
        Assert.SkipWhen(portal.Database.Missing is not null, portal.Database.Missing ?? "");
        await StartAsync(portal);
        var backup = portal.NewFile(".zip");

        (await portal.RunAsync("backup", "create", backup)).Insist(0);

        var entries = Archives.Read(backup);
        await using var whole = await WholeDatabase.ReadAsync(portal.Services.GetRequiredService<DatabaseSetup>(), CancellationToken.None);
        foreach (var table in whole.Shape.BackedUp)
        {
            Assert.Equal((table.Name, await whole.CountAsync(table, null, CancellationToken.None)), (table.Name, entries.Text($"tables/{table.Name}.jsonl").Count(c => c == '\n')));
        }

        Assert.NotEmpty(entries.Text("tables/content_items.jsonl"));
        Assert.Contains(entries.Keys, name => name.StartsWith("keys/", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup));
        }
    }

    private static async Task<FilledSite> StartAsync(PortalFixture portal)
    {
        await portal.StartAsync();
        var filled = await portal.FilledAsync();
        await filled.Site.IsFoundAsync("nghi le quoc khanh", "Thông báo nghỉ lễ Quốc khánh 2/9");
        return filled;
    }
}

public sealed class BackupOnSqliteTests : BackupTests
{
    protected override PortalFixture NewPortal() => new SqlitePortal();
}

public sealed class BackupOnPostgresTests : BackupTests
{
    protected override PortalFixture NewPortal() => new PostgresPortal();
}
