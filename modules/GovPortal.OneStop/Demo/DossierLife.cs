using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.WorkingTime;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.OneStop.Demo;

/// <summary>Lives one made-up dossier through the desk, as far as the day it is allows. Whatever the rules refuse is left out.</summary>
internal sealed class DossierLife(Tenant site, DossierDesk desk, DossierTracking tracking, PortalDbFactory databases, SetClock clock, WorkingCalendar calendar, DemoWords words, Random chance, DateTimeOffset now)
{
    private static readonly HashSet<Role> All = [Role.Clerk, Role.Officer, Role.Signatory];

    /// <returns>False when it was not accepted, as where its due date would reach a year without a calendar.</returns>
    public async Task<bool> LiveAsync(Service service, DateTime received, CancellationToken ct)
    {
        clock.Now = site.InstantOf(received);
        var name = $"{Any(words.FamilyNames)} {Any(words.GivenNames)}";
        var personal = new PersonalData($"0{chance.NextInt64(27_000_000_000, 27_999_999_999)}", $"09{chance.Next(10_000_000, 99_999_999)}", null, Any(words.Streets));
        var channel = chance.Next(100) switch { < 55 => Channel.Online, < 95 => Channel.Direct, _ => Channel.Postal };
        var terms = service.Terms;
        var entered = await desk.EnterAsync(new NewDossier(service.Id, ApplicantKind.Citizen, name, personal, channel, [.. terms.Papers.Where(p => p.IsRequired).Select(p => p.Name)], terms.Fee, "2026-1"), new ActRequest(DossierAct.Accept), Clerk, ct);
        if (entered.Id is not { } id)
        {
            return false;
        }

        await WorkAsync(id, terms, ct);
        return true;
    }

    private Actor Clerk => new(null, Any(words.Clerks), All);

    private Actor Officer => new(null, Any(words.Officers), All);

    private async Task WorkAsync(long id, ServiceTerms terms, CancellationToken ct)
    {
        if (!await DoAsync(id, 60, new ActRequest(DossierAct.Forward) { ToUnit = terms.Units[0] }, Clerk, ct) || !await DoAsync(id, 90, new ActRequest(DossierAct.Take), Officer, ct))
        {
            return;
        }

        if (chance.Next(100) < 4)
        {
            await DoAsync(id, 450, new ActRequest(DossierAct.Stop) { Note = Any(words.StopReasons) }, Officer, ct);
            return;
        }

        if (chance.Next(100) < 15 && (!await DoAsync(id, 300, new ActRequest(DossierAct.AskSupplement) { Note = Any(words.SupplementReasons) }, Officer, ct) || !await DoAsync(id, chance.Next(400, 2500), new ActRequest(DossierAct.TakeSupplement), Clerk, ct)))
        {
            return;
        }

        if (await ReadAsync(id, ct) is { DueAt: { } due } && chance.Next(100) < 5 && DueTime.Of(calendar, Wall(due), TimeLimit.OfDays(2), []).At is { } later)
        {
            await DoAsync(id, 200, new ActRequest(DossierAct.Extend) { Note = Any(words.ExtensionReasons), NewDueAt = site.InstantOf(later) }, Officer, ct);
        }

        if (await DoAsync(id, await MinutesToEndAsync(id, ct), new ActRequest(DossierAct.Finish), Officer, ct)
            && await DoAsync(id, chance.Next(60, 900), new ActRequest(DossierAct.Return), Clerk, ct) && chance.Next(100) < 45)
        {
            // Most are content.
            await tracking.RateAsync(new TrackedDossier(await ReadAsync(id, ct), [], null, site), chance.Next(100) switch { < 60 => 5, < 85 => 4, < 95 => 3, _ => 2 }, null, ct);
        }
    }

    // Most end within their time, some at the last hour, a few late.
    private async Task<int> MinutesToEndAsync(long id, CancellationToken ct)
    {
        var left = await ReadAsync(id, ct) is { DueAt: { } due } ? (int)(DueTime.MinutesBetween(calendar, Wall(clock.Now), Wall(due)) ?? 0) : 2000;
        return chance.Next(100) < 7 ? left + chance.Next(60, 1500) : (int)(left * (0.3 + 0.65 * chance.NextDouble()));
    }

    /// <summary>Does something after so many working minutes; not when that is still to come, or refused.</summary>
    private async Task<bool> DoAsync(long id, int minutesLater, ActRequest request, Actor actor, CancellationToken ct)
    {
        if (DueTime.Of(calendar, Wall(clock.Now), new TimeLimit(null, Math.Max(1, minutesLater)), []).At is not { } at || site.InstantOf(at) > now)
        {
            return false;
        }

        clock.Now = site.InstantOf(at);
        return await desk.ActAsync(id, (await ReadAsync(id, ct)).Revision, request, actor, ct) is null;
    }

    private async Task<Dossier> ReadAsync(long id, CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        return await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == id, ct);
    }

    private DateTime Wall(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, site.TimeZone).DateTime;

    private string Any(IReadOnlyList<string> choices) => choices[chance.Next(choices.Count)];
}
