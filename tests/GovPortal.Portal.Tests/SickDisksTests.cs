using System.Diagnostics;
using System.Globalization;
using System.Net;
using GovPortal.Core.Tenancy;
using GovPortal.Host.Commands;
using GovPortal.Testing;
using Microsoft.Data.Sqlite;

namespace GovPortal.Portal.Tests;

/// <summary>
/// Disks that give out under the real program: full, read-only, and a database whose pages are garbled while it serves. Small and read-only disks are mounted where only the
/// process sees them; where that is not allowed these tests are skipped by name.
/// </summary>
public sealed class SickDisksTests : IDisposable
{
    private const string SmallDisk = "mount -t tmpfs -o size=$SIZE tmpfs \"$FOLDER\"";
    private const string EmptyAndReadOnly = "mount -t tmpfs -o size=8m tmpfs \"$FOLDER\" && mount -o remount,ro \"$FOLDER\"";
    private const string ReadOnly = "mount --bind \"$FOLDER\" \"$FOLDER\" && mount -o remount,bind,ro \"$FOLDER\"";

    private readonly string folder = Directory.CreateTempSubdirectory("govportal-disk-").FullName;

    private string[] Settings => [$"--GovPortal:DataPath={folder}", "--GovPortal:Recipe=commune", $"--GovPortal:AdminPassword={PortalFixture.AdminPassword}", "--GovPortal:LinkCheck=off", "--GovPortal:Health:FreeMiB=0"];

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_disk_that_fills_up_under_the_server_is_an_outage_of_writing_and_over_when_there_is_room()
    {
        using var server = ServerProcess.StartBehind(Mounting(SmallDisk, "64m"), Settings, "serve", "--urls=http://127.0.0.1:0");
        var editor = new Visitor(await server.ReadyAsync());
        await editor.SignInAsync("admin", PortalFixture.AdminPassword);
        (await PublishAsync(editor, "Bài trước khi đầy đĩa")).Insist(HttpStatusCode.Redirect);
        var filling = $"/proc/{server.Id.ToString(CultureInfo.InvariantCulture)}/root{folder}/day-dia";
        Fill(filling);

        var (published, uploaded) = (await PublishAsync(editor, "Bài gửi lúc đầy đĩa"), await editor.UploadAsync(new TestSite(null!, Tenant.PortalName), "tep.pdf", Samples.Pdf("Tep gui luc day dia")));

        Assert.All([published, uploaded], IsOutage);
        (await editor.GetAsync("/tin-tuc/bai-truoc-khi-day-dia")).Insist(HttpStatusCode.OK);
        await BecomesAsync(editor, "data", "Unhealthy");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await editor.GetAsync("/health/ready")).Status);

        File.Delete(filling);
        await BecomesAsync(editor, "data", "Healthy");
        (await PublishAsync(editor, "Bài khi lại có chỗ")).Insist(HttpStatusCode.Redirect);
        (await editor.GetAsync("/tin-tuc/bai-khi-lai-co-cho")).Insist(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(SmallDisk, "400k", "The disk is full")]
    [InlineData(SmallDisk, "4k", "The disk is full")]
    [InlineData(EmptyAndReadOnly, "", "Nothing can be written")]
    public async Task A_first_start_on_a_disk_that_takes_nothing_says_so_in_one_sentence(string disk, string size, string sentence)
    {
        using var server = ServerProcess.StartBehind(Mounting(disk, size), Settings, "serve", "--urls=http://127.0.0.1:0");

        await EndsAsync(server, sentence);
    }

    [Fact]
    public async Task An_installation_on_a_disk_that_may_only_be_read_is_left_as_it_is_and_told()
    {
        using (var server = ServerProcess.Start(Settings, "serve", "--urls=http://127.0.0.1:0"))
        {
            await server.ReadyAsync();
            await server.EndAsync();
        }

        var lines = Path.Combine(folder, "articles.jsonl");
        await File.WriteAllTextAsync(lines, "{\"title\":\"Bài\",\"slug\":\"bai\",\"body\":\"<p>Nội dung</p>\"}\n");
        foreach (var verb in new string[][] { ["serve", "--urls=http://127.0.0.1:0"], ["import", "articles", lines, "--tenant", "portal"], ["tenant", "list"] })
        {
            using var process = ServerProcess.StartBehind(Mounting(ReadOnly, ""), Settings, verb);
            await EndsAsync(process, "Nothing can be written");
        }

        (await CommandLine.RunAsync(Settings, "", "tenant", "list")).Insist(Verbs.Done);
    }

    [Fact]
    public async Task A_database_garbled_under_the_server_is_an_outage_and_keeps_the_next_start_from_serving()
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        await site.PublishArticleAsync("Bài trước khi hỏng");
        await portal.ReadAgainAsync();
        Garble(Path.Combine(portal.DataPath, "govportal.db"));

        IsOutage(await site.VisitAsync("/van-ban"));
        IsOutage(await site.VisitAsync("/api/v1/articles"));
        await BecomesAsync(portal.NewVisitor(), "database", "Unhealthy");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await portal.NewVisitor().GetAsync("/health/ready")).Status);

        foreach (var file in Directory.GetFiles(portal.DataPath, "govportal.db*"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        using var next = ServerProcess.Start(Settings, "serve", "--urls=http://127.0.0.1:0");
        await EndsAsync(next, "is damaged");
    }

    private static Task<Answer> PublishAsync(Visitor editor, string title) =>
        editor.FillAsync("/quan-tri/tin-tuc/moi", new Dictionary<string, string> { ["Title"] = title, ["Body"] = "Nội dung " + title }, "button[formaction*=Publish]");

    private static void IsOutage(Answer answer)
    {
        Assert.True(answer.Status == HttpStatusCode.ServiceUnavailable, $"{answer.Address} answered {(int)answer.Status}");
        Assert.True(int.TryParse(answer.Headers.GetValueOrDefault("Retry-After"), out var seconds) && seconds > 0, answer.Address);
    }

    private static Task BecomesAsync(Visitor visitor, string part, string status) => Eventually.BecomesTrueAsync($"{part} is {status}", async () =>
        (await visitor.GetAsync("/health/ready")).Json.GetProperty("parts").GetProperty(part).GetProperty("status").GetString() == status);

    private static async Task EndsAsync(ServerProcess process, string sentence)
    {
        await process.EndedAsync();
        Assert.True(process.Code == Verbs.WrongUse && process.Said.Contains(sentence, StringComparison.Ordinal), $"It ended with {process.Code}:\n{process.Said}");
        Assert.DoesNotContain("   at ", process.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", process.Said, StringComparison.Ordinal);
    }

    /// <summary>Until not a byte more finds room.</summary>
    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var size = 1 << 20; size > 0; size /= 2)
        {
            try
            {
                while (true)
                {
                    file.Write(new byte[size]);
                }
            }
            catch (IOException)
            {
                // Less may still find room.
            }
        }
    }

    /// <summary>Every page but the first.</summary>
    private static void Garble(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = 4096;
        file.Write(Enumerable.Repeat((byte)0x5a, (int)(file.Length - 4096)).ToArray());
    }

    private string[] Mounting(string script, string size)
    {
        string[] Under(string end) => ["unshare", "--user", "--map-root-user", "--mount", "bash", "-c", $"FOLDER={folder}; SIZE={size}; {script} && {end}", "bash"];
        using var trial = Process.Start(new ProcessStartInfo("unshare", Under("true")[1..]) { RedirectStandardError = true })!;
        trial.WaitForExit();
        Assert.SkipUnless(trial.ExitCode == 0, "This machine does not let a test mount a disk of its own.");
        return Under("exec \"$@\"");
    }
}
