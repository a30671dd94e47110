using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace GovPortal.Core.Security;

/// <summary>Where a request comes from, as limits count it: an IPv4 address, or the /64 of an IPv6 address, all of which belong to one household or office.</summary>
public static class ClientNetwork
{
    private const int PrefixBytes = 8;

    /// <summary>Empty where the server was not told.</summary>
    public static string Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Connection.RemoteIpAddress is { } address ? Of(address) : "";
    }

    public static string Of(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(PrefixBytes).Clear();
        return $"{new IPAddress(bytes)}/{PrefixBytes * 8}";
    }
}
