using System.Net;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Recipes;
using GovPortal.Sites;
using GovPortal.Storage.Tenancy;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

public abstract class OpeningSitesTests(PortalFixture portal) : PortalTest(portal)
{
    private SiteProvisioning Office => Portal.Services.GetRequiredService<SiteProvisioning>();

    public static TheoryData<string> Recipes => [.. Repository.Files(".recipe.json").Select(path => Path.GetFileName(path)[..^".recipe.json".Length]).Where(name => name != "demo")];

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task Every_recipe_makes_a_site_that_serves_and_applied_again_leaves_the_same(string recipe)
    {
        var site = await WithRecipeAsync(recipe);
        var (before, log) = (site.Tenant, (await site.LogAsync()).Count);

        var runner = Portal.Services.GetRequiredService<RecipeRunner>();
        await runner.ApplyAsync(runner.Read(recipe), site.Tenant, null, CancellationToken.None);

        foreach (var path in new[] { "/", "/tin-tuc", "/thu-tuc", "/van-ban", "/tim-kiem", "/lien-he", "/so-do", "/en/" })
        {
            (await site.VisitAsync(path)).Insist(HttpStatusCode.OK);
        }

        Assert.Equal(log, (await site.LogAsync()).Count);
        Assert.Equal(BodyJson.Write(before.Settings), BodyJson.Write(site.Tenant.Settings));
    }

    [Theory]
    [InlineData("Xa-Moi", "sites.create.bad-name")]
    [InlineData("xã-mới", "sites.create.bad-name")]
    [InlineData("xa moi", "sites.create.bad-name")]
    [InlineData("-xa", "sites.create.bad-name")]
    [InlineData("xa--moi", "sites.create.bad-name")]
    [InlineData("", "sites.create.bad-name")]
    [InlineData("../etc", "sites.create.bad-name")]
    [InlineData("tin-tuc", "sites.create.bad-name")]
    [InlineData("api", "sites.create.bad-name")]
    [InlineData("en", "sites.create.bad-name")]
    [InlineData("portal", "sites.create.name-taken")]
    public async Task A_name_that_cannot_be_an_address_is_refused(string name, string code) =>
        Assert.Contains(await RefusalsAsync(Site() with { Name = name }), refusal => refusal == code);

    [Theory]
    [InlineData("http://example.vn")]
    [InlineData("example.vn:80")]
    [InlineData("ex ample.vn")]
    [InlineData("-example.vn")]
    [InlineData("")]
    public async Task A_host_that_is_none_is_refused(string host) =>
        Assert.Equal(["sites.create.bad-host"], await RefusalsAsync(Site() with { Host = host }));

    [Theory]
    [InlineData("moi")]
    [InlineData("tai-khoan")]
    [InlineData("tin-tuc")]
    [InlineData("tep")]
    [InlineData("api")]
    [InlineData("health")]
    [InlineData("xem-truoc")]
    public async Task No_site_takes_the_first_word_of_an_address_that_every_site_has(string name)
    {
        var refusals = await Office.OpenAsync(
            new NewSite { Name = name, Title = "Xã Trùng Địa Chỉ", Recipe = "blank", Parent = "portal" }, progress: null, CancellationToken.None);

        Assert.Equal(["sites.create.bad-name"], refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_and_nothing_is_opened()
    {
        var host = $"{Guid.NewGuid():n}.example.vn";
        var code = $"Y{Random.Shared.Next(100_000, 999_999)}";
        var first = Site() with { Host = host, AgencyCode = code };
        Mine(await Portal.OpenAsync(first));
        var second = Site() with { Title = " ", Host = host, AgencyCode = code, Parent = "khong-co", Settings = new TenantSettings { PrimaryColour = "#ffe08a", AccentColour = "đỏ" } };

        var refusals = await RefusalsAsync(second);

        Assert.Equal(
            ["check.required", "sites.colour.not-a-colour", "sites.colour.too-pale", "sites.create.agency-code-taken", "sites.create.host-taken", "sites.create.unknown-parent"],
            refusals.Order(StringComparer.Ordinal));
        Assert.Null(Portal.Services.GetRequiredService<TenantDirectory>().FindByName(second.Name));
    }

    [Fact]
    public async Task Two_who_open_the_same_name_at_once_leave_one_site()
    {
        var site = Site();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RefusalsAsync(site))));

        Mine(Portal.Site(site.Name));
        Assert.Single(outcomes, refusals => refusals.Length == 0);
        Assert.All(outcomes.Where(refusals => refusals.Length > 0), refusals => Assert.Contains("sites.create.name-taken", refusals));
    }

    [Fact]
    public async Task An_unknown_recipe_is_named_with_those_there_are()
    {
        var mistake = await Assert.ThrowsAsync<RecipeException>(() => RefusalsAsync(Site() with { Recipe = "tinh" }));

        Assert.Contains("“tinh”", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("commune", mistake.Message, StringComparison.Ordinal);
    }

    private static NewSite Site() => new() { Name = $"so-{Guid.NewGuid():n}", Title = "Sở Thử nghiệm", Recipe = "blank", Parent = "portal" };

    private async Task<string[]> RefusalsAsync(NewSite site) => [.. (await Office.OpenAsync(site, null, CancellationToken.None)).Select(r => r.Code)];
}

public sealed class OpeningSitesOnSqliteTests(SqlitePortal portal) : OpeningSitesTests(portal);

public sealed class OpeningSitesOnPostgresTests(PostgresPortal portal) : OpeningSitesTests(portal);
