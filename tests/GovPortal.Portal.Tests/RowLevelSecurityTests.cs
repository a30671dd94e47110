using GovPortal.Testing;
using Npgsql;

namespace GovPortal.Portal.Tests;

/// <summary>What PostgreSQL itself allows, whatever a forgotten filter in the code would ask for.</summary>
public sealed class RowLevelSecurityTests(PostgresPortal portal) : PortalTest(portal)
{
    private static readonly string[] Tables = ["content_items", "content_versions", "content_terms", "content_addresses", "files", "file_texts", "file_uses", "content_autosaves", "content_locks"];

    [Fact]
    public async Task Without_a_site_nothing_is_seen()
    {
        await (await WithRecipeAsync()).PublishArticleAsync("Bài không ai thấy nếu không có trang");

        foreach (var table in Tables)
        {
            Assert.Equal(0L, await AskAsync("", $"SELECT count(*) FROM {table}"));
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1 OR true")]
    [InlineData("99999999")]
    public async Task A_site_that_is_none_sees_nothing(string tenant)
    {
        await (await WithRecipeAsync()).PublishArticleAsync("Bài của trang khác");

        Assert.Equal(0L, await AskAsync(tenant, "SELECT count(*) FROM content_items"));
    }

    [Fact]
    public async Task A_site_sees_its_own_rows_and_cannot_write_for_another()
    {
        var (a, b) = (await WithRecipeAsync(), await WithRecipeAsync());
        var id = await a.PublishArticleAsync("Bài của xã A");
        var (own, other) = (a.Tenant.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), b.Tenant.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(0L, await AskAsync(own, $"SELECT count(*) FROM content_items WHERE \"TenantId\" <> {own}"));
        Assert.Equal(1L, await AskAsync(own, $"SELECT count(*) FROM content_items WHERE \"Id\" = {id}"));
        Assert.Equal(0L, await AskAsync(other, $"SELECT count(*) FROM content_items WHERE \"Id\" = {id}"));
        Assert.Equal(0, await DoAsync(other, $"UPDATE content_items SET \"Title\" = 'của B' WHERE \"Id\" = {id}"));
        Assert.Equal(0, await DoAsync(other, $"DELETE FROM content_items WHERE \"Id\" = {id}"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => DoAsync(own, $"UPDATE content_items SET \"TenantId\" = {other} WHERE \"Id\" = {id}"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_door_across_sites_shows_what_is_live_and_nothing_can_be_written_through_it()
    {
        var site = await WithRecipeAsync();
        var live = await site.PublishArticleAsync("Bài đang công khai");
        var draft = await site.DraftAsync(new News.Article { Title = "Bản nháp kín", Body = "<p>…</p>" });
        var withdrawn = await site.PublishArticleAsync("Bài đã gỡ");
        await site.WithdrawAsync(withdrawn, "Gỡ");
        await site.SaveAsync(live, new News.Article { Title = "Bản sửa còn kín", Body = "<p>…</p>" }, (await site.ItemAsync(live)).Revision);

        Assert.Equal(1L, await AskAsync("published", $"SELECT count(*) FROM content_items WHERE \"Id\" IN ({live}, {draft}, {withdrawn})"));
        Assert.Equal(1L, await AskAsync("published", $"SELECT count(*) FROM content_versions WHERE \"ItemId\" IN ({live}, {draft}, {withdrawn})"));
        Assert.Equal(0L, await AskAsync("published", "SELECT count(*) FROM content_addresses"));
        Assert.Equal(0, await DoAsync("published", $"UPDATE content_items SET \"Title\" = 'x' WHERE \"Id\" = {live}"));
        Assert.Equal(0, await DoAsync("published", $"DELETE FROM content_items WHERE \"Id\" = {live}"));
    }

    [Fact]
    public async Task Nobody_rewrites_the_publication_log()
    {
        await (await WithRecipeAsync()).PublishArticleAsync("Bài trong nhật ký");

        foreach (var command in new[] { "UPDATE publication_log SET \"Act\" = 'Withdrawn'", "DELETE FROM publication_log", "TRUNCATE publication_log", "DROP TABLE publication_log" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => DoAsync("1", command));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task A_command_that_starts_beside_the_server_leaves_the_policies_alone()
    {
        const string Policies = "SELECT string_agg(oid::text, ',' ORDER BY oid) FROM pg_policy";
        var before = await AskAsync("", Policies);

        (await Portal.RunAsProcessAsync("tenant", "list")).Insist(0);

        Assert.NotEqual(DBNull.Value, before);
        Assert.Equal(before, await AskAsync("", Policies));
    }

    [Fact]
    public async Task Every_table_with_a_site_in_it_is_guarded()
    {
        var unguarded = await AskAsync("", """
            SELECT string_agg(c.relname, ', ') FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relkind = 'r' AND a.attname = 'TenantId' AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            """);

        Assert.Equal(DBNull.Value, unguarded);
    }

    [Fact]
    public async Task A_site_sees_only_its_own_part_of_the_queue_of_files()
    {
        var (a, b) = (await WithRecipeAsync(), await WithRecipeAsync());
        var (own, other) = (a.Tenant.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), b.Tenant.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var insert = $"INSERT INTO file_work (\"TenantId\", \"FileId\", \"Task\", \"DueAt\", \"Attempts\") VALUES ({own}, 0, 'Erase', '2126-01-01Z', 0)";

        Assert.Equal(1, await DoAsync(own, insert));

        Assert.Equal(1L, await AskAsync(own, $"SELECT count(*) FROM file_work WHERE \"TenantId\" = {own} AND \"FileId\" = 0"));
        Assert.Equal(0L, await AskAsync(other, $"SELECT count(*) FROM file_work WHERE \"TenantId\" = {own}"));
        Assert.Equal(0L, await AskAsync("published", "SELECT count(*) FROM file_work"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => DoAsync(other, insert))).SqlState);
    }

    private async Task<object?> AskAsync(string tenant, string query)
    {
        await using var connection = await ConnectAsync(tenant);
        await using var command = new NpgsqlCommand(query, connection);
        return await command.ExecuteScalarAsync();
    }

    private async Task<int> DoAsync(string tenant, string statement)
    {
        await using var connection = await ConnectAsync(tenant);
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>A connection with the rights the application has.</summary>
    private async Task<NpgsqlConnection> ConnectAsync(string tenant)
    {
        var connection = new NpgsqlConnection(((PostgresDatabase)Portal.Database).ConnectionString);
        await connection.OpenAsync();
        await using var introduce = new NpgsqlCommand("SELECT set_config('role', 'govportal_app', false), set_config('app.tenant', @tenant, false)", connection);
        introduce.Parameters.AddWithValue("tenant", tenant);
        await introduce.ExecuteNonQueryAsync();
        return connection;
    }
}
