using System.Text.Json;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.WorkingTime;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.OneStop.Demo;

/// <summary>
/// Fills the one-stop desks of the province with made-up dossiers: <c>{ "do": "dossiers", "words": "demo/dossiers.json", "sites": 8, "services": 3, "dossiers": 120, "seed": 2026 }</c>.
/// Each walks the transitions that real ones walk. A site that has dossiers already is left alone.
/// </summary>
public sealed class DossiersStep(TenantDirectory directory, PortalDbFactory databases, WorkingCalendars calendars, DossierDeskOf deskOf, OneStopServicesOf servicesOf, DossierSeals seals, TimeProvider time) : IRecipeStep
{
    public string Name => "dossiers";

    public IReadOnlySet<string> Keys { get; } = new HashSet<string> { "words", "sites", "services", "dossiers", "seed" };

    public async Task ApplyAsync(RecipeContext context, JsonElement step, CancellationToken ct)
    {
        var words = BodyJson.Read<DemoWords>(await File.ReadAllTextAsync(context.FileOf(step, "words"), ct));
        var (sites, services, dossiers) = (Number(step, "sites"), Number(step, "services"), Number(step, "dossiers"));
        var chance = new Random(Number(step, "seed"));
        var done = 0;
        foreach (var site in Candidates())
        {
            if (done == sites)
            {
                break;
            }

            context.Progress?.Report(new RecipeProgress(site.Title, done, sites));
            if (await HasDossiersAsync(site, ct) || await OpenServicesAsync(site, services, words, chance, ct))
            {
                await FillAsync(site, dossiers / sites, words, chance, ct);
                done++;
            }
        }
    }

    /// <summary>Sites of every kind in turn, so that communes stand beside departments.</summary>
    private IEnumerable<Tenant> Candidates() => directory.All.Where(site => site.IsEnabled && !site.IsPortal && site.Modules.Contains(OneStopModule.Named) && DossierCode.AgencyOf(site) is not null)
        .GroupBy(site => site.Kind).SelectMany(kind => kind.Select((site, n) => (Site: site, Turn: n))).OrderBy(one => one.Turn).Select(one => one.Site);

    private static int Number(JsonElement step, string key) =>
        step.TryGetProperty(key, out var value) && value.TryGetInt32(out var number) && number is > 0 and <= 100_000 ? number : throw new RecipeException($"“{key}” must be a whole number from 1 to 100000.");

    private async Task<bool> HasDossiersAsync(Tenant site, CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        return await db.Dossiers.AnyAsync(ct);
    }

    /// <returns>False when the site has published no procedure to make a service of.</returns>
    private async Task<bool> OpenServicesAsync(Tenant site, int most, DemoWords words, Random chance, CancellationToken ct)
    {
        var services = servicesOf(site);
        foreach (var (code, _) in (await services.CatalogueAsync(ct)).Take(most))
        {
            await services.CopyAsync(code, [words.Units[chance.Next(words.Units.Count)], words.Units[^1]], ct);
        }

        return (await services.ListAsync(ct)).Count > 0;
    }

    private async Task FillAsync(Tenant site, int dossiers, DemoWords words, Random chance, CancellationToken ct)
    {
        if (await HasDossiersAsync(site, ct))
        {
            return;
        }

        var clock = new SetClock();
        var now = time.GetUtcNow();
        var services = await servicesOf(site).ListAsync(ct);
        var life = new DossierLife(site, deskOf(site, clock), new DossierTracking(databases, directory, seals, clock), databases, clock, await calendars.OfAsync(site, ct), words, chance, now);
        var today = TimeZoneInfo.ConvertTime(now, site.TimeZone).DateTime;

        // In the order they come in, as codes and numbers of rows would.
        foreach (var received in Enumerable.Range(0, dossiers).Select(_ => Opening(today, chance)).Order())
        {
            await life.LiveAsync(services[chance.Next(services.Count)], received, ct);
        }
    }

    // Twelve months, the last weeks denser: a desk has open work. Counters are open from 07:30 to 16:30.
    private static DateTime Opening(DateTime today, Random chance) =>
        today.Date.AddDays(-1 - (chance.Next(3) == 0 ? chance.Next(21) : chance.Next(365))).AddMinutes(chance.Next(450, 990));
}
