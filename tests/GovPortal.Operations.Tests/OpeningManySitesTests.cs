using System.Net;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Import;
using GovPortal.Storage;
using GovPortal.Storage.People;
using GovPortal.Storage.Tenancy;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Operations.Tests;

/// <summary>Sites opened by command: what cannot be is refused with line, field and remedy, and counts are those of lines.</summary>
public abstract class OpeningManySitesTests(PortalFixture portal) : OperationsTest(portal)
{
    private readonly string mark = Guid.NewGuid().ToString("n")[..8];

    [Fact]
    public async Task Refusals_are_counted_by_line_and_nothing_is_opened_where_one_is()
    {
        var file = await FileAsync(
            Line("mot", "\"oldAgencyCode\":\"000.00.21.H77\""), Line("hai", "\"oldAgencyCode\":\"000.00.21.H77\",\"host\":\"khong hop le\""), "null", Line("ba", "\"agencyCode\":\"000.00.21.H77\""), Line("bon"));

        var none = (await Portal.RunAsync("tenant", "create", "--file", file)).Insist(1);
        var some = (await Portal.RunAsync("tenant", "create", "--file", file, "--keep-going")).Insist(1);

        Assert.Contains("Nothing was opened", none.Errors, StringComparison.Ordinal);
        Assert.Contains("line 2, agencyCode: ", none.Errors, StringComparison.Ordinal);
        Assert.Contains("line 2, host: ", none.Errors, StringComparison.Ordinal);
        Assert.Contains("line 3, (line): ", none.Errors, StringComparison.Ordinal);
        Assert.Contains("line 4, agencyCode: ", none.Errors, StringComparison.Ordinal);
        Assert.Contains("2 sites opened, 3 refused.", some.Output, StringComparison.Ordinal);
        Assert.Equal(["bon", "mot"], await OpenedAsync());
    }

    [Fact]
    public async Task A_recipe_that_sets_up_an_installation_is_refused_beside_one()
    {
        var title = Portal.Portal.Tenant.Title;
        var file = await FileAsync(Line("mot"), $"{{\"name\":\"tinh-{mark}\",\"title\":\"Tỉnh\",\"recipe\":\"demo\"}}");

        var one = (await Portal.RunAsync("tenant", "create", "--name", $"tinh-{mark}", "--title", "Tỉnh", "--recipe", "demo")).Insist(2);
        var many = (await Portal.RunAsync("tenant", "create", "--file", file)).Insist(1);

        Assert.Contains("sets up a whole installation", one.Errors, StringComparison.Ordinal);
        Assert.Contains("line 2, recipe: ", many.Errors, StringComparison.Ordinal);
        Assert.Empty(await OpenedAsync());
        Assert.Equal(title, Portal.Portal.Tenant.Title);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("LOCALHOST.")]
    [InlineData("cong")]
    [InlineData("::1")]
    public async Task A_host_that_the_portal_answers_on_is_refused(string host)
    {
        var refused = (await Portal.RunAsync("tenant", "create", "--name", $"so-{mark}-mot", "--title", "Sở", "--recipe", "blank", "--host", host)).Insist(2);

        Assert.StartsWith("host: ", refused.Errors, StringComparison.Ordinal);
        Assert.Empty(await OpenedAsync());
    }

    [Fact]
    public async Task A_name_of_a_page_the_portal_has_is_refused()
    {
        var slug = $"trang-thu-{mark}";
        await Portal.Portal.PublishAsync(new Content.Page { Title = "Trang thử", Body = "<p>…</p>" }, slug);

        var page = (await Portal.RunAsync("tenant", "create", "--name", slug, "--title", "Sở", "--recipe", "blank")).Insist(2);

        Assert.Contains("has a page", page.Errors, StringComparison.Ordinal);
        foreach (var reserved in new[] { "moi", "tai-khoan", "tin-tuc" })
        {
            (await Portal.RunAsync("tenant", "create", "--name", reserved, "--title", "Sở", "--recipe", "blank")).Insist(2);
        }
    }

    [Fact]
    public async Task Every_spelling_of_a_host_or_name_leads_to_the_right_one()
    {
        var name = $"so-{mark}-mot";
        (await Portal.RunAsync("tenant", "create", "--name", name, "--title", "Sở Một", "--recipe", "blank", "--host", $"Sở-{mark}.Example.VN.")).Insist(0);
        var directory = Portal.Services.GetRequiredService<TenantDirectory>();
        await Eventually.BecomesTrueAsync("the server knows the site", () => Task.FromResult(directory.FindByName(name) is not null));
        var host = directory.FindByName(name)!.Host!;

        var visitor = Portal.NewVisitor();
        Assert.StartsWith("xn--", host, StringComparison.Ordinal);
        (await visitor.GetAsync("/tin-tuc", host)).Insist(HttpStatusCode.OK);
        foreach (var odd in new[] { $"www.{host}", $"{host}.", $"WWW.{host}." })
        {
            Assert.Equal($"http://{host}/tin-tuc?trang=2", (await visitor.GetAsync("/tin-tuc?trang=2", odd)).Insist(HttpStatusCode.MovedPermanently).Location);
        }

        Assert.Equal($"/{name}/tin-tuc", (await visitor.GetAsync($"/So-{mark}-Mot/tin-tuc")).Insist(HttpStatusCode.MovedPermanently).Location);
        (await visitor.GetAsync("/tin-tuc", "www.khong-biet.example.vn")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Acts_by_command_stand_in_the_audit_log()
    {
        var name = $"so-{mark}-mot";

        (await Portal.RunAsync("tenant", "create", "--name", name, "--title", $"Sở {mark}", "--recipe", "blank")).Insist(0);
        (await Portal.RunAsync("tenant", "disable", name)).Insist(0);
        (await Portal.RunAsync("tenant", "enable", name)).Insist(0);
        (await Portal.RunAsync("tenant", "delete", name, "--yes")).Insist(0);

        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenFor(Portal.Portal.Tenant);
        Assert.Equal(["site.open", "site.off", "site.on", "site.delete"], await db.Set<AuditEntry>().Where(entry => entry.Subject == $"Sở {mark}").OrderBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync());
    }

    [Fact]
    public async Task A_site_that_is_off_says_so_and_comes_back()
    {
        var name = $"so-{mark}-mot";
        (await Portal.RunAsync("tenant", "create", "--name", name, "--title", "Sở Tạm Nghỉ", "--recipe", "blank")).Insist(0);
        (await Portal.RunAsync("tenant", "disable", name)).Insist(0);
        await Eventually.BecomesTrueAsync("the server says that the site is off", async () => (await Portal.NewVisitor().GetAsync($"/{name}/tin-tuc")).Status == HttpStatusCode.ServiceUnavailable);

        var page = (await Portal.NewVisitor().GetAsync($"/{name}/")).Insist(HttpStatusCode.ServiceUnavailable);
        var program = (await Portal.NewVisitor().GetAsync($"/{name}/api/v1/articles")).Insist(HttpStatusCode.ServiceUnavailable);

        Assert.Equal("Trang đang tạm ngừng", page.Heading);
        Assert.Contains("Sở Tạm Nghỉ", page.Words, StringComparison.Ordinal);
        Assert.Equal(("3600", "application/problem+json"), (page.Headers["Retry-After"], program.MediaType));
        (await Portal.RunAsync("tenant", "enable", name)).Insist(0);
        await Eventually.BecomesTrueAsync("the site is back", async () => (await Portal.NewVisitor().GetAsync($"/{name}/")).Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_portal_names_the_sitemaps_of_its_sites()
    {
        var site = await Portal.WithRecipeAsync("blank");

        var robots = (await Portal.Portal.VisitAsync("/robots.txt")).Insist(HttpStatusCode.OK).Text;
        var map = (await Portal.Portal.VisitAsync("/sitemap.xml")).Insist(HttpStatusCode.OK).Text;

        var address = $"{Portal.Address.GetLeftPart(UriPartial.Authority)}/{site.Name}/sitemap.xml";
        Assert.Contains($"Sitemap: {address}\n", robots, StringComparison.Ordinal);
        Assert.Contains($"<loc>{address}?loai=", map, StringComparison.Ordinal);
        Assert.DoesNotContain("/xa-", (await site.VisitAsync("/sitemap.xml")).Text.Replace(site.Name, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_addresses_never_follow_a_name_that_a_stranger_made_up()
    {
        await using var own = new AddressedPortal();
        await own.StartAsync();
        await own.Portal.PublishArticleAsync("Bài có địa chỉ", slug: "bai-co-dia-chi");

        foreach (var path in new[] { "/tin-tuc/bai-co-dia-chi", "/tin-tuc/feed.atom", "/sitemap.xml", "/robots.txt" })
        {
            var answer = (await own.NewVisitor().GetAsync(path, "ke-xau.example.com")).Insist(HttpStatusCode.OK);
            Assert.DoesNotContain("ke-xau", answer.Text, StringComparison.Ordinal);
            Assert.Contains("https://cong.example.gov.vn/", answer.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("cong.example.gov.vn", (await own.NewVisitor().GetAsync("/robots.txt")).Text, StringComparison.Ordinal);
        (await own.RunAsync("tenant", "create", "--name", "so-cuop-mien", "--title", "Sở", "--recipe", "blank", "--host", "cong.example.gov.vn")).Insist(2);
    }

    private sealed class AddressedPortal() : PortalFixture(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => ["--GovPortal:PublicAddress=https://cong.example.gov.vn"];
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_found_before_the_import()
    {
        var site = await Portal.WithRecipeAsync("blank");
        var file = await FileAsync("{\"title\":\"Bài chưa nhập\",\"body\":\"<p>x</p>\"}");

        var refused = (await Portal.RunAsync("import", "articles", file, "--tenant", site.Name, "--report", Path.Combine(Portal.DataPath, "khong-co", "r.json"))).Insist(2);

        Assert.Contains("Nothing was taken in", refused.Errors, StringComparison.Ordinal);
        Assert.Empty(await site.LogAsync());
    }

    [Fact]
    public async Task An_import_that_is_interrupted_says_how_far_it_came_and_goes_on_when_it_is_run_again()
    {
        var site = await Portal.WithRecipeAsync("blank");
        var file = await FileAsync([.. Enumerable.Range(1, 600).Select(n => $"{{\"title\":\"Bài số {n}\",\"body\":\"<p>{n}</p>\",\"slug\":\"bai-so-{n}\"}}")]);
        var (run, reader) = (Portal.Services.GetRequiredService<ImportRun>(), Portal.Services.GetServices<IRecordReader>().Single(r => r.What == "articles"));
        using var stop = new CancellationTokenSource();

        var interrupted = await run.RunAsync(reader, file, site.Tenant, isDryRun: false, new Stopping(stop), stop.Token);
        var again = await run.RunAsync(reader, file, site.Tenant, isDryRun: false, progress: null, CancellationToken.None);

        Assert.Equal(250, interrupted.Added);
        Assert.StartsWith("Interrupted at line 251.", interrupted.Stopped, StringComparison.Ordinal);
        Assert.Equal((350, 250), (again.Added, again.Unchanged));
    }

    /// <summary>Somebody presses Ctrl+C at the first sign of progress.</summary>
    private sealed class Stopping(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => stop.Cancel();
    }

    private string Line(string name, string more = "") => $"{{\"name\":\"so-{mark}-{name}\",\"title\":\"Sở {name}\",\"recipe\":\"blank\",\"parent\":\"portal\"{(more.Length > 0 ? "," + more.Replace("H77", "H" + mark[..6], StringComparison.Ordinal) : "")}}}";

    private async Task<string> FileAsync(params string[] lines)
    {
        var file = Portal.NewFile(".jsonl");
        await File.WriteAllLinesAsync(file, lines);
        return file;
    }

    private async Task<IEnumerable<string>> OpenedAsync()
    {
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation();
        return (await db.Tenants.Where(row => row.Name.StartsWith($"so-{mark}-")).Select(row => row.Name).ToListAsync()).Select(name => name[$"so-{mark}-".Length..]).Order(StringComparer.Ordinal);
    }
}

public sealed class OpeningManySitesOnSqliteTests(SqlitePortal portal) : OpeningManySitesTests(portal);

public sealed class OpeningManySitesOnPostgresTests(PostgresPortal portal) : OpeningManySitesTests(portal);
