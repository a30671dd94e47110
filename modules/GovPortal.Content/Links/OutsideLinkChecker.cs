using System.Net;
using System.Net.Sockets;
using GovPortal.Mail;
using GovPortal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovPortal.Content.Links;

/// <summary>
/// Asks the addresses that live items lead to, in the background and slowly: at most one of each server in a round, each address once a week.
/// </summary>
public sealed class OutsideLinkChecker : BackgroundService
{
    /// <summary><c>off</c> asks nothing; <c>everywhere</c> also asks addresses inside the agency's own network, which else are never asked, so that nobody can feel around in there by writing links.</summary>
    public const string Setting = "GovPortal:LinkCheck";

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
    private readonly TimeProvider clock;
    private readonly ILogger<OutsideLinkChecker> logger;
    private readonly HttpClient web;
    private readonly bool isOff;

    public OutsideLinkChecker(PortalDbFactory databases, IConfiguration settings, MailSettings mail, TimeProvider clock, ILogger<OutsideLinkChecker> logger)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(mail);
        (this.databases, this.clock, this.logger) = (databases, clock, logger);
        var everywhere = settings[Setting] switch
        {
            null or "" or "on" => false,
            "everywhere" => true,
            "off" => !(isOff = true),
            var odd => throw new InvalidOperationException($"{Setting} is “{odd}”; it may be on, off or everywhere."),
        };
        web = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, everywhere, ct),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            UseCookies = false,
            UseProxy = everywhere,
        }, disposeHandler: true)
        { Timeout = Patience };
        web.DefaultRequestHeaders.UserAgent.ParseAdd(mail.PublicAddress is { } address ? $"GovPortal-link-check (+{address})" : "GovPortal-link-check");
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

        var now = clock.GetUtcNow();
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!isOff)
        {
            await Task.Delay(BetweenRounds, stoppingToken);
            try
            {
                await CheckDueAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // What is due stays due.
                logger.LogWarning(new EventId(2, "LinksNotChecked"), fault, "Addresses outside could not be looked after; they are tried again in a minute");
            }
        }
    }

    private async Task<List<OutsideAddress>> ClaimAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
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

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint server, bool everywhere, CancellationToken ct)
    {
        // The addresses that were looked at are those that are connected to: a name cannot change its meaning in between.
        var addresses = (await Dns.GetHostAddressesAsync(server.Host, ct)).Where(address => everywhere || IsPublic(address)).ToArray();
        if (addresses.Length == 0)
        {
            throw new HttpRequestException($"{server.Host} has no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, server.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>False for addresses of this machine and of inner networks (RFC 1918, 4193, 6598, 3927).</summary>
    internal static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain) || plain.IsIPv6LinkLocal || plain.IsIPv6SiteLocal || plain.IsIPv6UniqueLocal || plain.IsIPv6Multicast || plain.Equals(IPAddress.IPv6Any))
        {
            return false;
        }

        return plain.AddressFamily != AddressFamily.InterNetwork || plain.GetAddressBytes() switch
        {
            [0 or 10 or 127, ..] => false,
            [100, >= 64 and <= 127, ..] => false,
            [169, 254, ..] => false,
            [172, >= 16 and <= 31, ..] => false,
            [192, 168, ..] => false,
            [192, 0, 0, _] => false,
            [198, 18 or 19, ..] => false,
            [>= 224, ..] => false,
            _ => true,
        };
    }
}
