using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Clients that ask and never finish, or never read what they asked for. The portal is one of its own.</summary>
public sealed class SlowClientsTests
{
    private const int Clients = 200;

    // More than the sockets' own buffers take, so that the server cannot hand over what it has to say.
    private const int AskedAtOnce = 400;

    [Theory]
    [InlineData("asks for half a page", "GET /tin-tuc HT")]
    [InlineData("sends a form and never the end of it", "POST /dang-nhap HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nSignInName=a")]
    [InlineData("asks for hundreds of pages and reads none", null)]
    public async Task Clients_that_dawdle_hold_no_thread_and_others_are_served(string what, string? words)
    {
        await using var portal = new SqlitePortal();
        var site = await portal.WithRecipeAsync("commune");
        (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK);
        words ??= string.Concat(Enumerable.Repeat($"GET {site.Root}/tin-tuc HTTP/1.1\r\nHost: {portal.Address.Authority}\r\n\r\n", AskedAtOnce));
        var threads = Threads();

        var clients = new List<Socket>();
        try
        {
            for (var i = 0; i < Clients; i++)
            {
                clients.Add(await DawdleAsync(portal.Address, words));
            }

            for (var visit = 0; visit < 5; visit++)
            {
                (await site.VisitAsync("/tin-tuc")).Insist(HttpStatusCode.OK);
                (await site.VisitAsync($"/tim-kiem?q=khai+sinh+{visit}")).Insist(HttpStatusCode.OK);
                (await site.VisitAsync("/dang-nhap")).Insist(HttpStatusCode.OK);
            }

            Assert.True(Threads() - threads < Clients / 2, $"{Threads() - threads} threads came with {Clients} clients of which each {what}.");
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    private static int Threads()
    {
        using var process = Process.GetCurrentProcess();
        return process.Threads.Count;
    }

    /// <summary>Says what it has to say as far as the server listens, and does nothing more.</summary>
    private static async Task<Socket> DawdleAsync(Uri address, string words)
    {
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(address.Host, address.Port);
        client.Blocking = false;
        client.Send(Encoding.ASCII.GetBytes(words), SocketFlags.None, out _);
        return client;
    }
}
