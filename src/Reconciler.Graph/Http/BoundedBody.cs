using System.Buffers;

namespace Reconciler.Graph.Http;

/// <summary>Reads the bytes of an answer up to a bound: what is small when it is packed can fill the memory when it is not.</summary>
internal static class BoundedBody
{
    private const int FirstBytes = 16 * 1024;
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The bytes, in an array that is rented of the shared pool; null when they are more than that.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, int most, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > most)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var (bytes, count) = (ArrayPool<byte>.Shared.Rent(Math.Clamp((int)(content.Headers.ContentLength ?? 0) + 1, FirstBytes, most + 1)), 0);
        try
        {
            while (await stream.ReadAsync(bytes.AsMemory(count), cancellationToken) is > 0 and var read)
            {
                count += read;
                if (count > most)
                {
                    ArrayPool<byte>.Shared.Return(bytes);
                    return null;
                }

                if (count == bytes.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(count * 2L, most + 1L));
                    bytes.CopyTo(larger, 0);
                    ArrayPool<byte>.Shared.Return(bytes);
                    bytes = larger;
                }
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(bytes);
            throw;
        }

        var mark = bytes.AsSpan(0, count).StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        return bytes.AsMemory(mark, count - mark);
    }
}
