using GovPortal.Core.Tenancy;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovPortal.Search.Teaching;

/// <summary>Asks the questions of every site's search rules once a night, and keeps what came of it: titles change, and what was answered yesterday may not be today.</summary>
public sealed class NightlyChecker(PortalDbFactory databases, TenantDirectory directory, SearchIndexFollower finder, SearchRuleCache words, Trial trial, NightlyLetters letters, TimeProvider clock, ILogger<NightlyChecker> logger)
    : BackgroundService
{
    /// <summary>From this hour on the agency's wall a night's questions are asked.</summary>
    public const int Hour = 2;

    /// <summary>Days that a night's result is kept.</summary>
    public const int KeptDays = 90;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(10);

    /// <summary>Asks for every site that has rules and was not asked today. Of several processes one writes a site's night down.</summary>
    public async Task RunDueAsync(CancellationToken ct)
    {
        // What an index that is still being filled does not find says nothing of the rules.
        if (finder.IsIncomplete)
        {
            return;
        }

        var rules = (await words.ReadEntriesAsync(ct)).ToLookup(rule => rule.TenantId);
        foreach (var site in directory.All.Where(site => rules.Contains(site.Id) && site.Modules.Contains(SearchModule.Named)))
        {
            await RunAsync(site, [.. rules[site.Id]], ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(BetweenLooks, stoppingToken);
            try
            {
                await RunDueAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(new EventId(14, "NightlyCheckFailed"), fault, "The questions of search rules could not be asked; they are tried again in ten minutes");
            }
        }
    }

    private async Task RunAsync(Tenant site, List<SearchRule> rules, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var wall = TimeZoneInfo.ConvertTime(now, site.TimeZone);
        var day = DateOnly.FromDateTime(wall.DateTime);
        await using var db = databases.OpenFor(site);
        if (wall.Hour < Hour || await db.NightlyChecks.AnyAsync(check => check.TenantId == site.Id && check.Day == day, ct))
        {
            return;
        }

        var before = await db.NightlyChecks.AsNoTracking().Where(check => check.TenantId == site.Id).OrderByDescending(check => check.Day).FirstOrDefaultAsync(ct);
        var check = NightlyCheck.Of(site.Id, day, now, [.. rules.Select(rule => trial.Ask(rule, words.Book, site.IsPortal ? null : site.Id))]);
        if (await db.TryAddAsync(check, ct))
        {
            var oldest = day.AddDays(-KeptDays);
            await db.NightlyChecks.Where(old => old.TenantId == site.Id && old.Day < oldest).ExecuteDeleteAsync(ct);
            await letters.TellAsync(site, check, before, ct);
        }
    }
}
