using System.Buffers;
using System.Text;
using System.Text.Json;
using Reconciler.Benchmarks.Replaying;

namespace Reconciler.Benchmarks.Yardsticks;

/// <summary>The least that reading a tenant can take: the same answers over the same client, four at once, and every token of them looked at by nobody.</summary>
internal static class Drain
{
    private const int AtOnce = 4;

    public static async Task<long> OfAsync(HttpClient client, Recording recording)
    {
        var tokens = 0L;
        await Parallel.ForEachAsync(recording.Requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, cancellationToken) =>
        {
            using var request = new HttpRequestMessage(new HttpMethod(one.Method), new Uri(client.BaseAddress ?? new Uri("/"), one.Url));
            request.Headers.Add("Prefer", "include-unknown-enum-members");
            if (one.Body.Length > 0)
            {
                request.Content = new StringContent(one.Body, Encoding.UTF8, "application/json");
            }

            using var response = await client.SendAsync(request, cancellationToken);
            using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var length = (int)stream.Length;
            var bytes = ArrayPool<byte>.Shared.Rent(length);
            await stream.ReadExactlyAsync(bytes.AsMemory(0, length), cancellationToken);
            if (length != one.Bytes)
            {
                throw new InvalidOperationException($"{one.Url} was answered with {length} bytes instead of {one.Bytes}.");
            }

            Interlocked.Add(ref tokens, Walk(bytes.AsSpan(0, length)));
            ArrayPool<byte>.Shared.Return(bytes);
        });
        return tokens;
    }

    public static int Walk(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }
}
