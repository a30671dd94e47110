using System.Net;
using GovPortal.Testing;
using Npgsql;

namespace GovPortal.Portal.Tests;

/// <summary>The server of databases goes away while the portal serves, and comes back. Its log holds errors on purpose.</summary>
public sealed class PostgresOutageTests
{
    private const int Questions = 40;

    [Fact]
    public async Task It_is_an_outage_that_is_said_and_over_when_the_database_is_back()
    {
        var database = new WiredPostgres();
        Assert.SkipWhen(database.Missing is not null, database.Missing ?? "");
        await using var portal = new WiredPortal(database);
        var site = await portal.WithRecipeAsync("commune");
        (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK);
        var mark = portal.Log.Mark;

        database.Wire!.Cut();
        for (var question = 0; question < Questions; question++)
        {
            var answer = await site.VisitAsync(question % 2 == 0 ? $"/van-ban?trang={question + 1}" : "/api/v1/procedures");
            Assert.True(answer.Status == HttpStatusCode.ServiceUnavailable, $"{answer.Address} answered {(int)answer.Status}");
            Assert.True(int.TryParse(answer.Headers.GetValueOrDefault("Retry-After"), out var seconds) && seconds > 0, answer.Address);
        }

        await BecomesAsync(portal, "Unhealthy");
        (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK);
        var said = portal.Log.Since(mark, [site.Name]);
        Assert.True(said.Count < 3 * Questions, $"{said.Count} lines in the log");

        database.Wire.Mend();
        await Eventually.BecomesTrueAsync("pages are served again", async () => (await site.VisitAsync("/van-ban")).Status == HttpStatusCode.OK);
        await BecomesAsync(portal, "Healthy");
        await site.PublishArticleAsync("Bài đăng khi cơ sở dữ liệu trở lại");
        await site.IsFoundAsync("cơ sở dữ liệu trở lại", "Bài đăng khi cơ sở dữ liệu trở lại");
    }

    private static Task BecomesAsync(PortalFixture portal, string status) => Eventually.BecomesTrueAsync($"the database is {status}", async () =>
        (await portal.NewVisitor().GetAsync("/health/ready")).Json.GetProperty("parts").GetProperty("database").GetProperty("status").GetString() == status);

    private sealed class WiredPortal(WiredPostgres database) : PortalFixture(database);

    /// <summary>A database that is reached over a wire of the test's own.</summary>
    private sealed class WiredPostgres : TestDatabase
    {
        private readonly PostgresDatabase inner = new();

        public CutWire? Wire { get; private set; }

        public override string? Missing => inner.Missing;

        public override async Task<IReadOnlyList<string>> CreateAsync() => Wired(await inner.CreateAsync());

        public override async Task<IReadOnlyList<string>> CreateFromAsync(TestDatabase pattern) => Wired(await inner.CreateFromAsync(pattern));

        public override TestDatabase Another() => inner.Another();

        public override async ValueTask DisposeAsync()
        {
            Wire?.Dispose();
            await inner.DisposeAsync();
            await base.DisposeAsync();
        }

        private string[] Wired(IReadOnlyList<string> settings)
        {
            var there = new NpgsqlConnectionStringBuilder(inner.ConnectionString);
            Wire = new CutWire(there.Host!, there.Port);
            (there.Host, there.Port) = ("127.0.0.1", Wire.Port);
            return [settings[0], $"--ConnectionStrings:Postgres={there}"];
        }
    }
}
