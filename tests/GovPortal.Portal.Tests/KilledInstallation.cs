using System.Globalization;
using System.Net;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Publishing.Files;
using GovPortal.Testing;
using Microsoft.Data.Sqlite;

namespace GovPortal.Portal.Tests;

/// <summary>An installation whose processes are killed again and again, and what was acknowledged on it.</summary>
internal sealed class KilledInstallation(Random random) : IDisposable
{
    private const int ImportedRecords = 1_500;
    private const string Publish = "button[formaction*=Publish]";

    // What a first start makes, in its order: killed right after each, it leaves every kind of half-done work.
    private static readonly string[] Marks = ["setup.lock", "govportal.db", "setup-in-progress", "opening/portal", "index"];

    private readonly string folder = Directory.CreateTempSubdirectory("govportal-kill-").FullName;
    private readonly List<string> titles = [];
    private readonly List<(string Name, byte[] Bytes)> files = [];
    private int numbers;
    private bool isImported;

    /// <summary>What was acknowledged and looked after.</summary>
    public string Figures => $"{titles.Count} articles, {files.Count} files, {(isImported ? ImportedRecords : 0)} imported records";

    private string[] Settings => [$"--GovPortal:DataPath={folder}", "--GovPortal:Recipe=commune", $"--GovPortal:AdminPassword={PortalFixture.AdminPassword}", "--GovPortal:LinkCheck=off", "--urls=http://127.0.0.1:0"];

    private string Lines => Path.Combine(folder, "articles.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Kills while the first start makes each thing there is to make.</summary>
    public async Task KillFirstStartsAsync()
    {
        foreach (var mark in Marks)
        {
            using var server = NewServer();
            await Eventually.BecomesTrueAsync($"the start comes to {mark}", () => Task.FromResult(server.HasEnded || Path.Exists(Path.Combine(folder, mark))));
            await PauseAsync(150);
            await KillAsync(server);
        }
    }

    public async Task KillAStartAsync()
    {
        using var server = NewServer();
        await PauseAsync(3_000);
        await KillAsync(server);
    }

    /// <summary>Asked to end in the middle of a start, it does so and leaves nothing to wait for.</summary>
    public async Task EndAStartAsync()
    {
        using var server = NewServer();
        await PauseAsync(3_000);
        await server.EndAsync();
    }

    public async Task KillPublishingAsync()
    {
        using var server = NewServer();
        var editor = await SignInAsync(server);
        await WhileKilledAsync(server, () => titles.Count, async () =>
        {
            var title = $"Bài giữ lại số {++numbers}";
            if ((await editor.FillAsync("/quan-tri/tin-tuc/moi", new Dictionary<string, string> { ["Title"] = title, ["Body"] = "Nội dung " + title }, Publish)).Status == HttpStatusCode.Redirect)
            {
                titles.Add(title);
            }
        });
    }

    public async Task KillUploadingAsync()
    {
        using var server = NewServer();
        var editor = await SignInAsync(server);
        await WhileKilledAsync(server, () => files.Count, async () =>
        {
            var (name, bytes) = ($"tep-{++numbers}.pdf", Samples.Pdf($"Van ban so {numbers}"));
            if ((await editor.UploadAsync(new TestSite(null!, Tenant.PortalName), name, bytes)).Status == HttpStatusCode.Created)
            {
                files.Add((name, bytes));
            }
        });
    }

    /// <summary>Kills an import, and does it again to its end: every record is there once.</summary>
    public async Task KillImportAsync()
    {
        await File.WriteAllLinesAsync(Lines, Enumerable.Range(1, ImportedRecords).Select(n => $"{{\"title\":\"Bài nhập {n}\",\"slug\":\"bai-nhap-{n}\",\"body\":\"<p>Nội dung {n}</p>\"}}"));
        string[] import = ["import", "articles", Lines, "--tenant", Tenant.PortalName];
        using (var verb = ServerProcess.Start(Settings[..^1], import))
        {
            await Eventually.BecomesTrueAsync("records are taken in", () => Task.FromResult(verb.HasEnded || verb.Said.Contains("records", StringComparison.Ordinal)));
            await PauseAsync(300);
            await KillAsync(verb);
        }

        var again = (await CommandLine.RunAsync(Settings[..^1], "", import)).Insist(0);
        isImported = true;
        Assert.Contains($"{ImportedRecords} records: {ImportedRecords} taken in", again.Output, StringComparison.Ordinal);
        Assert.Contains("0 changed", again.Output, StringComparison.Ordinal);
    }

    /// <summary>Starts once more and sees that all that was acknowledged is there, whole, and found.</summary>
    public async Task InsistOnAllAsync()
    {
        using var server = NewServer();
        var editor = await SignInAsync(server);
        foreach (var title in titles)
        {
            Assert.Contains("Nội dung " + title, (await editor.GetAsync("/tin-tuc/" + VietnameseText.Slug(title))).Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        }

        foreach (var (name, bytes) in files)
        {
            Assert.Equal(bytes, await editor.GetBytesAsync($"/tep/{FileStore.HashOf(bytes)[..StoredFile.PrintLength]}/{name}"));
        }

        foreach (var title in titles.TakeLast(2).Concat(isImported ? [$"Bài nhập {ImportedRecords}"] : []))
        {
            await Eventually.BecomesTrueAsync($"the index holds “{title}”", async () => (await editor.GetAsync("/api/v1/search?size=100&q=" + Uri.EscapeDataString($"\"{title}\""))).Text.Contains($"\"title\":\"{title}\"", StringComparison.Ordinal));
        }

        Assert.True(!Directory.Exists(Path.Combine(folder, "opening")) || !Directory.EnumerateFiles(Path.Combine(folder, "opening")).Any());
        Assert.False(File.Exists(Path.Combine(folder, "setup-in-progress")));
        await KillAsync(server);
    }

    private ServerProcess NewServer() => ServerProcess.Start(Settings[..^1], "serve", Settings[^1]);

    private static async Task<Visitor> SignInAsync(ServerProcess server)
    {
        var visitor = new Visitor(await server.ReadyAsync());
        await visitor.SignInAsync("admin", PortalFixture.AdminPassword);
        return visitor;
    }

    /// <summary>Works until the server is killed, some acknowledged pieces later and in the middle of the next.</summary>
    private async Task WhileKilledAsync(ServerProcess server, Func<int> acknowledged, Func<Task> work)
    {
        var enough = acknowledged() + random.Next(1, 5);
        var working = Task.Run(async () =>
        {
            try
            {
                while (true)
                {
                    await work();
                }
            }
            catch (HttpRequestException)
            {
                // The server is gone, as it should be.
            }
        });
        await Eventually.BecomesTrueAsync("the server acknowledges", () => Task.FromResult(working.IsCompleted || acknowledged() >= enough));
        await PauseAsync(100);
        await KillAsync(server);
        await working;
    }

    private async Task KillAsync(ServerProcess server)
    {
        await server.KillAsync();
        await InsistOnWholeDatabaseAsync();
    }

    /// <summary>Looks at a copy: opening the database itself would tidy up what the next start must cope with.</summary>
    private async Task InsistOnWholeDatabaseAsync()
    {
        var copy = Directory.CreateTempSubdirectory("govportal-copy-").FullName;
        foreach (var file in Directory.EnumerateFiles(folder, "govportal.db*").Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(copy, "govportal.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            Assert.Equal("ok", Convert.ToString(await check.ExecuteScalarAsync(), CultureInfo.InvariantCulture));
        }

        Directory.Delete(copy, recursive: true);
    }

    // Not a wait for anything: the moment of the kill is what is drawn by lot.
    private Task PauseAsync(int most) => Task.Delay(random.Next(most));
}
