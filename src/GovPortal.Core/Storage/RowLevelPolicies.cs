using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Core.Storage;

/// <summary>The policies PostgreSQL enforces, put in place after each migration.</summary>
internal static class RowLevelPolicies
{
    /// <summary>Owns nothing and cannot sign in; every connection of the application takes its rights.</summary>
    public const string ReaderRole = "govportal_app";

    /// <summary>Value of <c>app.tenant</c> that opens the door over all sites, for live rows only.</summary>
    public const string AcrossSites = "published";

    // Any constant unique in this database serves.
    private const long SettersLock = 0x676f76706f6c6963;

    private static readonly string[] SiteTables =
    [
        "content_items", "content_versions", "content_terms", "content_addresses", "content_desk", "content_remarks", "content_autosaves", "content_locks", "audit_log",
        "files", "file_texts", "file_uses", "file_work", "invitations", "outside_links",
    ];

    /// <summary>
    /// Puts the policies in place where they are not yet these. A command starting beside a server must not touch them:
    /// while a policy is replaced nobody sees a row, so that is done in one transaction, and only when something is new.
    /// </summary>
    public static async Task ApplyAsync(PostgresPortalDb owner, CancellationToken ct)
    {
        var commands = Commands().ToArray();
        var migrations = await owner.Database.GetAppliedMigrationsAsync(ct);
        var print = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', [.. commands, .. migrations]))));
        if (await PrintAsync(owner, ct) == print)
        {
            return;
        }

        await using var transaction = await owner.Database.BeginTransactionAsync(ct);
        await owner.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SettersLock})", ct);
        foreach (var command in commands.Append($"COMMENT ON TABLE content_items IS '{print}'"))
        {
            await owner.Database.ExecuteSqlRawAsync(command, ct);
        }

        await transaction.CommitAsync(ct);
    }

    private static Task<string?> PrintAsync(PostgresPortalDb owner, CancellationToken ct) =>
        owner.Database.SqlQuery<string?>($"SELECT obj_description('content_items'::regclass, 'pg_class') AS \"Value\"").SingleAsync(ct);

    private static IEnumerable<string> Commands()
    {
        yield return $"""
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ReaderRole}') THEN
                BEGIN CREATE ROLE {ReaderRole} NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END;
              END IF;
              IF NOT pg_has_role(current_user, '{ReaderRole}', 'MEMBER') THEN EXECUTE 'GRANT {ReaderRole} TO ' || quote_ident(current_user); END IF;
            END $$
            """;
        yield return $"GRANT USAGE ON SCHEMA public TO {ReaderRole}";
        yield return $"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {ReaderRole}";
        yield return $"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {ReaderRole}";

        // The log is written once: nobody rewrites what went public.
        yield return $"REVOKE UPDATE, DELETE ON publication_log FROM {ReaderRole}";
        yield return $"REVOKE UPDATE, DELETE ON audit_log FROM {ReaderRole}";
        foreach (var table in SiteTables)
        {
            yield return $"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY";
            yield return $"ALTER TABLE {table} FORCE ROW LEVEL SECURITY";
            yield return $"DROP POLICY IF EXISTS own_site ON {table}";
            yield return $"""
                CREATE POLICY own_site ON {table} USING
                ("TenantId" = CASE WHEN current_setting('app.tenant', true) ~ '^[0-9]+$' THEN current_setting('app.tenant', true)::int END)
                """;
            yield return $"DROP POLICY IF EXISTS across_sites ON {table}";
        }

        // Whoever works off the queue of files speaks for no site; a site reaches its own part only.
        yield return "DROP POLICY IF EXISTS installation ON file_work";
        yield return "CREATE POLICY installation ON file_work USING (current_setting('app.tenant', true) = '')";

        yield return Door("content_items", "\"State\" = 'Published'");
        yield return Door("content_versions",
            "EXISTS (SELECT FROM content_items i WHERE i.\"Id\" = \"ItemId\" AND i.\"LiveVersion\" = \"Number\" AND i.\"State\" = 'Published')");
        // Lists over all sites show pictures in the width that fits.
        yield return Door("files", "\"Width\" IS NOT NULL AND \"DeletedAt\" IS NULL");
        yield return Door("content_terms", "EXISTS (SELECT FROM content_items i WHERE i.\"Id\" = \"ItemId\" AND i.\"State\" = 'Published')");
    }

    private static string Door(string table, string live) =>
        $"CREATE POLICY across_sites ON {table} FOR SELECT USING (current_setting('app.tenant', true) = '{AcrossSites}' AND {live})";
}
