using System.Net;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

public abstract class HealthTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task The_portal_says_that_it_lives_and_that_its_parts_are_ready()
    {
        var visitor = Portal.NewVisitor();

        var live = (await visitor.GetAsync("/health/live")).Insist(HttpStatusCode.OK);
        var ready = (await visitor.GetAsync("/health/ready")).Insist(HttpStatusCode.OK).Json;

        Assert.Equal("Healthy", live.Text);
        Assert.Equal("Healthy", ready.GetProperty("status").GetString());
        Assert.Equal(["appointments", "data", "database", "followers", "keys", "mail", "media", "search", "start"], ready.GetProperty("parts").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/_content/GovPortal.Theme.Civic/site.css")]
    public async Task What_can_only_be_read_refuses_what_would_change_it(string path)
    {
        var visitor = Portal.NewVisitor();

        (await visitor.SendAsync(HttpMethod.Head, path)).Insist(HttpStatusCode.OK);
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete })
        {
            Assert.Equal("GET, HEAD, OPTIONS", (await visitor.SendAsync(method, path)).Insist(HttpStatusCode.MethodNotAllowed).Headers["Allow"]);
        }

        Assert.Equal("GET, HEAD, OPTIONS", (await visitor.SendAsync(HttpMethod.Options, path)).Insist(HttpStatusCode.NoContent).Headers["Allow"]);
    }

    [Fact]
    public async Task Health_is_the_hosts_and_no_sites()
    {
        var site = await WithRecipeAsync();

        (await site.VisitAsync("/health/ready")).Insist(HttpStatusCode.NotFound);
    }
}

public sealed class HealthOnSqliteTests(SqlitePortal portal) : HealthTests(portal)
{
    [Fact]
    public async Task When_the_database_is_gone_the_portal_says_so_and_gives_a_reference()
    {
        // Its log holds errors on purpose.
        await using var own = new SqlitePortal();
        var site = await own.WithRecipeAsync("commune");
        await site.PublishArticleAsync("Bài trước khi mất cơ sở dữ liệu");
        await own.BreakDatabaseAsync();

        var page = await site.VisitAsync("/tin-tuc");
        var api = await site.VisitAsync("/api/v1/articles");

        Assert.True((int)page.Status is 500 or 503, $"answered {(int)page.Status}");
        Assert.Contains("Mã tham chiếu", page.Words + page.Text, StringComparison.Ordinal);
        Assert.Equal("application/problem+json", api.MediaType);
        Assert.DoesNotContain("SQLite", page.Text + api.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", page.Text + api.Text, StringComparison.Ordinal);
        Assert.NotEmpty(own.Log.Since(0, [site.Name]));
    }
}

public sealed class HealthOnPostgresTests(PostgresPortal portal) : HealthTests(portal);
