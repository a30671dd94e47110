using System.Net;
using System.Net.Sockets;

namespace GovPortal.Portal.Tests;

/// <summary>Carries connections to a server and back, until it is cut: then nobody listens, and what was open is gone.</summary>
internal sealed class CutWire : IDisposable
{
    private readonly string host;
    private readonly int far;
    private readonly List<Socket> open = [];
    private TcpListener? listener;

    public CutWire(string host, int port)
    {
        (this.host, far) = (host, port);
        Mend();
    }

    /// <summary>Where it is reached, on the loopback.</summary>
    public int Port { get; private set; }

    public void Cut()
    {
        listener?.Stop();
        lock (open)
        {
            open.ForEach(one => one.Dispose());
            open.Clear();
        }
    }

    /// <summary>Listens where it did before.</summary>
    public void Mend()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
    }

    public void Dispose()
    {
        Cut();
        listener?.Dispose();
    }

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await from.AcceptSocketAsync());
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private async Task CarryAsync(Socket near)
    {
        var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        lock (open)
        {
            open.AddRange([near, server]);
        }

        try
        {
            await server.ConnectAsync(host, far);
            await using var here = new NetworkStream(near);
            await using var there = new NetworkStream(server);
            await Task.WhenAny(here.CopyToAsync(there), there.CopyToAsync(here));
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException)
        {
            // Cut.
        }
        finally
        {
            near.Dispose();
            server.Dispose();
        }
    }
}
