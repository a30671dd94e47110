using System.Text.Json;
using GovPortal.Storage;
using GovPortal.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Publishing.Checking;

/// <summary>Whether the database is sound in itself: its pages, what its rows hold to, and that every row of a site has its site.</summary>
internal sealed class DatabasePart(DatabaseSetup database, DatabaseCheck pages) : IInstallationCheck
{
    private const string Restore = "Bring the database back from a backup.";

    public string Part => "database";

    public async Task CheckAsync(CheckRun run, CancellationToken ct)
    {
        if (await pages.LookThroughAsync(ct) is { } fault)
        {
            run.Add(new Difference(Part, "damaged", database.Place, $"{fault}. {Restore}"));
            return;
        }

        await using var whole = await WholeDatabase.ReadAsync(database, ct);
        foreach (var table in whole.Shape.Tables)
        {
            run.Tell(table.Name);
            run.Count("rows", await whole.CountAsync(table, tenantId: null, ct));
            foreach (var (link, orphans) in await whole.OrphansAsync(table, ct))
            {
                run.Add(new Difference(Part, "missing", table.Name, $"{orphans} rows hold to a row that is not there ({link}). {Restore}"));
            }
        }

        foreach (var site in await whole.Context.Tenants.AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct))
        {
            try
            {
                site.ToTenant();
            }
            catch (JsonException odd)
            {
                run.Add(new Difference(Part, "damaged", site.Name, $"Its settings cannot be read ({odd.Message.TrimEnd('.')}). {Restore}"));
            }
        }
    }
}
