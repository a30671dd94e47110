using GovPortal.Testing;

namespace GovPortal.Operations.Tests;

/// <summary>An installation moves from one database to the other and back, and loses nothing.</summary>
public sealed class MovingDatabasesTests
{
    [Fact]
    public async Task An_installation_moves_to_PostgreSQL_and_back()
    {
        var postgres = new PostgresDatabase();
        Assert.SkipWhen(postgres.Missing is not null, postgres.Missing ?? "");
        await using var portal = new SqlitePortal();
        await portal.StartAsync();
        var filled = await portal.FilledAsync();
        await using var moved = postgres;
        var onPostgres = await postgres.CreateAsync();
        var connection = onPostgres.Single(setting => setting.StartsWith("--ConnectionStrings:Postgres", StringComparison.Ordinal));
        var folder = Directory.CreateTempSubdirectory("govportal-move-").FullName;

        var there = (await CommandLine.RunAsync([.. portal.Settings, connection], "", "database", "copy", "--to", "postgres")).Insist(0);
        var twice = (await CommandLine.RunAsync([.. portal.Settings, connection], "", "database", "copy", "--to", "postgres")).Insist(2);
        var same = (await portal.RunAsync("database", "copy", "--to", "sqlite")).Insist(2);
        (await portal.RunAsync("database", "copy", "--to", "oracle")).Insist(2);
        string[] settings = [.. onPostgres, $"--GovPortal:DataPath={portal.DataPath}"];
        (await CommandLine.RunAsync(settings, "", "check")).Insist(0);
        (await CommandLine.RunAsync(settings, "", "tenant", "create", "--name", "so-sau-khi-chuyen", "--title", "Sở Sau Khi Chuyển", "--recipe", "blank")).Insist(0);

        // Back into another folder; the files stay where they are.
        var back = (await CommandLine.RunAsync([.. onPostgres, $"--GovPortal:DataPath={folder}"], "", "database", "copy", "--to", "sqlite")).Insist(0);
        var list = (await CommandLine.RunAsync(["--GovPortal:Database=sqlite", $"--GovPortal:DataPath={folder}"], "", "tenant", "list")).Insist(0);

        Assert.Contains("hold the same", there.Output, StringComparison.Ordinal);
        Assert.Contains("There is an installation in", twice.Errors, StringComparison.Ordinal);
        Assert.Contains("is on sqlite already", same.Errors, StringComparison.Ordinal);
        Assert.Contains("hold the same", back.Output, StringComparison.Ordinal);
        Assert.Contains("so-sau-khi-chuyen", list.Output, StringComparison.Ordinal);
        Assert.Contains(filled.Site.Name, list.Output, StringComparison.Ordinal);
        SqliteDatabase.Release(folder);
        Directory.Delete(folder, recursive: true);
    }
}
