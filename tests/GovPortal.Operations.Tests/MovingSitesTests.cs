using System.Net;
using System.Text;
using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.Rows;
using GovPortal.Storage.Tenancy;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Operations.Tests;

/// <summary>A site is written into a file, taken in again, and deleted.</summary>
public abstract class MovingSitesTests(PortalFixture portal) : OperationsTest(portal)
{
    [Fact]
    public async Task A_site_taken_in_under_another_name_is_the_same_site()
    {
        var filled = await Portal.FilledAsync();
        var (first, second, name) = (Portal.NewFile(".zip"), Portal.NewFile(".zip"), filled.Site.Name + "-moi");

        var export = (await Portal.RunAsync("tenant", "export", filled.Site.Name, "--output", first)).Insist(0);
        var import = (await Portal.RunAsync("tenant", "import", first, "--name", name)).Insist(0);
        (await Portal.RunAsync("tenant", "export", name, "--output", second)).Insist(0);
        var copy = Portal.Site(name);
        await Eventually.BecomesTrueAsync("the server serves the site that was taken in", async () => (await copy.VisitAsync($"/tin-tuc/{filled.Slug}")).Status == HttpStatusCode.OK);
        await copy.IsFoundAsync("nghi le quoc khanh", "Thông báo nghỉ lễ Quốc khánh 2/9");

        Assert.Contains("read again and found whole", export.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("has no account", import.Output, StringComparison.Ordinal);
        var (before, after) = (Archives.Read(first), Archives.Read(second));
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before.Keys.Where(entry => entry.StartsWith("tables/", StringComparison.Ordinal) && entry != "tables/audit_log.jsonl" || entry.StartsWith("media/", StringComparison.Ordinal)),
            entry => Assert.Equal(Encoding.UTF8.GetString(before[entry]), Encoding.UTF8.GetString(after[entry])));
        Assert.StartsWith(before.Text("tables/audit_log.jsonl"), after.Text("tables/audit_log.jsonl"), StringComparison.Ordinal);
        Assert.Equal(before.Text("site.json").Replace(filled.Site.Name, name, StringComparison.Ordinal), after.Text("site.json"));
        (await copy.VisitAsync(filled.File)).Insist(HttpStatusCode.OK);
        var publisher = Portal.NewVisitor();
        await publisher.SignInAsync(filled.Publisher, TestSite.Password);
        (await publisher.GetAsync($"{copy.Root}/quan-tri/tin-tuc/moi")).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_deleted_site_leaves_nothing_and_comes_back_from_its_file()
    {
        var (filled, other) = (await Portal.FilledAsync(), await Portal.FilledAsync());
        var (file, id) = (Portal.NewFile(".zip"), filled.Site.Tenant.Id);
        await filled.Site.IsFoundAsync("nghi le quoc khanh", "Thông báo nghỉ lễ Quốc khánh 2/9");
        (await Portal.RunAsync("tenant", "export", filled.Site.Name, "--output", file)).Insist(0);

        var asked = (await Portal.RunAsync("tenant", "delete", filled.Site.Name)).Insist(2);
        (await filled.Site.VisitAsync($"/tin-tuc/{filled.Slug}")).Insist(HttpStatusCode.OK);
        (await Portal.RunAsync("tenant", "delete", filled.Site.Name, "--yes")).Insist(0);
        await Eventually.BecomesTrueAsync("the server no longer serves the site", async () => (await filled.Site.VisitAsync($"/tin-tuc/{filled.Slug}")).Status == HttpStatusCode.NotFound);

        Assert.Contains("content_items", asked.Errors, StringComparison.Ordinal);
        Assert.Empty(await RowsOfAsync(id));
        Assert.NotEmpty(await RowsOfAsync(other.Site.Tenant.Id));
        (await other.Site.VisitAsync(other.File)).Insist(HttpStatusCode.OK);
        await Eventually.BecomesTrueAsync("search forgets the site", async () => !(await Portal.Portal.SearchAsync("nghi le quoc khanh")).Text.Contains(filled.Site.Name + "/", StringComparison.Ordinal));

        (await Portal.RunAsync("tenant", "import", file)).Insist(0);
        await Eventually.BecomesTrueAsync("the site is back", async () => (await filled.Site.VisitAsync($"/tin-tuc/{filled.Slug}")).Status == HttpStatusCode.OK);
        (await filled.Site.VisitAsync(filled.File)).Insist(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Wrong_use_is_told_and_changes_nothing()
    {
        var filled = await Portal.FilledAsync();
        var file = Portal.NewFile(".zip");
        (await Portal.RunAsync("tenant", "export", filled.Site.Name, "--output", file)).Insist(0);

        var taken = (await Portal.RunAsync("tenant", "import", file)).Insist(2);
        var reserved = (await Portal.RunAsync("tenant", "import", file, "--name", "tin-tuc")).Insist(2);
        var twice = (await Portal.RunAsync("tenant", "export", filled.Site.Name, "--output", file)).Insist(2);
        var nowhere = (await Portal.RunAsync("tenant", "export", filled.Site.Name, "--output", Path.Combine(Portal.DataPath, "khong-co", "x.zip"))).Insist(2);
        (await Portal.RunAsync("tenant", "export", "khong-co", "--output", Portal.NewFile(".zip"))).Insist(2);
        (await Portal.RunAsync("tenant", "delete", "khong-co", "--yes")).Insist(2);
        (await Portal.RunAsync("tenant", "delete", "portal", "--yes")).Insist(2);

        Assert.Contains("already", taken.Errors, StringComparison.Ordinal);
        Assert.Contains("tin-tuc", reserved.Errors, StringComparison.Ordinal);
        Assert.Contains("is there already", twice.Errors, StringComparison.Ordinal);
        Assert.Contains("There is no folder", nowhere.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Portal.DataPath, "*.part"));
    }

    [Fact]
    public async Task What_another_site_has_here_the_new_one_does_without()
    {
        var name = $"so-co-mien-{Guid.NewGuid():n}"[..20];
        var host = $"{name}.example.vn";
        var code = $"H05.{Random.Shared.Next(1_000, 9_999)}";
        var file = Portal.NewFile(".zip");
        (await Portal.RunAsync("tenant", "create", "--name", name, "--title", "Sở Có Miền", "--recipe", "blank", "--host", host, "--agency-code", code)).Insist(0);
        (await Portal.RunAsync("tenant", "export", name, "--output", file)).Insist(0);

        var import = (await Portal.RunAsync("tenant", "import", file, "--name", name + "-2")).Insist(0);

        Assert.Contains(host, import.Output, StringComparison.Ordinal);
        Assert.Contains(code, import.Output, StringComparison.Ordinal);
        var directory = Portal.Services.GetRequiredService<TenantDirectory>();
        await Eventually.BecomesTrueAsync("the server knows the new site", () => Task.FromResult(directory.FindByName(name + "-2") is { Host: null, AgencyCode: null, ParentName: Tenant.PortalName }));
        Assert.Equal(name, directory.FindByHost(host)?.Name);
    }

    private async Task<IReadOnlyList<string>> RowsOfAsync(int tenantId)
    {
        await using var whole = await WholeDatabase.ReadAsync(Portal.Services.GetRequiredService<DatabaseSetup>(), CancellationToken.None);
        var found = new List<string>();
        foreach (var table in whole.Shape.Tables.Where(table => table.IsOfSites && table.Name is not ("audit_log" or "publication_log")))
        {
            if (await whole.CountAsync(table, tenantId, CancellationToken.None) > 0)
            {
                found.Add(table.Name);
            }
        }

        return found;
    }
}

public sealed class MovingSitesOnSqliteTests(SqlitePortal portal) : MovingSitesTests(portal);

public sealed class MovingSitesOnPostgresTests(PostgresPortal portal) : MovingSitesTests(portal);
