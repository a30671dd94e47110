using GovPortal.Storage;
using GovPortal.Storage.Rows;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Operations.Tests;

/// <summary>Every table of every module is carried by exports, backups and copies, without being named anywhere. A new table that could not be, or whose rows would lose what they mean, fails here.</summary>
public abstract class CarryingTests(PortalFixture portal) : OperationsTest(portal)
{
    // Tables of the installation: a site's export leaves them at home. A new table of a site has a column TenantId and needs no line here.
    private static readonly string[] OfInstallation = ["outbox", "outside_addresses", "people", "people_claims", "people_logins", "people_passkeys", "people_tokens", "person_sessions", "site_moves", "tenants", "trust_files"];

    // Of this moment, or of this installation, by the attribute Carried on the row.
    private static readonly string[] NotExported = ["consultation_comments", "content_autosaves", "content_locks", "event_delegates", "feedback_enquiries", "feedback_steps", "file_work", "invitations", "onestop_dossiers", "onestop_leg_messages", "onestop_leg_tasks", "onestop_legs", "onestop_numbers", "onestop_steps", "onestop_votes", "publication_log", "ranking_acts", "ranking_declarations", "ranking_surveys"];
    private static readonly string[] NotBackedUp = ["content_locks", "person_sessions"];

    [Fact]
    public async Task Every_table_is_of_a_site_or_of_the_installation_and_goes_as_far_as_somebody_has_said()
    {
        var shape = await ShapeAsync();

        Assert.Equal(OfInstallation, shape.Tables.Where(table => !table.IsOfSites).Select(table => table.Name).Order(StringComparer.Ordinal));
        Assert.Equal(NotExported, shape.Tables.Where(table => table.IsOfSites).Except(shape.Exported).Select(table => table.Name).Order(StringComparer.Ordinal));
        Assert.Equal(NotBackedUp, shape.Tables.Except(shape.BackedUp).Select(table => table.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Numbers_in_exported_rows_lead_to_exported_rows()
    {
        var shape = await ShapeAsync();

        var exported = shape.Exported.Select(table => table.Name).ToHashSet();
        Assert.Empty(shape.Exported.SelectMany(table => table.Unexplained.Select(column => $"{table.Name}.{column} names a row of no known table: declare a foreign key")));
        Assert.Empty(shape.Exported.SelectMany(table => table.References.Where(link => !exported.Contains(link.Value)).Select(link => $"{table.Name}.{link.Key} names a row of {link.Value}, which stays at home")));
    }

    [Fact]
    public async Task Rows_come_after_what_they_need()
    {
        var shape = await ShapeAsync();

        for (var place = 0; place < shape.Tables.Count; place++)
        {
            Assert.All(shape.Tables[place].Needs, need => Assert.Contains(shape.Tables.Take(place), before => before.Name == need));
        }
    }

    private async Task<InstallationShape> ShapeAsync()
    {
        await using var db = Portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation();
        return InstallationShape.Of(db);
    }
}

public sealed class CarryingOnSqliteTests(SqlitePortal portal) : CarryingTests(portal);

public sealed class CarryingOnPostgresTests(PostgresPortal portal) : CarryingTests(portal);
