using System.Net;
using GovPortal.Core.Security;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using GovPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>The look of a site is chosen at its desk, seen before it is worn, and worn at once.</summary>
public abstract class ThemesTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Address = "/quan-tri/giao-dien";

    [Fact]
    public async Task A_site_wears_the_chosen_theme_at_once_and_its_neighbour_does_not()
    {
        var (site, neighbour) = (await WithRecipeAsync(), await WithRecipeAsync());
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        Assert.Equal("Civic", await SheetOfAsync(site));

        (await administrator.FillAsync(site.Root + Address, new Dictionary<string, string> { ["Chosen"] = "Lotus" })).Insist(HttpStatusCode.Redirect);

        Assert.Equal("Lotus", await SheetOfAsync(site));
        Assert.Equal("Civic", await SheetOfAsync(neighbour));
        Assert.Equal("Lotus", (await administrator.GetAsync(site.Root + Address)).Html.QuerySelector("input[name=Chosen][checked]")!.GetAttribute("value"));
        Assert.Contains("Đổi giao diện", (await administrator.GetAsync(site.Root + "/quan-tri/nhat-ky")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_that_a_page_of_either_theme_asks_for_is_there()
    {
        var site = await WithRecipeAsync("department");
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        foreach (var theme in new[] { "Lotus", "Civic" })
        {
            await administrator.FillAsync(site.Root + Address, new Dictionary<string, string> { ["Chosen"] = theme });
            var files = (await site.VisitAsync("/")).Html.QuerySelectorAll("link[href*='/_content/'], script[src*='/_content/'], img[src*='/_content/']").Select(one => one.GetAttribute("href") ?? one.GetAttribute("src")!).ToArray();

            Assert.Contains(files, file => file.Contains($"Theme.{theme}/hero", StringComparison.Ordinal));
            foreach (var file in files)
            {
                (await Portal.NewVisitor().GetAsync(file)).Insist(HttpStatusCode.OK);
            }
        }
    }

    [Fact]
    public async Task A_look_before_saving_changes_nothing()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);

        var look = (await administrator.FillAsync(site.Root + Address, new Dictionary<string, string> { ["Chosen"] = "Lotus" }, to: $"{site.Root}{Address}?handler=Preview")).Insist(HttpStatusCode.OK);

        Assert.Contains("Theme.Lotus/site.css", look.Text, StringComparison.Ordinal);
        Assert.Equal("Civic", await SheetOfAsync(site));
    }

    [Fact]
    public async Task A_theme_that_is_not_there_is_refused_by_name()
    {
        var site = await WithRecipeAsync();
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);

        var answer = (await administrator.FillAsync(site.Root + Address, new Dictionary<string, string> { ["Chosen"] = "../Admin" })).Insist(HttpStatusCode.OK);

        Assert.Contains("Không có giao diện “../Admin”", answer.Words, StringComparison.Ordinal);
        Assert.Equal("Civic", await SheetOfAsync(site));
    }

    [Fact]
    public async Task A_site_whose_theme_the_installation_lost_wears_the_first()
    {
        var site = await WithRecipeAsync();
        await using (var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation())
        {
            await db.Tenants.Where(row => row.Id == site.Tenant.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.Theme, "Jasmine"));
        }

        await Portal.Services.GetRequiredService<TenantDirectory>().ReloadAsync(site.Tenant.Id, 0, CancellationToken.None);

        Assert.Equal("Civic", await SheetOfAsync(site));
    }

    private static async Task<string> SheetOfAsync(TestSite site) =>
        (await site.VisitAsync("/")).Html.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!.Split("GovPortal.Theme.")[1].Split('/')[0];
}

public sealed class ThemesOnSqliteTests(SqlitePortal portal) : ThemesTests(portal);

public sealed class ThemesOnPostgresTests(PostgresPortal portal) : ThemesTests(portal);
