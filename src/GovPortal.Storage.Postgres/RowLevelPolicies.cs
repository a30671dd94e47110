using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GovPortal.Storage.Postgres;

/// <summary>The policies PostgreSQL enforces, put in place after each migration.</summary>
internal static class RowLevelPolicies
{
    /// <summary>Owns nothing and cannot sign in; every connection of the application takes its rights.</summary>
    public const string ReaderRole = "govportal_app";

    /// <summary>Value of <c>app.tenant</c> that opens the door over all sites, for live rows only.</summary>
    public const string AcrossSites = "published";

    // Any constant unique in this database serves.
    private const long SettersLock = 0x676f76706f6c6963;

    /// <summary>
    /// Puts the policies in place where they are not yet these. A command starting beside a server must not touch them:
    /// while a policy is replaced nobody sees a row, so that is done in one transaction, and only when something is new.
    /// </summary>
    public static async Task ApplyAsync(PostgresPortalDb owner, CancellationToken ct)
    {
        var print = await WantedPrintAsync(owner, ct);
        if (await PrintAsync(owner, ct) == print)
        {
            return;
        }

        await using var transaction = await owner.Database.BeginTransactionAsync(ct);
        await owner.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({SettersLock})", ct);
        foreach (var command in Commands(owner).Append($"COMMENT ON TABLE content_items IS '{print}'"))
        {
            await owner.Database.ExecuteSqlRawAsync(command, ct);
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>Whether the policies are those of this version of the program.</summary>
    public static async Task<bool> AreInPlaceAsync(PostgresPortalDb owner, CancellationToken ct) => await PrintAsync(owner, ct) == await WantedPrintAsync(owner, ct);

    private static async Task<string> WantedPrintAsync(PostgresPortalDb owner, CancellationToken ct) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', [.. Commands(owner), .. await owner.Database.GetAppliedMigrationsAsync(ct)]))));

    private static Task<string?> PrintAsync(PostgresPortalDb owner, CancellationToken ct) =>
        owner.Database.SqlQuery<string?>($"SELECT obj_description('content_items'::regclass, 'pg_class') AS \"Value\"").SingleAsync(ct);

    private static IEnumerable<string> Commands(PostgresPortalDb owner)
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

        // Sites are taken away by the owner (SiteRemoval), people by nobody; how the tables came about is no business of the application.
        yield return $"REVOKE DELETE ON tenants, people FROM {ReaderRole}";
        yield return $"REVOKE ALL ON \"__EFMigrationsHistory\" FROM {ReaderRole}";
        foreach (var type in owner.Model.GetEntityTypes().Where(SiteRows.IsOfSites).OrderBy(table => table.GetTableName(), StringComparer.Ordinal))
        {
            var table = type.GetTableName()!;
            yield return $"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY";
            yield return $"ALTER TABLE {table} FORCE ROW LEVEL SECURITY";
            yield return $"DROP POLICY IF EXISTS own_site ON {table}";
            yield return $"""
                CREATE POLICY own_site ON {table} USING
                ("TenantId" = CASE WHEN current_setting('app.tenant', true) ~ '^[0-9]+$' THEN current_setting('app.tenant', true)::int END)
                """;
            yield return $"DROP POLICY IF EXISTS across_sites ON {table}";
            if (type.FindAnnotation(SiteRows.AcrossSites)?.Value is string live)
            {
                yield return $"CREATE POLICY across_sites ON {table} FOR SELECT USING (current_setting('app.tenant', true) = '{AcrossSites}' AND {live})";
            }

            yield return $"DROP POLICY IF EXISTS whole_installation ON {table}";
            yield return $"CREATE POLICY whole_installation ON {table} TO CURRENT_USER USING (current_setting('app.tenant', true) = '{SiteRows.WholeInstallation}')";
            yield return $"DROP POLICY IF EXISTS installation ON {table}";
            if (type.FindAnnotation(SiteRows.Installation) is not null)
            {
                yield return $"CREATE POLICY installation ON {table} USING (current_setting('app.tenant', true) = '')";
            }
        }
    }
}
