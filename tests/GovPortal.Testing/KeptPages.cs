using System.Net;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Publication;
using GovPortal.Storage;
using GovPortal.Web.Caching;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Testing;

/// <summary>Looks behind the door: which pages a portal keeps.</summary>
public sealed class KeptPages(PortalFixture portal)
{
    private static readonly HttpClient Plain = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false, UseCookies = false });

    public PageCache Cache => portal.Services.GetRequiredService<PageCache>();

    /// <summary>The page kept for an address, if it could be sent now.</summary>
    public CachedPage? Of(string address, string? host = null)
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = ("http", new HostString(host ?? portal.Address.Authority));
        var parts = address.Split('?');
        (request.Path, request.QueryString) = (parts[0], parts.Length > 1 ? new QueryString("?" + parts[1]) : default);
        Span<char> room = stackalloc char[PageAddress.Room];
        var key = room[..portal.Services.GetRequiredService<PageAddress>().Write(request, room, out _)];
        var page = Cache.Find(key, isOdd: false) ?? Cache.Find(key, isOdd: true);
        return page?.IsFreshAt(portal.Clock.GetUtcNow()) == true ? page : null;
    }

    /// <summary>The page kept for an address once nothing that happened before, such as opening the site, evicts it any more.</summary>
    public async Task<CachedPage> ForGoodAsync(string address)
    {
        CachedPage? kept = null;
        await Eventually.BecomesTrueAsync($"{address} is kept", async () =>
        {
            await SettlesAsync();
            (await portal.NewVisitor().GetAsync(address)).Insist(HttpStatusCode.OK);
            return (kept = Of(address)) is not null;
        });
        return kept!;
    }

    // What evicts pages a little later: the followers of the log, and whoever makes pictures ready.
    private async Task SettlesAsync()
    {
        await portal.Services.GetRequiredService<LogPump>().CatchUpAsync(CancellationToken.None);
        await Eventually.BecomesTrueAsync("the pictures are ready", async () =>
        {
            await using var db = portal.Services.GetRequiredService<PortalDbFactory>().OpenInstallation();
            return !await db.FileWorks.AnyAsync(work => work.Task == FileTask.Render);
        });
    }

    /// <summary>Asks as a program would, with these headers and no others.</summary>
    public async Task<(HttpResponseMessage Response, byte[] Body)> AskAsync(string address, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(portal.Address, address));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await Plain.SendAsync(request);
        return (response, await response.Content.ReadAsByteArrayAsync());
    }
}
