using System.Buffers.Binary;
using System.Net;
using System.Text.Json;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Every verb once as the process it is at a shell, with what it takes from its environment and what is typed; what verbs do is asked within this process.</summary>
public sealed class VerbsAsProcessesTests(SqlitePortal portal) : PortalTest(portal)
{
    [Fact]
    public async Task Sites_are_opened_switched_and_listed()
    {
        var name = $"xa-tien-trinh-{Guid.NewGuid():n}"[..24];

        (await Portal.RunAsProcessAsync("tenant", "create", "--name", name, "--title", "Xã Tiến Trình", "--recipe", "blank")).Insist(0);
        (await Portal.RunAsProcessAsync("tenant", "disable", name)).Insist(0);
        (await Portal.RunAsProcessAsync("tenant", "enable", name)).Insist(0);
        using var list = JsonDocument.Parse((await Portal.RunAsProcessAsync("tenant", "list", "--json")).Insist(0).Output);

        Assert.Contains(list.RootElement.EnumerateArray(), s => s.GetProperty("name").GetString() == name && s.GetProperty("isEnabled").GetBoolean());
        await Eventually.BecomesTrueAsync("the server serves the site", async () => (await Mine(Portal.Site(name)).VisitAsync("/")).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_index_is_computed_without_an_installation()
    {
        var file = Portal.NewFile(".json");
        await File.WriteAllTextAsync(file, """{"method":{"weights":"fixed","missing":"zero"},"groups":[{"name":"N","indicators":[{"name":"C","formula":"ratio"}]}],"units":[{"name":"Ủy ban","block":"Xã","values":{"C":0.5}}]}""");

        var ended = (await CommandLine.RunAsProcessAsync(["--GovPortal:DataPath=/dev/null/none"], "", "rankings", "compute", file, "--json")).Insist(0);

        Assert.Equal("""{"units":[{"name":"Ủy ban","block":"Xã","groups":[{"name":"N","score":50}],"score":50,"rank":1}]}""", ended.Output.Trim());
    }

    [Fact]
    public async Task Records_are_imported_and_found()
    {
        var site = await WithRecipeAsync();
        var file = Portal.NewFile(".jsonl");
        await File.WriteAllTextAsync(file, """{"title":"Bài của tiến trình khác","body":"<p>x</p>","slug":"bai-cua-tien-trinh-khac"}""");

        var import = (await Portal.RunAsProcessAsync("import", "articles", file, "--tenant", site.Name)).Insist(0);
        await site.IsFoundAsync("tien trinh khac", "Bài của tiến trình khác");
        var found = (await Portal.RunAsProcessAsync("search", "query", "tien trinh khac", "--tenant", site.Name)).Insist(0);
        (await Portal.RunAsProcessAsync("search", "rebuild")).Insist(0);

        Assert.Contains("1 records: 1 taken in", import.Output, StringComparison.Ordinal);
        Assert.Contains("Bài của tiến trình khác", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_is_written_into_a_file_and_taken_in_and_the_installation_backed_up_and_checked()
    {
        var site = await WithRecipeAsync();
        var (file, backup, name) = (Portal.NewFile(".zip"), Portal.NewFile(".zip"), $"{site.Name}-ban-sao");

        (await Portal.RunAsProcessAsync("tenant", "export", site.Name, "--output", file)).Insist(0);
        (await Portal.RunAsProcessAsync("tenant", "import", file, "--name", name)).Insist(0);
        await Eventually.BecomesTrueAsync("the server serves the copy", async () => (await Mine(Portal.Site(name)).VisitAsync("/gioi-thieu")).Status == HttpStatusCode.OK);
        (await Portal.RunAsProcessAsync("tenant", "delete", name, "--yes")).Insist(0);
        (await Portal.RunAsProcessAsync("backup", "create", backup)).Insist(0);
        var check = (await Portal.RunAsProcessAsync("check", "--json")).Output;

        Assert.True(new FileInfo(backup).Length > 10_000);
        Assert.Contains("\"clean\"", check, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_are_taken_in_by_a_password_that_is_typed()
    {
        var site = await WithRecipeAsync();
        var email = $"{Guid.NewGuid():n}@example.vn";

        (await CommandLine.RunAsProcessAsync(Portal.Settings, "mat-khau-tu-lenh\n", "user", "create", "--email", email, "--name", "Trần Văn Bình", "--tenant", site.Name, "--role", "author")).Insist(0);
        var unknown = (await Portal.RunAsProcessAsync("user", "reset-second-factor", "khong.co@example.vn")).Insist(2);

        Assert.Contains("khong.co@example.vn", unknown.Errors, StringComparison.Ordinal);
        await Portal.NewVisitor().SignInAsync(email, "mat-khau-tu-lenh");

        // How often a password is hashed stands within its hash (Identity, format 3): the product's own measure, which portals of tests lower.
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation();
        var hash = Convert.FromBase64String((await db.Users.SingleAsync(person => person.Email == email)).PasswordHash!);
        Assert.True(BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)) >= 100_000);
    }
}
