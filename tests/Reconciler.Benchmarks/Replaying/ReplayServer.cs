using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Reconciler.Benchmarks.Replaying;

/// <summary>
/// Answers requests as they were answered when they were recorded, and does nothing else, so that what is measured is the client. It speaks as much HTTP as
/// one client needs. Runs in a process of its own until its standard input ends.
/// </summary>
internal sealed class ReplayServer(Recording recording, TimeSpan latency)
{
    private readonly Dictionary<string, byte[]> _answers = recording.Requests.DistinctBy(one => one.Key).ToDictionary(one => one.Key, Answer);
    private int _asked;

    public static async Task RunAsync(string path, int port, TimeSpan latency)
    {
        var server = new ReplayServer(Recording.Read(path), latency);
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = server.AcceptAsync(listener);
        await Console.Out.WriteLineAsync("ready");
        while (await Console.In.ReadLineAsync() is not null)
        {
            await Console.Out.WriteLineAsync($"{Interlocked.Exchange(ref server._asked, 0)}");
        }
    }

    private static byte[] Answer(Recorded one) =>
    [
        .. Encoding.ASCII.GetBytes($"HTTP/1.1 {one.Status} -\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {one.Compressed.Length}\r\n\r\n"),
        .. one.Compressed,
    ];

    private async Task AcceptAsync(TcpListener listener)
    {
        while (true)
        {
            var client = await listener.AcceptTcpClientAsync();
            client.NoDelay = true;
            _ = ServeAsync(client);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        var stream = client.GetStream();
        var (buffer, filled) = (new byte[1 << 20], 0);
        while (true)
        {
            var (head, length) = Request(buffer.AsSpan(0, filled));
            if (head < 0 || filled < head + length)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(filled));
                if (read == 0)
                {
                    return;
                }

                filled += read;
                continue;
            }

            var line = Encoding.ASCII.GetString(buffer, 0, Array.IndexOf(buffer, (byte)'\r')).Split(' ');
            var key = Recorded.KeyOf(line[0], line[1], Encoding.UTF8.GetString(buffer, head, length));
            Interlocked.Increment(ref _asked);
            if (latency > TimeSpan.Zero)
            {
                await Task.Delay(latency);
            }

            await stream.WriteAsync(_answers.TryGetValue(key, out var answer) ? answer : throw new InvalidOperationException($"Nobody recorded {key}"));
            buffer.AsSpan(head + length, filled - head - length).CopyTo(buffer);
            filled -= head + length;
        }
    }

    /// <summary>Where the head ends, -1 where it does not yet, and how long the body is.</summary>
    private static (int Head, int Body) Request(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return (-1, 0);
        }

        var head = Encoding.ASCII.GetString(bytes[..end]);
        var at = head.IndexOf("\r\nContent-Length:", StringComparison.OrdinalIgnoreCase);
        return (end + 4, at < 0 ? 0 : int.Parse(head[(at + "\r\nContent-Length:".Length)..].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture));
    }
}
