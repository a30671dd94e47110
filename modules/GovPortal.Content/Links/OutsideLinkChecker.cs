using GovPortal.Core.Outside;
using GovPortal.Core.Work;
using GovPortal.Mail;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace GovPortal.Content.Links;

/// <summary>
/// Asks the addresses that live items lead to, in the background and slowly: at most one of each server in a round, each address once a week.
/// </summary>
public sealed class OutsideLinkChecker : PollingWorker
{
    /// <summary><c>off</c> asks nothing; <c>everywhere</c> also asks addresses inside the agency's own network, which else are never asked, so that nobody can feel around in there by writing links.</summary>
    public const string Setting = OutsideRule.Setting;

    private const int MostInARound = 20;
    private const int MostLookedAt = 200;

    // Below this a round says nothing about whether this machine reaches the world at all.
    private const int EnoughToTell = 3;

    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AfterGood = TimeSpan.FromDays(7);
    private static readonly TimeSpan AfterBad = TimeSpan.FromDays(1);
    private static readonly TimeSpan Claim = TimeSpan.FromHours(1);

    private readonly PortalDbFactory databases;
    private readonly ILogger<OutsideLinkChecker> logger;
    private readonly HttpClient web;
    private readonly bool isOff;

    public OutsideLinkChecker(PortalDbFactory databases, IConfiguration settings, MailSettings mail, TimeProvider clock, ILogger<OutsideLinkChecker> logger)
        : base(clock, BetweenRounds)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(mail);
        (this.databases, this.logger) = (databases, logger);
        var rule = OutsideRule.From(settings);
        isOff = rule.IsOff;
        web = OutsideWeb.NewClient(rule.IsEverywhere, mail.PublicAddress is { } address ? $"GovPortal-link-check (+{address})" : "GovPortal-link-check", Patience);
    }

    /// <summary>Asks what is due.</summary>
    public async Task CheckDueAsync(CancellationToken ct)
    {
        var claimed = await ClaimAsync(ct);
        var answers = await Task.WhenAll(claimed.Select(async address => (address, status: await AskAsync(address.Address, ct))));
        if (answers.Length >= EnoughToTell && answers.All(a => a.status == 0))
        {
            // Not every server of the world is down: this machine reaches none, and learns nothing.
            logger.LogWarning(new EventId(1, "NothingReached"), "Of {Count} addresses outside none could be reached; links are judged again when some can", answers.Length);
            return;
        }

        var now = Clock.GetUtcNow();
        await using var db = databases.OpenInstallation();
        foreach (var (address, status) in answers)
        {
            var isGood = status is >= 200 and < 400 or (>= 400 and < 500 and not OutsideAddress.NotFound and not OutsideAddress.Gone);
            var (failures, since, next) = isGood ? (0, (DateTimeOffset?)null, now + AfterGood) : (address.Failures + 1, address.FailingSince ?? now, now + AfterBad);
            await db.OutsideAddresses.Where(a => a.Address == address.Address).ExecuteUpdateAsync(set => set
                .SetProperty(a => a.Status, status).SetProperty(a => a.Failures, failures).SetProperty(a => a.FailingSince, since)
                .SetProperty(a => a.CheckedAt, now).SetProperty(a => a.NextCheckAt, next), ct);
        }
    }

    public override void Dispose()
    {
        web.Dispose();
        base.Dispose();
    }

    protected override TimeSpan FirstPause => BetweenRounds;

    protected override TimeSpan PauseAfterFault => BetweenRounds;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => isOff ? Task.CompletedTask : base.ExecuteAsync(stoppingToken);

    protected override Task RunAsync(CancellationToken ct) => CheckDueAsync(ct);

    // What is due stays due.
    protected override void LogFault(Exception fault) =>
        logger.LogWarning(new EventId(2, "LinksNotChecked"), fault, "Addresses outside could not be looked after; they are tried again in {Seconds} s", PauseAfterFault.TotalSeconds);

    private async Task<List<OutsideAddress>> ClaimAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        await using var db = databases.OpenInstallation();
        var due = await db.OutsideAddresses.AsNoTracking().Where(a => a.NextCheckAt <= now).OrderBy(a => a.NextCheckAt).Take(MostLookedAt).ToListAsync(ct);
        var claimed = new List<OutsideAddress>();
        foreach (var address in due.DistinctBy(a => new Uri(a.Address).Host).Take(MostInARound))
        {
            if (await db.OutsideAddresses.Where(a => a.Address == address.Address && a.NextCheckAt == address.NextCheckAt).ExecuteUpdateAsync(set => set.SetProperty(a => a.NextCheckAt, now + Claim), ct) == 1)
            {
                claimed.Add(address);
            }
        }

        return claimed;
    }

    /// <returns>HTTP status; 0 when no server answered.</returns>
    private async Task<int> AskAsync(string address, CancellationToken ct)
    {
        try
        {
            var status = await StatusOfAsync(HttpMethod.Head, address, ct);

            // Many servers refuse the short question and answer the long one.
            return status is >= 200 and < 400 ? status : await StatusOfAsync(HttpMethod.Get, address, ct);
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or IOException && !ct.IsCancellationRequested)
        {
            return 0;
        }
    }

    private async Task<int> StatusOfAsync(HttpMethod method, string address, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, address);
        using var response = await web.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        return (int)response.StatusCode;
    }
}
