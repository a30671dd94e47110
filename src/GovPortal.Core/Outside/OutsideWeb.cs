using System.Net;
using System.Net.Sockets;

namespace GovPortal.Core.Outside;

/// <summary>Asks servers outside, and none inside: nobody can feel around in the agency's own network by writing addresses.</summary>
public static class OutsideWeb
{
    /// <param name="everywhere">True asks addresses inside the agency's own network too.</param>
    /// <param name="agent">What the program calls itself.</param>
    /// <param name="patience">After which an answer is given up.</param>
    public static HttpClient NewClient(bool everywhere, string agent, TimeSpan patience)
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = (context, ct) => ConnectAsync(context.DnsEndPoint, everywhere, ct),
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            UseCookies = false,
            UseProxy = everywhere,
        }, disposeHandler: true)
        { Timeout = patience };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
        return client;
    }

    /// <summary>False for addresses of this machine and of inner networks (RFC 1918, 4193, 6598, 3927).</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
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
}
