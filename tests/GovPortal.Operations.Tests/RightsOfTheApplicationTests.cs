using System.Net;
using GovPortal.Testing;
using Npgsql;

namespace GovPortal.Operations.Tests;

/// <summary>What PostgreSQL lets the application do to every table there is.</summary>
public sealed class RightsOfTheApplicationTests(PostgresPortal portal) : OperationsTest(portal)
{
    private const string All = "DELETE,INSERT,SELECT,UPDATE";

    // Tables without a site in them. A new one is written down here together with why every site may see it.
    private static readonly Dictionary<string, string> OfNoSite = new()
    {
        ["__EFMigrationsHistory"] = "",
        ["outbox"] = All,
        ["outside_addresses"] = All,
        ["people"] = "INSERT,SELECT,UPDATE",
        ["people_claims"] = All,
        ["people_logins"] = All,
        ["people_passkeys"] = All,
        ["people_tokens"] = All,
        ["person_sessions"] = All,
        ["site_moves"] = All,
        ["tenants"] = "INSERT,SELECT,UPDATE",
        ["trust_files"] = All,
    };

    // Written once.
    private static readonly Dictionary<string, string> OfSites = new() { ["audit_log"] = "INSERT,SELECT", ["publication_log"] = "INSERT,SELECT" };

    [Fact]
    public async Task Every_table_with_a_site_is_kept_apart_and_every_other_is_named_with_its_rights()
    {
        foreach (var (table, hasSite, isGuarded, rights) in await TablesAsync())
        {
            Assert.True(hasSite || OfNoSite.ContainsKey(table), $"{table} has no TenantId and is not among the tables without a site");
            Assert.True(!hasSite || isGuarded, $"{table} has a TenantId and no row-level security: its row class implements ISiteRow");
            Assert.Equal((table, hasSite ? OfSites.GetValueOrDefault(table, All) : OfNoSite[table]), (table, rights));
        }
    }

    [Theory]
    [InlineData("memberships")]
    [InlineData("publication_log")]
    [InlineData("content_appointments")]
    [InlineData("content_views")]
    public async Task Rows_the_installation_works_on_are_hidden_from_other_sites(string table)
    {
        var (filled, other) = (await Portal.FilledAsync(), await Portal.FilledAsync());
        var (own, neighbour) = (filled.Site.Tenant.Id, other.Site.Tenant.Id);

        Assert.Equal(0L, await AskAsync($"{own}", $"SELECT count(*) FROM {table} WHERE \"TenantId\" <> {own}"));
        Assert.Equal(0L, await AskAsync("published", $"SELECT count(*) FROM {table}"));
        Assert.Equal(0L, await AskAsync("whole-installation", $"SELECT count(*) FROM {table}"));
        if (table is "memberships" or "publication_log")
        {
            Assert.True((long)(await AskAsync($"{neighbour}", $"SELECT count(*) FROM {table}"))! > 0);
        }
    }

    [Fact]
    public async Task A_role_that_owns_nothing_serves_and_cannot_become_the_owner()
    {
        var moved = new OwnedPortal();
        await using (moved)
        {
            await ServesAsync(moved);
        }

        await using var owner = new NpgsqlConnection(((PostgresDatabase)Portal.Database).ConnectionString);
        await owner.OpenAsync();
        await using var remove = new NpgsqlCommand($"DROP ROLE {moved.Role}", owner);
        await remove.ExecuteNonQueryAsync();
    }

    private static async Task ServesAsync(OwnedPortal moved)
    {
        await moved.StartAsync();
        var site = await moved.WithRecipeAsync("commune");
        await site.PublishArticleAsync("Bài dưới quyền hạn hẹp", slug: "bai-quyen-han-hep");

        (await site.VisitAsync("/tin-tuc/bai-quyen-han-hep")).Insist(HttpStatusCode.OK);
        (await moved.RunAsync("tenant", "export", site.Name, "--output", moved.NewFile(".zip"))).Insist(0);
        (await moved.RunAsync("check")).Insist(0);
        await using var web = new NpgsqlConnection(moved.Web);
        await web.OpenAsync();
        foreach (var (command, isRefused) in new[] { ("RESET ROLE; SELECT set_config('app.tenant', 'whole-installation', false); DELETE FROM tenants", true), ("DELETE FROM people", true), ("DROP TABLE content_items", true), ("ALTER TABLE content_items DISABLE ROW LEVEL SECURITY", true), ("DELETE FROM content_items", false) })
        {
            await using var run = new NpgsqlCommand(command, web);
            if (isRefused)
            {
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => run.ExecuteNonQueryAsync())).SqlState);
            }
            else
            {
                Assert.Equal(0, await run.ExecuteNonQueryAsync());
            }
        }
    }

    private async Task<List<(string Table, bool HasSite, bool IsGuarded, string Rights)>> TablesAsync()
    {
        await using var connection = new NpgsqlConnection(((PostgresDatabase)Portal.Database).ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("""
            SELECT c.relname::text, EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'TenantId'), c.relrowsecurity AND c.relforcerowsecurity,
              coalesce((SELECT string_agg(right_.name, ',' ORDER BY right_.name) FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS right_(name) WHERE has_table_privilege('govportal_app', c.oid, right_.name)), '')
            FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm') AND c.relnamespace = 'public'::regnamespace ORDER BY 1
            """, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var tables = new List<(string, bool, bool, string)>();
        while (await rows.ReadAsync())
        {
            tables.Add((rows.GetString(0), rows.GetBoolean(1), rows.GetBoolean(2), rows.GetString(3)));
        }

        return tables;
    }

    private async Task<object?> AskAsync(string tenant, string query)
    {
        await using var connection = new NpgsqlConnection(((PostgresDatabase)Portal.Database).ConnectionString);
        await connection.OpenAsync();
        await using var introduce = new NpgsqlCommand("SELECT set_config('role', 'govportal_app', false), set_config('app.tenant', @tenant, false)", connection);
        introduce.Parameters.AddWithValue("tenant", tenant);
        await introduce.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(query, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A portal whose application signs in as a role that owns nothing.</summary>
    private sealed class OwnedPortal() : PortalFixture(new PostgresDatabase())
    {
        public string Role { get; } = $"govportal_web_{Guid.NewGuid():n}";

        public string Web => new NpgsqlConnectionStringBuilder(((PostgresDatabase)Database).ConnectionString) { Username = Role, Pooling = false }.ToString();

        protected override IEnumerable<string> MoreSettings
        {
            get
            {
                using var owner = new NpgsqlConnection(((PostgresDatabase)Database).ConnectionString);
                owner.Open();
                using var make = new NpgsqlCommand($"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{Role}') THEN CREATE ROLE {Role} LOGIN IN ROLE govportal_app; END IF; END $$", owner);
                make.ExecuteNonQuery();
                return [$"--ConnectionStrings:PostgresOwner={((PostgresDatabase)Database).ConnectionString}", $"--ConnectionStrings:Postgres={Web}"];
            }
        }
    }
}
