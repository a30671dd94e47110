using System.Net;
using System.Net.Sockets;

namespace GovPortal.Host;

/// <summary>Where the server is told to listen, looked at before anything is set up.</summary>
internal static class ListenAddresses
{
    /// <exception cref="InvalidOperationException">An address cannot be read; the sentence names it.</exception>
    public static void Insist(IConfiguration settings)
    {
        foreach (var address in Of(settings))
        {
            if (!IsAddress(address))
            {
                throw new InvalidOperationException($"--urls (ASPNETCORE_URLS) holds “{address}”, which is no address to listen at. It looks like http://localhost:5080 or http://*:8080; several have semicolons between them.");
            }
        }
    }

    /// <summary>Tries to listen at each address for a moment, so that nobody waits for a set-up to learn that another program listens there.</summary>
    /// <exception cref="IOException">Nobody can listen at an address; the sentence names it, and the fault of the socket stands within.</exception>
    public static void InsistOnFree(IConfiguration settings)
    {
        foreach (var address in Of(settings))
        {
            var read = BindingAddress.Parse(address);
            if (read.IsUnixPipe || read.IsNamedPipe || read.Port == 0)
            {
                continue;
            }

            foreach (var place in PlacesOf(read))
            {
                Try(address, place, isOneOfTwo: read.Host == "localhost");
            }
        }
    }

    private static void Try(string address, IPEndPoint place, bool isOneOfTwo)
    {
        try
        {
            using var listener = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (place.Address.Equals(IPAddress.IPv6Any))
            {
                listener.DualMode = true;
            }

            listener.Bind(place);
            listener.Listen(1);
        }
        catch (SocketException busy) when (!isOneOfTwo || busy.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new IOException($"The server cannot listen at {address}: {busy.Message}", busy);
        }
        catch (SocketException)
        {
            // A machine without one of the two loopbacks serves localhost on the other; whether there is none at all, the server says itself.
        }
    }

    // As the server reads them: localhost is both loopbacks, whatever is no number is every address of the machine.
    private static IPEndPoint[] PlacesOf(BindingAddress read) =>
        read.Host == "localhost" ? [new(IPAddress.Loopback, read.Port), .. Socket.OSSupportsIPv6 ? [new IPEndPoint(IPAddress.IPv6Loopback, read.Port)] : Array.Empty<IPEndPoint>()]
        : IPAddress.TryParse(read.Host.Trim('[', ']'), out var one) ? [new(one, read.Port)]
        : [new(Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any, read.Port)];

    private static string[] Of(IConfiguration settings) => (settings["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsAddress(string address)
    {
        try
        {
            var read = BindingAddress.Parse(address);
            return read.Scheme is "http" or "https" && read.PathBase.Length == 0 && read.Port is >= 0 and <= 65_535;
        }
        catch (Exception odd) when (odd is FormatException or InvalidOperationException)
        {
            return false;
        }
    }
}
