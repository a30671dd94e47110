using System.Net;
using System.Text.Json;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Verbs run while the server of the fixture is running.</summary>
public abstract class CommandLineTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task A_site_opened_and_filled_by_commands_is_served_by_the_running_server()
    {
        var name = $"xa-lenh-{Guid.NewGuid():n}"[..18];
        var file = Portal.NewFile(".jsonl");
        await File.WriteAllLinesAsync(file, [.. Enumerable.Range(1, 3).Select(n => $"{{\"title\":\"Bài nhập {n}\",\"body\":\"<p>x</p>\",\"slug\":\"bai-nhap-{n}\"}}"), "{hỏng"]);
        var reportFile = Portal.NewFile(".report.json");

        (await Portal.RunAsync("tenant", "create", "--name", name, "--title", "Xã Mở Bằng Lệnh", "--recipe", "commune")).Insist(0);
        var site = Mine(Portal.Site(name));
        await Eventually.BecomesTrueAsync("the server serves a site that a command opened", async () => (await site.VisitAsync("/gioi-thieu")).Status == HttpStatusCode.OK);
        var import = (await Portal.RunAsync("import", "articles", file, "--tenant", name, "--report", reportFile)).Insist(1);
        await Eventually.BecomesTrueAsync("the server shows what a command imported", async () => (await site.VisitAsync("/tin-tuc")).Text.Contains("Bài nhập 3", StringComparison.Ordinal));
        await site.IsFoundAsync("bai nhap", "Bài nhập 2");

        Assert.Contains("4 records: 3 taken in (3 added, 0 changed, 0 unchanged), 1 refused, 0 unplaced", import.Output, StringComparison.Ordinal);
        Assert.Contains("line 4", import.Output, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(reportFile));
        Assert.Equal((4, 3), (report.RootElement.GetProperty("records").GetInt32(), report.RootElement.GetProperty("added").GetInt32()));
        Assert.Equal(4, report.RootElement.GetProperty("refusals")[0].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task Wrong_use_ends_with_2_and_changes_nothing()
    {
        var site = await WithRecipeAsync();

        foreach (var arguments in new[] { "tenant create --name Sai_Ten --title X --recipe blank", "import weather /tmp/x.jsonl", "import articles /tmp/khong-co-tep.jsonl --tenant " + site.Name, "dance" })
        {
            var ended = (await Portal.RunAsync(arguments.Split(' '))).Insist(2);
            Assert.True(ended.Errors.Trim().Length > 10, $"{arguments} says nothing");
        }
    }

    [Fact]
    public async Task Sites_are_listed_for_programs_and_switched()
    {
        var site = await WithRecipeAsync();

        using var list = JsonDocument.Parse((await Portal.RunAsync("tenant", "list", "--json")).Insist(0).Output);
        (await Portal.RunAsync("tenant", "disable", site.Name)).Insist(0);
        await Eventually.BecomesTrueAsync("the server no longer serves the site", async () => (await site.VisitAsync("/gioi-thieu")).Status == HttpStatusCode.ServiceUnavailable);

        Assert.Contains(list.RootElement.EnumerateArray(), s => s.GetProperty("name").GetString() == site.Name && s.GetProperty("title").GetString() == site.Tenant.Title);
        (await Portal.RunAsync("tenant", "disable", "portal")).Insist(2);
    }

    [Fact]
    public async Task Many_sites_are_opened_all_or_none()
    {
        var (first, second) = ($"so-mot-{Guid.NewGuid():n}"[..18], $"so-hai-{Guid.NewGuid():n}"[..18]);
        var file = Portal.NewFile(".jsonl");
        await File.WriteAllLinesAsync(file, [$"{{\"name\":\"{first}\",\"title\":\"Sở Một\",\"recipe\":\"department\",\"parent\":\"portal\"}}", $"{{\"name\":\"{second}\",\"title\":\"Sở Hai\",\"recipe\":\"khong-co\"}}"]);

        var none = (await Portal.RunAsync("tenant", "create", "--file", file)).Insist(1);
        var some = (await Portal.RunAsync("tenant", "create", "--file", file, "--keep-going")).Insist(1);

        Assert.Contains("Nothing was opened", none.Errors, StringComparison.Ordinal);
        Assert.Contains("line 2", none.Errors, StringComparison.Ordinal);
        Assert.Contains("1 sites opened, 1 refused", some.Output, StringComparison.Ordinal);
        await Eventually.BecomesTrueAsync("the good line is a site", async () => (await Mine(Portal.Site(first)).VisitAsync("/")).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_line_that_is_no_site_is_named_with_field_value_and_remedy()
    {
        var file = Portal.NewFile(".jsonl");
        await File.WriteAllLinesAsync(file, ["khong phai json", "[1]", "{\"name\":\"so-ba\",\"title\":7,\"recipe\":\"blank\"}", "{\"name\":\"so-bon\",\"recipe\":null}"]);

        var refused = (await Portal.RunAsync("tenant", "create", "--file", file)).Insist(1).Errors.Split('\n');
        var folder = (await Portal.RunAsync("tenant", "create", "--file", Path.GetTempPath())).Insist(2);

        Assert.StartsWith("line 1, (line): The line is no valid JSON: khong phai json", refused[0], StringComparison.Ordinal);
        Assert.StartsWith("line 2, (line): Each line must be one JSON object", refused[1], StringComparison.Ordinal);
        Assert.StartsWith("line 3, title: Words are expected here, and this is none: 7", refused[2], StringComparison.Ordinal);
        Assert.StartsWith("line 4, title: This field is missing", refused[3], StringComparison.Ordinal);
        Assert.StartsWith("line 4, recipe: This field is missing", refused[4], StringComparison.Ordinal);
        Assert.Contains("There is no file", folder.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_taken_in_by_a_command_signs_in()
    {
        var site = await WithRecipeAsync();
        var email = $"{Guid.NewGuid():n}@example.vn";

        (await CommandLine.RunAsync(Portal.Settings, "mat-khau-tu-lenh\n", "user", "create", "--email", email, "--name", "Trần Văn Bình", "--tenant", site.Name, "--role", "publisher")).Insist(0);
        var tooShort = (await CommandLine.RunAsync(Portal.Settings, "ngan\n", "user", "create", "--email", "x" + email, "--name", "Trần Văn Bình", "--tenant", site.Name, "--role", "publisher")).Insist(2);
        (await CommandLine.RunAsync(Portal.Settings, "mat-khau-tu-lenh\n", "user", "create", "--email", email, "--name", "B", "--tenant", site.Name, "--role", "king")).Insist(2);

        Assert.Contains("password", tooShort.Errors, StringComparison.OrdinalIgnoreCase);
        var visitor = Portal.NewVisitor();
        await visitor.SignInAsync(email, "mat-khau-tu-lenh");
        (await visitor.GetAsync($"{site.Root}/quan-tri/tin-tuc/moi")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_that_is_none_is_named_and_nobody_is_taken_in_twice()
    {
        var (site, other) = (await WithRecipeAsync(), await WithRecipeAsync());
        var email = $"{Guid.NewGuid():n}@example.vn";
        Task<Ended> TakeInAsync(string who, string name, string password, TestSite where, string role) =>
            CommandLine.RunAsync(Portal.Settings, password + "\n", "user", "create", "--email", who, "--name", name, "--tenant", where.Name, "--role", role);

        var nameless = (await TakeInAsync(email, " ", "mat-khau-tu-lenh", site, "author")).Insist(2);
        var refused = (await TakeInAsync("notmail", "Trần Văn Bình", "mat-khau-tu-lenh", site, "author")).Insist(2);
        (await TakeInAsync(email, "Trần Văn Bình", "mat-khau-tu-lenh", site, "author")).Insist(0);
        var again = (await TakeInAsync(email, "Trần Văn Ba", "mat-khau-khac-han", site, "author")).Insist(0);
        var further = (await TakeInAsync(email, "Trần Văn Ba", "mat-khau-khac-han", other, "publisher")).Insist(0);

        Assert.Contains("name:", nameless.Errors, StringComparison.Ordinal);
        Assert.All(["email:", "“notmail”", "@example.gov.vn"], part => Assert.Contains(part, refused.Errors, StringComparison.Ordinal));
        Assert.Contains($"{email} is author of {site.Name} already: nothing was changed", again.Output, StringComparison.Ordinal);
        Assert.Contains($"now also publisher of {other.Name}", further.Output, StringComparison.Ordinal);
        Assert.All([again, further], told => Assert.Contains("password stay as they were", told.Output, StringComparison.Ordinal));
        var visitor = Portal.NewVisitor();
        await visitor.SignInAsync(email, "mat-khau-tu-lenh");
        (await visitor.GetAsync($"{site.Root}/quan-tri/tin-tuc/moi")).Insist(HttpStatusCode.OK);
        (await visitor.GetAsync($"{other.Root}/quan-tri/tin-tuc/moi")).Insist(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF\n  \n\t\n")]
    public async Task A_file_without_a_record_is_called_empty(string text)
    {
        var (site, file) = (await WithRecipeAsync(), Portal.NewFile(".jsonl"));
        await File.WriteAllTextAsync(file, text);

        var ended = (await Portal.RunAsync("import", "articles", file, "--tenant", site.Name)).Insist(2);

        Assert.Contains("holds no record", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("0 records", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_answers_at_the_shell_and_is_built_anew_on_request()
    {
        var site = await WithRecipeAsync();
        await site.PublishArticleAsync("Bài tìm từ dòng lệnh");
        await site.IsFoundAsync("dòng lệnh", "Bài tìm từ dòng lệnh");

        using var found = JsonDocument.Parse((await Portal.RunAsync("search", "query", "bai tim tu dong lenh", "--tenant", site.Name, "--json")).Insist(0).Output);
        (await Portal.RunAsync("search", "rebuild")).Insist(0);
        await site.PublishArticleAsync("Bài sau khi dựng lại chỉ mục");

        await site.IsFoundAsync("dựng lại chỉ mục", "Bài sau khi dựng lại chỉ mục");
        await site.IsFoundAsync("dòng lệnh", "Bài tìm từ dòng lệnh");
        Assert.Equal("Bài tìm từ dòng lệnh", found.RootElement.GetProperty("items")[0].GetProperty("title").GetString());
    }
}

public sealed class CommandLineOnSqliteTests(SqlitePortal portal) : CommandLineTests(portal)
{
    [Theory]
    [InlineData("--help")]
    [InlineData("serve --help")]
    [InlineData("tenant --help")]
    [InlineData("tenant create --help")]
    [InlineData("import --help")]
    [InlineData("search query --help")]
    [InlineData("user create --help")]
    [InlineData("search rebuild --help")]
    [InlineData("user reset-second-factor --help")]
    [InlineData("tenant export --help")]
    [InlineData("tenant import --help")]
    [InlineData("tenant delete --help")]
    [InlineData("backup create --help")]
    [InlineData("backup restore --help")]
    [InlineData("check --help")]
    [InlineData("database copy --help")]
    public async Task Every_verb_explains_itself(string arguments) =>
        Assert.Contains(arguments.Replace("--help", "", StringComparison.Ordinal).Trim(), (await Portal.RunAsync(arguments.Split(' '))).Insist(0).Output, StringComparison.Ordinal);

    [Fact]
    public async Task Settings_that_name_no_database_are_wrong_use()
    {
        var folder = Portal.NewFile("");

        var unknown = (await CommandLine.RunAsync([$"--GovPortal:DataPath={folder}", "--GovPortal:Database=oracle"], "", "tenant", "list")).Insist(2);
        var missing = (await CommandLine.RunAsync([$"--GovPortal:DataPath={folder}", "--GovPortal:Database=postgres"], "")).Insist(2);

        Assert.Contains("oracle", unknown.Errors, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings", missing.Errors, StringComparison.Ordinal);
    }
}

public sealed class CommandLineOnPostgresTests(PostgresPortal portal) : CommandLineTests(portal);
