using System.Net;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>The menu of the desk is what the modules of a site bring and what its reader may do, and every line leads somewhere.</summary>
public abstract class DeskMenuTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task Every_line_that_somebody_sees_leads_to_a_page_they_may_open()
    {
        var site = await WithRecipeAsync();
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.PortalAdministrator))
        {
            var person = await site.SignInAsAsync(role);
            foreach (var address in await LinesAsync(person, site))
            {
                (await person.GetAsync(address)).Insist(HttpStatusCode.OK);
            }
        }
    }

    [Fact]
    public async Task A_module_brings_its_lines_only_where_it_is_on()
    {
        var site = await WithRecipeAsync();
        await site.SwitchModulesAsync("News", "Documents", "OneStop");
        var chief = await site.SignInAsAsync(Role.SiteAdministrator);
        var modules = site.Portal.Services.GetRequiredService<ModuleList>();

        var shown = await LinesAsync(chief, site);

        var brought = modules.All.Where(module => modules.IsOn(module.Name, site.Tenant)).SelectMany(module => module.DeskMenu).Where(line => line.OnPortal is not true).Select(line => site.Root + line.Path);
        var possible = modules.All.SelectMany(module => module.DeskMenu).Select(line => site.Root + line.Path);
        Assert.Equal(brought.Distinct().Order(StringComparer.Ordinal), shown.Intersect(possible).Order(StringComparer.Ordinal));
    }

    private static async Task<string[]> LinesAsync(Visitor person, TestSite site) =>
        [.. (await person.GetAsync(site.Root + "/quan-tri")).Insist(HttpStatusCode.OK).Html.QuerySelectorAll(".gp-side a").Select(a => a.GetAttribute("href")!)];
}

public sealed class DeskMenuOnSqliteTests(SqlitePortal portal) : DeskMenuTests(portal);
