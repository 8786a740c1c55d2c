using System.Net;
using System.Net.Sockets;

namespace Reconciler.Benchmarks.Replaying;

/// <summary>The client that both sides of a comparison use.</summary>
internal static class ReplayClient
{
    public static HttpClient To(int port) => new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli }) { BaseAddress = Root(port) };

    public static Uri Root(int port) => new($"http://127.0.0.1:{port}/v1.0/");

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
